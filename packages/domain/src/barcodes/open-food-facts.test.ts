/// <reference types="vite/types/importMeta.d.ts" />
/** Real barcodes as shoppers scanned them, good and bad; see the README beside the file. Skipped where it is absent. */

import { expect, test } from 'vitest';
import { type InStoreRule, parseBarcode } from './in-store.ts';

/** Read by Vite, not by Node: the domain knows no built-in module, and a file that is absent is simply not found. */
const [file] = Object.values(
  import.meta.glob<string>('../../../../../shared/data/barcodes-open-food-facts/off_products_a.csv', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

const priceRule: InStoreRule = { prefix: '2', itemDigits: 6, valueDigits: 5, valueKind: 'price', decimals: 2 };

function readCodes(): string[] {
  const lines = (file ?? '').trimEnd().split(/\r?\n/).slice(1);
  return lines.map((line) => line.slice(0, line.indexOf(',')));
}

test.skipIf(file === undefined)('of 632 real codes 615 are articles, and 17 are wrong or too short', () => {
  const codes = readCodes();
  const kinds = codes.map((code) => parseBarcode(code, []).kind);

  expect(codes).toHaveLength(632);
  expect(kinds.filter((kind) => kind === 'gtin')).toHaveLength(615);
  expect(codes.filter((_, index) => kinds[index] === 'text')).toHaveLength(17);
});

test.skipIf(file === undefined)('nine of the articles are labels that a shop printed itself', () => {
  const inStore = readCodes()
    .map((code) => parseBarcode(code, [priceRule]))
    .filter((scanned) => scanned.kind === 'in_store');

  expect(inStore).toHaveLength(9);
  expect(inStore).toContainEqual({ kind: 'in_store', item: '212720', priceAmount: 283 });
});
