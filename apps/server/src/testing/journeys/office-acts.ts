/** What an owner does in the back office, by what stands on its pages. */
import type { Page } from 'playwright-core';

export interface Owner {
  name: string;
  email: string;
  password: string;
  pin: string;
}

/** Answers the set-up page of an empty Tandem; over when the dashboard stands. */
export async function setUpShop(office: Page, owner: Owner): Promise<void> {
  await office.goto('/admin');
  await office.getByRole('heading', { name: 'Set up your shop' }).waitFor();
  const answers = {
    'Business name': 'Harbour Goods',
    'Store name': 'Central',
    'Your name': owner.name,
    'E-mail': owner.email,
    Password: owner.password,
    'PIN for tills': owner.pin,
  };
  for (const [label, answer] of Object.entries(answers))
    await office.getByRole('textbox', { name: label }).first().fill(answer);
  await office.getByRole('button', { name: 'Open the shop' }).click();
  await office.getByRole('heading', { name: 'As it happens' }).waitFor();
}

/** Signs in; over when the dashboard stands. */
export async function signIn(office: Page, { email, password }: Pick<Owner, 'email' | 'password'>): Promise<void> {
  await office.goto('/admin');
  await office.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await office.getByRole('textbox', { name: 'Password' }).fill(password);
  await office.getByRole('button', { name: 'Sign in' }).click();
  await office.getByRole('heading', { name: 'As it happens' }).waitFor();
}

/** Brings in a Shopify file with its opening stock; over when the import's page says that it is done. */
export async function bringInProducts(office: Page, csv: string): Promise<void> {
  await office.goto('/admin/imports');
  const file = { name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await office.locator('input[type=file]').setInputFiles(file);
  await office.getByRole('switch', { name: 'Only try it out' }).uncheck({ force: true });
  await office.getByRole('button', { name: 'Bring it in' }).click();
  await office.getByText('What happened').waitFor();
  await office.getByText('Done', { exact: true }).first().waitFor();
}

/** Signs out; over when the sign-in page stands. */
export async function signOut(office: Page): Promise<void> {
  await office.getByRole('button', { name: /^Account: / }).click();
  await office.getByRole('button', { name: 'Sign out' }).click();
  await office.getByRole('heading', { name: 'Sign in to Tandem' }).waitFor();
}

/** Adds a register in the settings and reads the one-time code that its page shows. */
export async function showPairingCode(office: Page, register: { name: string; code: string }): Promise<string> {
  await office.goto('/admin/settings/registers');
  await office.getByRole('button', { name: 'Add register' }).click();
  const form = office.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill(register.name);
  await form.getByRole('textbox', { name: 'Code' }).fill(register.code);
  await form.getByRole('button', { name: 'Add register' }).click();
  await office.getByRole('button', { name: 'Pair a device' }).click();
  const shown = office.getByRole('dialog').getByText(/^[A-Z0-9-]{6,12}$/);
  return (await shown.textContent()) ?? '';
}

/** A one-time code for a new register of the first location, asked for by the signed-in page itself. */
export async function newPairingCode(office: Page, registerCode: string): Promise<string> {
  return office.evaluate(async (code) => {
    const ask = async (path: string, body?: object) => {
      const answer = await fetch(path, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json' },
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return answer.json();
    };
    const locations = (await ask('/api/locations')) as { items: { id: string }[] };
    const asked = { code, name: `Till ${code}`, locationId: locations.items[0]?.id };
    const register = (await ask('/api/registers', asked)) as { id: string };
    return ((await ask(`/api/registers/${register.id}/pairing-code`, {})) as { code: string }).code;
  }, registerCode);
}

/** Sends a body as the person who is signed in on the page; throws what a refusal says. */
export async function askAs(office: Page, path: string, body: object = {}): Promise<{ id: string }> {
  const answered = await office.evaluate(
    async ([url, text]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url as string, { method: 'POST', headers, body: text as string });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    [path, JSON.stringify(body)],
  );
  return answered as { id: string };
}
