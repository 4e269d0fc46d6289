/** A completed sale as the till keeps it: what is sent, and what its receipt says without asking anybody. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import type { TaxTotal } from '@tandem/domain/orders/price-lines.ts';
import type { ShownDiscount } from './discounts.ts';

export type SaleBody = Body<'POST /api/till/sales'>;
export type SaleAnswer = Answer<'POST /api/till/sales'>;
export type LocalisedText = { en?: string; 'zh-Hant'?: string };

/** `roundingAmount` is what rounding to coins added; the total with it is what the shopper paid. */
export interface SaleFigures {
  netAmount: number;
  taxAmount: number;
  roundingAmount: number;
  totalAmount: number;
  changeAmount: number;
  taxes: TaxTotal[];
  /** Of goods, in all; those of the basket as a whole are listed. Sales of before the engine have neither. */
  discountAmount?: number;
  discounts?: ShownDiscount[];
}

export interface SoldLine {
  variantId: string;
  sku: string;
  name: LocalisedText;
  optionNames: LocalisedText[];
  quantity: number;
  unitAmount: number;
  /** Before discounts. */
  lineAmount: number;
  discounts?: ShownDiscount[];
}

/** What is known at the moment of payment; the storage adds the receipt's number. */
export interface NewSale {
  /** The command's id: the same however often it is sent. */
  id: string;
  body: Omit<SaleBody, 'receipt'>;
  series: string;
  figures: SaleFigures;
  lines: SoldLine[];
  currency: string;
  staffName: string;
  memberName?: string;
}

export interface Refusal {
  status: number;
  code: string;
  detail: string;
  at: string;
}

/** `waiting` is to be sent, `sent` was counted, `refused` waits for a person (a dead letter). */
export interface StoredSale extends Omit<NewSale, 'body'> {
  body: SaleBody;
  number: number;
  state: 'waiting' | 'sent' | 'refused';
  answer?: SaleAnswer;
  refusal?: Refusal;
}

/** Gives the sale its receipt number; from here on the body is never changed, so that every sending is the same. */
export function numberSale(sale: NewSale, number: number): StoredSale {
  const body = { ...sale.body, receipt: { series: sale.series, number } };
  return { ...sale, body, number, state: 'waiting' };
}
