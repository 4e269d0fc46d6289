/** A device, a network and a clock that a test rules over. */
import type { Clock, SaleNetwork, SaleStorage } from '../core/ports.ts';
import { nextReceiptNumber } from '../core/receipt-number.ts';
import { type NewSale, numberSale, type SaleAnswer, type SaleBody, type StoredSale } from '../core/sale.ts';

/** What is on the disk outlives a crash; everything else of the till does not. */
export interface Disk {
  sales: Map<string, StoredSale>;
  receipts: Map<string, number>;
  isFull: boolean;
}

export function emptyDisk(): Disk {
  return { sales: new Map(), receipts: new Map(), isFull: false };
}

export function diskStorage(disk: Disk): SaleStorage {
  return {
    async record(sale, lastAtServer) {
      await Promise.resolve();
      if (disk.isFull) throw new DOMException('No room', 'QuotaExceededError');
      if (disk.sales.has(sale.id)) throw new DOMException('Is there', 'ConstraintError');
      const stored = numberSale(sale, nextReceiptNumber(disk.receipts.get(sale.series) ?? 0, lastAtServer));
      disk.sales.set(sale.id, structuredClone(stored));
      disk.receipts.set(sale.series, stored.number);
      return stored;
    },
    unsent: async () =>
      [...disk.sales.values()].filter(({ state }) => state !== 'sent').sort((a, b) => a.number - b.number),
    async keepAnswer(id, answer) {
      const sale = disk.sales.get(id);
      if (sale) disk.sales.set(id, { ...sale, state: 'sent', answer });
    },
    async keepRefusal(id, refusal) {
      const sale = disk.sales.get(id);
      if (!sale) return;
      const { refusal: _, ...rest } = sale;
      disk.sales.set(id, refusal ? { ...rest, state: 'refused', refusal } : { ...rest, state: 'waiting' });
    },
  };
}

/** How the network treats the next sending: the answer lost after the server counted, no way through, a status. */
export type Weather = 'fine' | 'answer_lost' | 'down' | { status: number; code: string };

export interface FakeServer extends SaleNetwork {
  weather: Weather[];
  /** Every sending that arrived, in order. */
  arrived: { id: string; body: SaleBody }[];
  /** What was counted, once for each id. */
  counted: Map<string, { body: string; answer: SaleAnswer }>;
}

/** Keeps the promise of commands: the same id gives the same answer, the same id with another body is refused. */
export function fakeServer(): FakeServer {
  const server: FakeServer = {
    weather: [],
    arrived: [],
    counted: new Map(),
    async sendSale(id, body) {
      await Promise.resolve();
      const weather = server.weather.shift() ?? 'fine';
      if (weather === 'down') throw problem(0, 'network');
      server.arrived.push({ id, body });
      if (typeof weather === 'object') throw problem(weather.status, weather.code);
      const text = JSON.stringify(body);
      const known = server.counted.get(id);
      if (known && known.body !== text) throw problem(422, 'command.id_reused');
      const answer = known?.answer ?? answerTo(body, server.counted.size + 1);
      server.counted.set(id, { body: text, answer });
      if (weather === 'answer_lost') throw problem(0, 'network');
      return answer;
    },
  };
  return server;
}

function answerTo(body: SaleBody, count: number): SaleAnswer {
  const number = `${body.receipt?.series}-${String(body.receipt?.number).padStart(6, '0')}`;
  return { orderId: body.orderId, number, totalAmount: body.totalAmount, changeAmount: 0, token: `token-${count}` };
}

function problem(status: number, code: string): Error {
  return Object.assign(new Error(code), { status, code });
}

export interface FakeClock extends Clock {
  /** Time goes on; what is due is done. */
  pass(ms: number): Promise<void>;
  timers: number;
}

export function fakeClock(): FakeClock {
  let now = Date.parse('2026-11-23T04:00:00Z');
  const due = new Map<number, { at: number; act: () => void }>();
  let next = 1;
  return {
    now: () => now,
    random: () => 0.5,
    after(ms, act) {
      const id = next++;
      due.set(id, { at: now + ms, act });
      return () => due.delete(id);
    },
    async pass(ms) {
      now += ms;
      for (const [id, timer] of [...due]) {
        if (timer.at > now) continue;
        due.delete(id);
        timer.act();
      }
      await settle();
    },
    get timers() {
      return due.size;
    },
  };
}

/** Lets everything that waits for nothing but its turn come to an end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** A sale of one piece at 328.00, paid in cash. */
export function saleOf(id: string, series = 'CB1-1'): NewSale {
  const line = { variantId: 'shirt-m', quantity: 1000, unitAmount: 32_800 };
  return {
    id,
    series,
    currency: 'HKD',
    staffName: 'Mandy',
    body: {
      orderId: `order-${id}`,
      staffId: 'mandy',
      soldAt: '2026-11-23T04:00:00.000Z',
      lines: [line],
      tenders: [{ kind: 'cash', amount: 50_000 }],
      totalAmount: 32_800,
    },
    figures: {
      netAmount: 32_800,
      taxAmount: 0,
      roundingAmount: 0,
      totalAmount: 32_800,
      changeAmount: 17_200,
      taxes: [],
    },
    lines: [{ ...line, sku: 'SHIRT-M', name: { en: 'Shirt' }, optionNames: [{ en: 'M' }], lineAmount: 32_800 }],
  };
}
