/**
 * How the codes that a shop's own scales and labels print are read: a price or a weight stands inside an EAN-13 whose
 * first two digits are kept free for this. A code that is a variant's own barcode as a whole is looked up first.
 */
import type { InStoreRule } from '@tandem/domain/barcodes/in-store.ts';

export const inStoreRules: readonly InStoreRule[] = [
  { prefix: '02', itemDigits: 5, valueDigits: 5, valueKind: 'price', decimals: 2 },
  { prefix: '20', itemDigits: 5, valueDigits: 5, valueKind: 'price', decimals: 2 },
  { prefix: '21', itemDigits: 5, valueDigits: 5, valueKind: 'weight', decimals: 3 },
];
