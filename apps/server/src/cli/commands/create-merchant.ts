/** Sets a further merchant up beside the others. */
import { setUpMerchant } from '../../setup.ts';
import { allMerchants } from '../choose-merchant.ts';
import { type CliCommand, type Given, UsageError } from '../command-line.ts';

const needed = ['name', 'currency', 'time-zone', 'owner-name', 'owner-email', 'owner-password'] as const;

export const createMerchantCommand: CliCommand = {
  name: 'merchant create',
  usage:
    '--name NAME --currency HKD --time-zone Asia/Hong_Kong --owner-name NAME --owner-email E-MAIL --owner-password PASSWORD [--hostname HOST]',
  summary: 'Set up a further merchant with its first store, online shop and owner',
  help: [
    '--hostname HOST               where its store, tills and back office are found; needed beside another merchant',
    '--prices-without-tax          tax is added to prices (else it is in them)',
    '--tax-ppm 75000               a first tax rate in parts per million',
    '--store-code, --store-name    the first store (else MAIN, Main store)',
    '--json                        the ids as one JSON object',
  ],
  options: {
    name: { type: 'string' },
    currency: { type: 'string' },
    'time-zone': { type: 'string' },
    'owner-name': { type: 'string' },
    'owner-email': { type: 'string' },
    'owner-password': { type: 'string' },
    'prices-without-tax': { type: 'boolean' },
    'tax-ppm': { type: 'string' },
    'store-code': { type: 'string' },
    'store-name': { type: 'string' },
    hostname: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: 0,
  run: async ({ open, values, print }) => {
    const missing = needed.find((name) => typeof values[name] !== 'string' || values[name] === '');
    if (missing !== undefined) throw new UsageError(`merchant create needs --${missing}.`);
    const body = bodyOf(values);
    const hostname = hostnameOf(values.hostname);
    const { platform } = await open();
    // The oldest merchant answers under every name that is nobody's.
    if (hostname === undefined && (await allMerchants(platform)).length > 0)
      throw new UsageError(
        'Another merchant is here already: give this one a --hostname, under which its store, tills and back office are found.',
      );
    const { merchantId, store, shop, owner } = await setUpMerchant(platform, body, { isFirst: false, hostname });
    if (values.json === true)
      print(
        JSON.stringify({ merchantId, storeId: store.id, shopId: shop.id, ownerId: owner.id, hostname: shop.hostname }),
      );
    else print(`${body.merchantName} is set up as ${merchantId}; ${body.owner.email} may sign in${whereOf(hostname)}.`);
    return 0;
  },
};

const whereOf = (hostname: string | undefined): string =>
  hostname === undefined ? '' : ` at ${hostname}, under /admin`;

function hostnameOf(value: Given['values'][string]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const hostname = value.toLowerCase();
  if (hostname.length > 253 || !/^[a-z0-9.-]+$/.test(hostname))
    throw new UsageError('--hostname is a name such as shop.example, without https:// and without a port.');
  return hostname;
}

function bodyOf(values: Given['values']): Parameters<typeof setUpMerchant>[1] {
  const text = (name: string, otherwise = ''): string => (typeof values[name] === 'string' ? values[name] : otherwise);
  const password = text('owner-password');
  if (password.length < 8 || password.length > 128) throw new UsageError('--owner-password needs 8 to 128 characters.');
  if (!/^[^@\s]+@[^@\s]+$/.test(text('owner-email'))) throw new UsageError('--owner-email is no e-mail address.');
  const ratePpm = Number(text('tax-ppm', '0'));
  if (!Number.isInteger(ratePpm) || ratePpm < 0 || ratePpm > 1_000_000)
    throw new UsageError('--tax-ppm is a whole number from 0 to 1000000.');
  return {
    merchantName: text('name'),
    currency: text('currency'),
    pricesIncludeTax: values['prices-without-tax'] !== true,
    timeZone: text('time-zone'),
    locale: 'en',
    taxRates: ratePpm === 0 ? [] : [{ name: 'Tax', ratePpm }],
    store: { code: text('store-code', 'MAIN'), name: text('store-name', 'Main store'), address: {} },
    shopName: text('name'),
    owner: { name: text('owner-name'), email: text('owner-email'), password },
  };
}
