/** What a shopper does in the online store, by what stands on its pages. */
import type { Page } from 'playwright-core';

export interface Shopper {
  name: string;
  email: string;
}

/** From the filled basket to the order, collected in the store and paid by test card; gives the order's number. */
export async function orderForPickup(store: Page, { name, email }: Shopper): Promise<string> {
  await store.goto('/basket');
  await store.getByRole('link', { name: 'Checkout' }).click();
  await store.getByLabel('Name').fill(name);
  await store.getByLabel('E-mail').fill(email);
  await store.getByRole('radio', { name: 'Collect in store' }).check({ force: true });
  await store.getByRole('button', { name: 'Continue to payment' }).click();
  await store.getByRole('radio', { name: /^Test card A trial/ }).check({ force: true });
  await store.getByRole('button', { name: /^Place order/ }).click();
  await store.getByRole('heading', { name: `Thank you, ${name}.` }).waitFor();
  const title =
    (await store
      .getByText(/^Order \S+$/)
      .first()
      .textContent()) ?? '';
  return title.replace('Order ', '');
}
