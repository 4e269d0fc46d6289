/** What is done with products in the back office: pictures, variants, many at once, a quick look. */

import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';

let world: TestWorld;
let journey: Journey;
let office: Page;

beforeAll(async () => {
  world = await createTestWorld({ products: 6, pieces: 5 });
  journey = await openJourney(world.database);
  office = await journey.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const productPath = (place: number) => `/admin/products/${world.variants[place]?.productId}`;
const dialog = () => office.getByRole('dialog');
const read = async (text: string): Promise<Record<string, unknown>[]> =>
  (await world.database.adminPool.query(text, [world.merchantId])).rows;

it('a picture is uploaded, shown in the list, and taken off again', async () => {
  await office.goto(productPath(0));
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0f6b54' } })
    .jpeg()
    .toBuffer();
  const pictures = office.locator('section', { has: office.getByRole('heading', { name: 'Pictures' }) });
  await pictures
    .locator('input[type=file]')
    .setInputFiles({ name: 'tray.jpg', mimeType: 'image/jpeg', buffer: picture });
  const shown = pictures.getByRole('img', { name: 'Product 1' });
  await shown.waitFor();
  await expect
    .poll(() => shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBe(640);

  await pictures
    .locator('input[type=file]')
    .setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') });
  await office.getByText('This is no picture. Use JPEG, PNG, WebP or AVIF.').waitFor();
  expect(await pictures.getByRole('img').count()).toBe(1);

  await pictures.getByRole('button', { name: 'Take this picture off' }).click();
  await office.getByText('Picture taken off').waitFor();
  await expect.poll(() => pictures.getByRole('img').count()).toBe(0);
});

it('a product without options gets one, and a further variant with barcode and price', async () => {
  await office.goto(productPath(1));
  await office.getByRole('button', { name: 'Add variant' }).click();
  await dialog().getByRole('textbox', { name: 'Option' }).fill('Size');
  await dialog().getByRole('textbox', { name: 'Value of what is there' }).fill('Small');
  await dialog().getByRole('button', { name: 'Add an option' }).click();

  await dialog().getByLabel('Size').fill('Large');
  await dialog().getByText('“Large” is new and will be added to the option.').waitFor();
  await dialog().getByLabel('SKU').fill('A-1');
  await dialog().getByLabel('Barcodes').fill('4006381333931');
  await dialog().getByLabel('Barcodes').press('Enter');
  await dialog()
    .getByLabel(/^Price/)
    .fill('128.50');
  await dialog().getByRole('button', { name: 'Add variant' }).click();
  await dialog().getByText('Another variant already has this SKU.').waitFor();

  await dialog().getByLabel('SKU').fill('A-2-L');
  await dialog().getByRole('button', { name: 'Add variant' }).click();
  await office.getByText('Variant added').waitFor();
  await dialog().waitFor({ state: 'detached' });
  const row = office.getByRole('row', { name: /A-2-L/ });
  await row.getByText('4006381333931').waitFor();
  await expect.poll(() => row.getByRole('textbox', { name: 'Price of A-2-L' }).inputValue()).toMatch(/128\.50$/);
});

it('a variant’s barcode that another has is refused at its field; a variant is taken out of sale', async () => {
  await office.goto(productPath(2));
  await office.getByRole('button', { name: 'Change A-3' }).click();
  await dialog().getByLabel('Barcodes').fill('4006381333931');
  await dialog().getByLabel('Barcodes').press('Enter');
  await dialog().getByRole('button', { name: 'Save' }).first().click();
  await dialog().getByText('Another variant already has this barcode.').waitFor();

  await dialog().getByLabel('Barcodes').press('Backspace');
  await dialog().getByLabel('Barcodes').fill('5901234123457');
  await dialog().getByLabel('Barcodes').press('Enter');
  await dialog().getByRole('switch', { name: 'Is sold' }).uncheck({ force: true });
  await dialog().getByRole('button', { name: 'Save' }).first().click();
  await dialog().waitFor({ state: 'detached' });
  const row = office.getByRole('row', { name: /A-3/ });
  await row.getByText('5901234123457').waitFor();
  await row.getByText('Not sold').waitFor();
  const store = await journey.newPage();
  const page = await store.goto('/p/product-3');
  expect([page?.status(), await store.locator('form.buy button[type=submit]:enabled').count()]).toEqual([404, 0]);
});

it('rows are chosen with Shift, all that match besides, and changed together after a preview', async () => {
  await office.goto('/admin/products?sort=sku');
  const box = (sku: string) => office.getByRole('checkbox', { name: new RegExp(`${sku}$`) });
  await box('A-4').click();
  await box('A-6').click({ modifiers: ['Shift'] });
  await office.getByText('3 chosen').waitFor();
  await office.getByRole('button', { name: 'Change…' }).click();
  await dialog().getByRole('combobox', { name: 'Status' }).click();
  await office.getByRole('option', { name: 'Draft' }).click();
  await dialog().getByLabel('Add tags').fill('summer');
  await dialog().getByRole('combobox', { name: 'In Shop' }).click();
  await office.getByRole('option', { name: 'Take out' }).click();
  await dialog().getByRole('combobox', { name: 'Price', exact: true }).click();
  await office.getByRole('option', { name: 'Raise by a percentage' }).click();
  await dialog().getByLabel('Percent').fill('12.5');
  await dialog().getByLabel('Prices end in').fill('8');
  await dialog().getByText('3 change, 0 stay, 0 cannot').waitFor();
  await expect.poll(() => dialog().getByRole('cell', { name: 'HK$108.00' }).count()).toBe(3);
  const before = await read('select count(*)::int as n from platform.audit_entry where merchant_id = $1');
  await dialog().getByRole('button', { name: 'Change 3 products' }).click();
  await dialog().getByText('3 products changed').waitFor();
  await dialog().getByText('3 prices changed').waitFor();
  await dialog().getByRole('button', { name: 'Back to the list' }).click();
  await expect.poll(() => office.getByText('HK$108.00').count()).toBe(3);
  expect(
    await read(`select p.status, p.tags, r.amount::int from catalog.variant v join catalog.product p on p.id = v.product_id
      join pricing.variant_price r on r.variant_id = v.id where v.merchant_id = $1 and v.sku in ('A-4', 'A-5', 'A-6')
      and not exists (select 1 from catalog.publication u where u.product_id = p.id)`),
  ).toEqual(Array(3).fill({ status: 'draft', tags: ['summer'], amount: 10_800 }));
  const after = await read('select count(*)::int as n from platform.audit_entry where merchant_id = $1');
  expect(Number(after[0]?.n) - Number(before[0]?.n)).toBe(2);

  await office.getByRole('button', { name: 'Choose all 7 that match' }).click();
  await office.getByText('7 chosen').waitFor();
  await office.getByRole('button', { name: 'Choose none' }).click();
  await office.getByText('7 chosen').waitFor({ state: 'detached' });
});

it('Space takes a quick look, the arrows go on with it, stock moves live, Escape closes', async () => {
  await office.goto('/admin/products?sort=sku');
  await office.getByRole('link', { name: 'Product 1' }).focus();
  await office.keyboard.press('Space');
  const look = office.getByRole('complementary', { name: 'Quick look' });
  await look.getByRole('heading', { name: 'Product 1' }).waitFor();
  const central = look.locator('dl > div', { hasText: 'Central' });
  await central.getByText('5', { exact: true }).waitFor();

  const adjusted = await office.evaluate(
    async (body) =>
      (
        await fetch('/api/stock-adjustments', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(body),
        })
      ).status,
    {
      locationId: world.storeId,
      reason: 'lost',
      lines: [{ variantId: world.variants[0]?.id, bucket: 'sellable', quantity: -2000 }],
    },
  );
  expect(adjusted).toBe(201);
  await central.getByText('3', { exact: true }).waitFor();

  await office.keyboard.press('ArrowDown');
  await look.getByRole('heading', { name: 'Product 2' }).waitFor();
  await office.keyboard.press('ArrowDown');
  await look.getByText('Large · A-2-L').waitFor();
  await office.keyboard.press('Escape');
  await look.waitFor({ state: 'detached' });
  await office.getByRole('button', { name: 'Quick look at A-5' }).click();
  await look.getByRole('heading', { name: 'Product 5' }).waitFor();
  expect(journey.complaints).toEqual([]);
});
