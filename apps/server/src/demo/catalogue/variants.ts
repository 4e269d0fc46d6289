/** The sellable choices of the demo goods, with their codes and their money. */
import { ean13WithCheckDigit } from '@tandem/domain/barcodes/gtin.ts';
import type { DemoOptionValue, DemoProduct } from './demo-product.ts';

export interface DemoVariant {
  readonly sku: string;
  /** EAN-13 with Hong Kong's prefix 489. */
  readonly barcode: string;
  /** Codes of the option values, in the order of the product's options. */
  readonly optionValues: readonly string[];
  /** Cents. */
  readonly price: number;
  readonly compareAt?: number;
  readonly cost: number;
  /** The colour of this choice, if it has one, for its own picture. */
  readonly swatch?: string;
}

/** Every combination of a product's options; `skuStem` and `firstNumber` make its codes, the same in every run. */
export function variantsOf(product: DemoProduct, skuStem: string, firstNumber: number): DemoVariant[] {
  return combinations(product.options.map((option) => option.values)).map((values, index) => {
    const percent = 100 + values.reduce((sum, value) => sum + (value.dearerPercent ?? 0), 0);
    const swatch = values.find((value) => value.swatch)?.swatch;
    return {
      sku: [skuStem, ...values.map((value) => value.code.toUpperCase())].join('-'),
      barcode: barcode(firstNumber + index),
      optionValues: values.map((value) => value.code),
      price: wholeDollars(product.price, percent),
      ...(product.compareAt === undefined ? {} : { compareAt: wholeDollars(product.compareAt, percent) }),
      cost: Math.round((product.cost * percent) / 100),
      ...(swatch === undefined ? {} : { swatch }),
    };
  });
}

function combinations(options: readonly (readonly DemoOptionValue[])[]): DemoOptionValue[][] {
  return options.reduce<DemoOptionValue[][]>(
    (begun, values) => begun.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
}

function wholeDollars(cents: number, percent: number): number {
  return Math.round((cents * percent) / 10_000) * 100;
}

function barcode(number: number): string {
  const code = ean13WithCheckDigit(`4896210${String(number).padStart(5, '0')}`);
  if (code === undefined) throw new Error(`No barcode for number ${number}`);
  return code;
}
