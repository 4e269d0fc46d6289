/** Which merchant a command is about. */
import { readMerchant } from '../modules/merchants/index.ts';
import type { Platform } from '../platform/platform.ts';
import { readAs } from '../platform/transaction.ts';
import { UsageError } from './command-line.ts';

export interface Chosen {
  merchantId: string;
  name: string;
}

/** Every merchant, oldest first. */
export async function allMerchants({ pool }: Platform): Promise<Chosen[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select merchant_id as id from platform.tenant order by created_at, merchant_id',
  );
  const merchants: Chosen[] = [];
  for (const { id } of rows) merchants.push({ merchantId: id, name: (await readAs(pool, id, readMerchant)).name });
  return merchants;
}

/** The merchant of that name or id; the only one when none is named. Throws UsageError otherwise. */
export async function chooseMerchant(platform: Platform, asked: string | boolean | undefined): Promise<Chosen> {
  const merchants = await allMerchants(platform);
  if (merchants.length === 0)
    throw new UsageError('Tandem is empty: set it up in the browser, or fill the demo with: npm run tandem -- demo');
  const found =
    typeof asked === 'string'
      ? merchants.filter(
          (one) => one.merchantId === asked.toLowerCase() || one.name.toLowerCase() === asked.toLowerCase(),
        )
      : merchants;
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  throw new UsageError(
    `Name the merchant with --merchant: ${merchants.map((one) => `"${one.name}" (${one.merchantId})`).join(', ')}.`,
  );
}

export const merchantOption = { merchant: { type: 'string' } } as const;
export const merchantHelp = '--merchant NAME|ID   which merchant, where there are several';
