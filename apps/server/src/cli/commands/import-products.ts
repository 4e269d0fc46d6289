/** Brings a product file in. */
import { basename, resolve } from 'node:path';
import { importProducts } from '../../modules/imports/index.ts';
import { chooseMerchant, merchantHelp, merchantOption } from '../choose-merchant.ts';
import { type CliCommand, UsageError } from '../command-line.ts';
import { tellImport } from '../tell-import.ts';

export const importProductsCommand: CliCommand = {
  name: 'import products',
  usage: 'FILE.csv --format shopify [--location CODE] [--dry-run] [--json] [--merchant NAME|ID]',
  summary: 'Bring products in from a file: create or update by SKU, opening stock at a location',
  help: [
    '--format shopify     the only format yet',
    '--location CODE      where opening stock lies; none is taken without it',
    '--dry-run            say what would be done, change nothing',
    '--json               the report as one JSON object',
    merchantHelp,
  ],
  options: {
    ...merchantOption,
    format: { type: 'string' },
    location: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  run: async (given) => {
    const { positionals, values, open } = given;
    const [file = ''] = positionals;
    if ((values.format ?? 'shopify') !== 'shopify') throw new UsageError('import products reads --format shopify.');
    const { platform } = await open();
    const { merchantId } = await chooseMerchant(platform, values.merchant);
    const started = await importProducts(platform, {
      merchantId,
      path: resolve(file),
      fileName: basename(file),
      staffId: null,
      locationCode: typeof values.location === 'string' ? values.location : undefined,
      dryRun: values['dry-run'] === true,
      tell: (done, total) =>
        given.progress(`${done.toLocaleString('en')} of ${(total ?? 0).toLocaleString('en')} rows`),
    });
    return tellImport(given, started);
  },
};
