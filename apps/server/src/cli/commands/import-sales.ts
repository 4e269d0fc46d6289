/** Brings the sales of another system in. */
import { basename, resolve } from 'node:path';
import { importSales, salesMonths } from '../../modules/imports/index.ts';
import { chooseMerchant, merchantHelp, merchantOption } from '../choose-merchant.ts';
import { type CliCommand, type Given, UsageError } from '../command-line.ts';
import { tellImport } from '../tell-import.ts';

export const importSalesCommand: CliCommand = {
  name: 'import sales',
  usage: 'FILE.csv[.gz] --location CODE [--columns invoice=InvoiceNo,sku=StockCode,…] [--json] [--merchant NAME|ID]',
  summary: 'Bring sales, returns and stock corrections of another system in, a row a line',
  help: [
    '--location CODE        where the goods were sold',
    '--columns A=B,…        the column for each of invoice, sku, name, quantity, at, price, customer; else by their usual names',
    '--return-prefix C      what the numbers of returns begin with',
    '--account-prefix A     what the numbers of mere account entries begin with: listed, not taken',
    '--json                 the report with the sums by month as one JSON object',
    merchantHelp,
  ],
  options: {
    ...merchantOption,
    location: { type: 'string' },
    columns: { type: 'string' },
    'return-prefix': { type: 'string' },
    'account-prefix': { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: 1,
  run: async (given) => {
    const { positionals, values, open } = given;
    const [file = ''] = positionals;
    if (text(values.location) === undefined)
      throw new UsageError('import sales needs --location CODE: where the goods were sold.');
    const { platform } = await open();
    const { merchantId } = await chooseMerchant(platform, values.merchant);
    const started = await importSales(platform, {
      merchantId,
      path: resolve(file),
      fileName: basename(file),
      staffId: null,
      locationCode: text(values.location) ?? '',
      columns: text(values.columns),
      returnPrefix: text(values['return-prefix']),
      accountPrefix: text(values['account-prefix']),
      tell: (done, total) =>
        given.progress(
          total === null ? 'Reading the file' : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} lines`,
        ),
    });
    await started.ended;
    return tellImport(given, started, { months: await salesMonths(platform, merchantId, started.id) });
  },
};

const text = (value: Given['values'][string]): string | undefined => (typeof value === 'string' ? value : undefined);
