/** What a person does at the till, by what stands on its screen. */
import type { Page } from 'playwright-core';

/** Makes the device a register by the one-time code, then signs the only person in by PIN. */
export async function openTill(till: Page, code: string, pin: string): Promise<void> {
  await till.goto('/pos');
  await till.getByRole('textbox', { name: 'One-time code' }).fill(code);
  await till.getByRole('button', { name: 'Pair this device' }).click();
  await till.getByRole('heading', { name: /^PIN of / }).waitFor();
  const keys = till.getByRole('group', { name: /^PIN of / });
  for (const digit of pin) await keys.getByRole('button', { name: digit, exact: true }).click();
  await till.getByRole('button', { name: 'Sign in' }).click();
  await till.getByText('Ready for the next shopper').waitFor();
}

/** What a scanner types. All keys at once: on a busy machine keys sent one by one come as slowly as a person's. */
export async function scan(till: Page, code: string): Promise<void> {
  const keys = JSON.stringify([...code, 'Enter']);
  await till.evaluate(`for (const key of ${keys})
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))`);
}

/** Puts one piece in the basket and takes the exact cash; over when the till says that the sale is done. */
export async function sellOnePiece(till: Page, name: string): Promise<void> {
  await till.getByRole('main').getByRole('button', { name }).click();
  await till.getByRole('button', { name: /^Pay / }).click();
  await till.getByRole('button', { name: /^Take cash / }).click();
  await till.getByRole('heading', { name: 'Sale done' }).waitFor();
}

/** From the finished sale to the list of sales, and gives all of the newest one back. */
export async function refundNewestSale(till: Page): Promise<void> {
  await till.getByRole('button', { name: 'Next sale' }).click();
  await till.getByRole('button', { name: 'Sales', exact: true }).click();
  await till.getByRole('navigation', { name: 'Sales' }).getByRole('button', { name: 'Sold' }).first().click();
  await till.getByRole('button', { name: 'Return goods' }).click();
  const sheet = till.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Everything' }).click();
  await sheet.getByRole('button', { name: 'Faulty' }).click();
  await sheet.getByRole('button', { name: /^Give back / }).click();
  await till.getByRole('main').getByText('Refunded', { exact: true }).waitFor();
}

/** The number of the rules that the till keeps, read from its own storage. */
export async function ruleNumber(till: Page): Promise<unknown> {
  return till.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('tandem-till');
    opening.onsuccess = () => {
      const asked = opening.result.transaction('facts').objectStore('facts').get('rules');
      asked.onsuccess = () => { opening.result.close(); resolve(asked.result?.number); };
    };
  })`);
}
