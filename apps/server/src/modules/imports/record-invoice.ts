/** One invoice of another system as facts of Tandem: a sale, a return, and goods that were found or lost. */
import type { CommandBus } from '../../platform/commands/command-bus.ts';
import { recordReturns, recordSales } from '../orders/index.ts';
import { derivedId } from './derived-id.ts';
import type { Report } from './report.ts';
import type { FileLine } from './sale-line.ts';

export interface Recording {
  bus: CommandBus;
  merchantId: string;
  staffId: string | null;
  fileHash: string;
  locationId: string;
  channelId: string;
  variants: ReadonlyMap<string, string>;
  members: ReadonlyMap<string, string>;
  report: Report;
}

/** Records what was sold and what came back on the invoice; resolves when it is in the books. */
export async function recordInvoice(recording: Recording, lines: readonly FileLine[]): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const { at } = first;
  const sold = lines.filter((line) => line.kind === 'sold');
  const returned = lines.filter((line) => line.kind === 'returned');
  const facts: Promise<unknown>[] = [];
  if (sold.length > 0) facts.push(sell(recording, first.invoice, sold, at));
  if (returned.length > 0) facts.push(takeBack(recording, first.invoice, returned, at));
  recording.report.count('invoices');
  if (sold.length > 0) recording.report.count('sales');
  if (returned.length > 0) recording.report.count('returns');
  recording.report.count('saleLines', sold.length);
  recording.report.count('returnLines', returned.length);
  await Promise.all(facts);
}

function sell(recording: Recording, invoice: string, lines: readonly FileLine[], at: string): Promise<unknown> {
  // In the price mode; the sale's own transaction adds the tax that these prices do not include.
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const memberId = memberOf(recording, lines);
  return recording.bus.run(recordSales, {
    ...commandOf(recording, 'sale', invoice, at),
    body: {
      orderId: derivedId(recording.fileHash, 'order', invoice),
      soldAt: at,
      ...(memberId === undefined ? {} : { memberId }),
      lines: lines.map((line) => lineOf(recording, line)),
      tenders: [{ kind: 'card', amount: total }],
      totalAmount: total,
      source: sourceOf(recording, invoice),
      locationId: recording.locationId,
      channelId: recording.channelId,
      registerId: null,
      series: 'I',
    },
  });
}

function takeBack(recording: Recording, invoice: string, lines: readonly FileLine[], at: string): Promise<unknown> {
  const memberId = memberOf(recording, lines);
  return recording.bus.run(recordReturns, {
    ...commandOf(recording, 'return', invoice, at),
    body: {
      returnId: derivedId(recording.fileHash, 'return document', invoice),
      returnedAt: at,
      ...(memberId === undefined ? {} : { memberId }),
      reason: '',
      locationId: recording.locationId,
      channelId: recording.channelId,
      source: sourceOf(recording, invoice),
      lines: lines.map((line) => lineOf(recording, line)),
    },
  });
}

function commandOf({ merchantId, staffId, fileHash }: Recording, kind: string, invoice: string, at: string) {
  const actor = staffId === null ? { kind: 'system' as const } : { kind: 'staff' as const, staffId };
  return { merchantId, id: derivedId(fileHash, kind, invoice), actor, at };
}

/** Says where it comes from, and the number that it has there. */
const sourceOf = ({ fileHash }: Recording, invoice: string): string => `import:${fileHash.slice(0, 12)}:${invoice}`;

function lineOf({ variants }: Recording, line: FileLine) {
  const variantId = variants.get(line.sku);
  if (variantId === undefined) throw new Error(`The article ${line.sku} was not added`);
  return { variantId, quantity: line.quantity, unitAmount: line.unitAmount, listAmount: Math.abs(line.amount) };
}

function memberOf({ members }: Recording, lines: readonly FileLine[]): string | undefined {
  return members.get(lines.find((line) => line.customer !== '')?.customer ?? '');
}
