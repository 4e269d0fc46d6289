/** Faults that a run must find: planted at the boundary of the servers or in the database, never in the program. */
import type { Call } from './network.ts';
import type { Answer } from './server-node.ts';

export interface PlantedFault {
  name: string;
  /** What finds it: the names of the invariants, any of them. */
  foundBy: readonly string[];
  /** Runs on the database before trade begins. */
  sql?: string;
  /** A client that makes a new command when it hears nothing. */
  forgetsIds?: boolean;
  /** A till that takes a dollar more off than its rules say. */
  givesTooMuch?: boolean;
  /** The books are not looked at: the simulation's own invariants have to find it. */
  isFoundWithoutBooks?: boolean;
  /** Stands between the network and the servers. */
  deliver?: (call: Call, ask: (call: Call) => Promise<Answer | undefined>, copy: number) => Promise<Answer | undefined>;
}

type Sale = { orderId: string; totalAmount: number; tenders: { kind: string }[] };

/** A trigger whose condition is a share of the rows, chosen by an id and so the same in every run of a seed. */
const trigger = (table: string, when: string, condition: string, act: string): string => `
  create function public.planted() returns trigger language plpgsql as $$ begin if ${condition} then ${act} end if; return new; end $$;
  create trigger planted ${when} on ${table} for each row execute function public.planted()`;
const oneIn = (share: number, id: string): string =>
  `('x' || substr(md5(${id}::text), 1, 4))::bit(16)::int % ${share} = 0`;

/** Rules that are published from now on; those of before are remembered by the servers. */
const losesLimit = (limit: string): string =>
  `update promotions.promotion set definition = jsonb_set(definition, '{limits,${limit}}', 'null')`;

const kept = new Map<string, Answer>();

export const plantedFaults: readonly PlantedFault[] = [
  { name: 'an answer that is lost leads to a new id', foundBy: ['sales.once', 'sales.as_told'], forgetsIds: true },
  {
    name: 'a sale is acknowledged that never arrived',
    foundBy: ['acknowledged.kept', 'sales.once', 'answers.same', 'answers.expected'],
    deliver: (call, ask) => {
      const body = call.request.body as Sale | undefined;
      if (call.kind !== 'till.sale' || body === undefined || body.tenders.some(({ kind }) => kind === 'cash'))
        return ask(call);
      const { orderId, totalAmount } = body;
      const text = JSON.stringify({ orderId, number: 'X-1', totalAmount, changeAmount: 0, token: '' });
      return Promise.resolve({ status: 201, text, cookies: [] });
    },
  },
  {
    name: 'the answers of two tills are mixed up',
    foundBy: ['sales.as_told', 'answers.same'],
    deliver: async (call, ask) => {
      const answer = await ask(call);
      if (call.kind !== 'till.sale' || answer === undefined) return answer;
      const other = kept.get('till.sale');
      kept.set('till.sale', answer);
      return call.id.endsWith('0') ? (other ?? answer) : answer;
    },
  },
  {
    name: 'a delivery of goods is sent on a second time under an id of its own',
    foundBy: ['documents.once'],
    deliver: async (call, ask) => {
      if (call.kind === 'stock.receive') await ask({ ...call, id: call.id.replace(/^.{8}/, '00000000') });
      return ask(call);
    },
  },
  {
    name: 'the claim of a command is skipped',
    foundBy: ['answers.same', 'server.bug', 'orders.lines', 'answers.expected'],
    sql: trigger('platform.command', 'before insert', oneIn(2, 'new.id'), 'return null;'),
  },
  {
    name: 'a movement of stock is not posted',
    foundBy: ['stock.exceptions', 'books.stock.levels', 'stock.promise'],
    sql: trigger('inventory.movement', 'before insert', oneIn(6, 'new.document_id'), 'return null;'),
  },
  {
    name: 'a position of a feed is skipped',
    foundBy: ['feeds.dense'],
    sql: trigger('platform.stream', 'before update', 'new.position % 10 = 0', 'new.position := new.position + 1;'),
    isFoundWithoutBooks: true,
  },
  {
    name: 'a refund is counted twice',
    foundBy: ['money.tenders', 'books.orders.tenders'],
    sql: trigger(
      'orders.tender',
      'after insert',
      `new.event = 'refunded' and new.entry_no < 100`,
      'new.entry_no := new.entry_no + 100; insert into orders.tender select new.*;',
    ),
  },
  {
    name: 'what was held does not count',
    foundBy: ['server.bug', 'books.stock.levels', 'stock.promise'],
    sql: trigger('inventory.stock_level', 'before update', 'new.held > old.held', 'new.held := old.held;'),
  },
  {
    name: 'a store’s safety stock is sold online',
    foundBy: ['stock.promise'],
    sql: "update merchants.channel_source set safety_kind = 'none', safety_amount = 0",
  },
  {
    name: 'a level below zero is told to nobody',
    foundBy: ['stock.exceptions'],
    sql: trigger('platform.exception', 'before insert', `new.kind = 'stock.negative'`, 'return null;'),
  },
  {
    name: 'a tender is a cent short',
    foundBy: ['money.tenders', 'books.orders.tenders'],
    sql: trigger(
      'orders.tender',
      'before insert',
      `new.event = 'captured' and ${oneIn(8, 'new.order_id')}`,
      'new.amount := new.amount - 1;',
    ),
  },
  {
    name: 'a row of a feed is left out',
    foundBy: ['feeds.stock', 'feeds.sales', 'books.feeds.orders'],
    sql: trigger('platform.feed_entry', 'before insert', `new.position % 7 = 0`, `new.rows := '[]'::jsonb;`),
  },
  {
    name: 'a limit gets lost on its way into the rules',
    foundBy: ['promotions.limit'],
    sql: losesLimit('uses'),
    isFoundWithoutBooks: true,
  },
  {
    name: 'a limit for each member gets lost on its way into the rules',
    foundBy: ['promotions.member_limit'],
    sql: losesLimit('usesPerMember'),
    isFoundWithoutBooks: true,
  },
  {
    name: 'a unique code is not marked as used',
    foundBy: ['coupons.once'],
    sql: trigger(
      'promotions.coupon',
      'before update',
      `new.state = 'redeemed'`,
      `new.state := 'issued'; new.order_id := null;`,
    ),
    isFoundWithoutBooks: true,
  },
  {
    name: 'a frozen discount is a cent short',
    foundBy: ['discounts.frozen'],
    sql: trigger(
      'orders.discount_allocation',
      'before insert',
      oneIn(4, 'new.order_id'),
      'new.amount := new.amount - 1;',
    ),
    isFoundWithoutBooks: true,
  },
  {
    name: 'an order names other rules than it was priced with',
    foundBy: ['prices.of_engine'],
    sql: trigger('orders."order"', 'before insert', 'new.location_id is null', 'new.rule_set_number := 0;'),
    isFoundWithoutBooks: true,
  },
  {
    name: 'a till gives more than its rules, and nobody is told',
    foundBy: ['prices.of_till'],
    // Of members' sales somebody is told: those are found by the limits for each member as well.
    sql: trigger(
      'platform.exception',
      'before insert',
      `new.kind = 'sale.price_mismatch' and exists (select 1 from orders."order" where id = new.subject_id and member_id is null)`,
      'return null;',
    ),
    givesTooMuch: true,
    isFoundWithoutBooks: true,
  },
];
