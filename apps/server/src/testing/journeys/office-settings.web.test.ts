/** Settings as an owner keeps them: people, taxes, channels, locations. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';

let world: TestWorld;
let journey: Journey;
let office: Page;

beforeAll(async () => {
  world = await createTestWorld({ ratePpm: 50_000 });
  journey = await openJourney(world.database);
  office = await journey.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const dialog = () => office.getByRole('dialog');
const row = (name: string | RegExp) => office.getByRole('row', { name });
async function choose(label: string, option: string): Promise<void> {
  await dialog().getByRole('combobox', { name: label }).click();
  await office.getByRole('option', { name: option, exact: true }).click();
}
async function change(name: string): Promise<void> {
  await row(name).getByRole('button', { name: 'Change' }).click();
}
async function save(name = 'Save'): Promise<void> {
  await dialog().getByRole('button', { name, exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
}
const ask = (path: string) =>
  office.evaluate(async (address) => (await fetch(address)).json(), path) as Promise<{
    items: Record<string, unknown>[];
  }>;

it('a person is added, gets another role and a place, and is signed out when she is taken away', async () => {
  const password = 'winter is coming';
  await office.goto('/admin/settings/staff');
  await office.getByRole('button', { name: 'Add person' }).click();
  await dialog().getByRole('button', { name: 'Add person' }).click();
  await dialog().getByText('Needed').waitFor();
  await dialog().getByLabel('Name').fill('Bea Box');
  await dialog().getByLabel('E-mail').fill('bea@example.test');
  await choose('Role', 'Warehouse');
  await dialog().getByLabel('Password for the back office').fill(password);
  await save('Add person');
  await row('Bea Box').getByRole('cell', { name: 'Warehouse', exact: true }).waitFor();
  await row('Bea Box').getByRole('cell', { name: 'All locations' }).waitFor();

  const bea = await journey.newPage();
  await signIn(bea, { email: 'bea@example.test', password });
  expect(await bea.getByRole('link', { name: 'Reports' }).count()).toBe(0);

  await change('Bea Box');
  await choose('Role', 'Manager');
  await choose('Works at', 'Warehouse');
  await office.keyboard.press('Escape');
  await save();
  await row('Bea Box').getByRole('cell', { name: 'Manager', exact: true }).waitFor();
  await row('Bea Box').getByRole('cell', { name: 'Warehouse', exact: true }).waitFor();
  await bea.reload();
  await bea.getByRole('link', { name: 'Reports' }).first().waitFor();
  await bea.goto('/admin/stock');
  await bea.getByRole('heading', { name: 'Nothing' }).or(bea.getByText('No stock yet')).first().waitFor();

  await change('Bea Box');
  await dialog().getByRole('switch', { name: 'May sign in' }).uncheck({ force: true });
  await save();
  await row('Bea Box').getByRole('cell', { name: 'Disabled' }).waitFor();
  await bea.reload();
  await bea.getByRole('heading', { name: 'Sign in to Tandem' }).waitFor();
  await bea.context().close();
});

it('an e-mail that somebody else has is refused, and nobody is added', async () => {
  await office.goto('/admin/settings/staff');
  await office.getByRole('button', { name: 'Add person' }).click();
  await dialog().getByLabel('Name').fill('Twin');
  await dialog().getByLabel('E-mail').fill('bea@example.test');
  await dialog().getByRole('button', { name: 'Add person' }).click();
  await office.getByText('Somebody else already uses this e-mail.').waitFor();
  expect((await ask('/api/staff')).items).toHaveLength(2);
});

it('a tax rate is added for a region, and ended', async () => {
  await office.goto('/admin/settings/taxes');
  await office.getByRole('button', { name: 'Add rate' }).click();
  await dialog().getByLabel('Name').fill('City tax');
  await dialog().getByLabel('Tax region').fill('MO');
  await dialog().getByLabel('Rate in percent').fill('120');
  await dialog().getByRole('button', { name: 'Add rate' }).click();
  await dialog().getByText('A percentage from 0 to 100').waitFor();
  await dialog().getByLabel('Rate in percent').fill('8.875');
  await save('Add rate');
  await row('City tax').getByText('8.875').waitFor();

  await row('City tax').getByRole('button', { name: 'End now' }).click();
  await row('City tax').getByRole('button', { name: 'End now' }).waitFor({ state: 'detached' });
  const [category] = (await ask('/api/tax-categories')).items as {
    rates: { name: string; validUntil: string | null }[];
  }[];
  expect(category?.rates.map((rate) => [rate.name, rate.validUntil !== null]).sort()).toEqual([
    ['City tax', true],
    ['VAT', false],
  ]);
});

it('an online shop charges for delivery, and takes goods from the warehouse first', async () => {
  await office.goto('/admin/settings/channels');
  await change('Shop');
  await dialog().getByLabel('Delivery charge (HKD)').fill('45');
  await dialog().getByLabel('Free delivery from (HKD)').fill('600');
  await dialog().getByRole('combobox', { name: 'Add a location' }).click();
  await office.getByRole('option', { name: 'Warehouse' }).click();
  await dialog().getByRole('button', { name: 'Move Warehouse up' }).click();
  await dialog().getByLabel('Safety stock at Warehouse').selectOption('Pieces');
  await dialog().getByLabel('How much at Warehouse').fill('2');
  await save();
  await row('Shop').getByRole('cell', { name: 'Warehouse → Central' }).waitFor();
  const shop = (await ask('/api/channels')).items.find((one) => one.id === world.shopId) as {
    shippingAmount: number;
    freeShippingFromAmount: number;
    sources: { locationId: string }[];
  };
  expect([shop.shippingAmount, shop.freeShippingFromAmount]).toEqual([4_500, 60_000]);
  expect(shop.sources.map((source) => source.locationId)).toEqual([world.warehouseId, world.storeId]);
});

it('a location is added, and keeps its hours', async () => {
  await office.goto('/admin/settings/locations');
  await office.getByRole('button', { name: 'Add location' }).click();
  await dialog().getByLabel('Name in English').fill('Mong Kok');
  await dialog().getByLabel('Code', { exact: true }).fill('CENTRAL');
  await dialog().getByRole('button', { name: 'Add location' }).click();
  await office.getByText('This code is taken. Choose another.').waitFor();
  await dialog().getByLabel('Code', { exact: true }).fill('MK');
  await save('Add location');
  await row('Mong Kok').waitFor();

  await change('Mong Kok');
  await dialog().getByLabel('Monday from').fill('10:30');
  await dialog().getByLabel('Monday until').fill('21:00');
  await save();
  await change('Mong Kok');
  await expect.poll(() => dialog().getByLabel('Monday from').inputValue()).toBe('10:30');
  const place = (await ask('/api/locations')).items.find((one) => one.code === 'MK') as { openingHours: object[] };
  expect(place.openingHours).toContainEqual({ day: 1, from: '10:30', to: '21:00' });
  expect(journey.complaints).toEqual([]);
});
