/**
 * Every step of a shopper in one batch: changing a basket, starting its payment, placing its order. They lock the same
 * rows, so taking them together costs one claim, one book and one commit where three would wait for each other.
 */
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { goodsOf } from '@tandem/domain/stock/bundle.ts';
import type { Command, CommandKind, Verdict } from '../../platform/commands/command.ts';
import type { Tx } from '../../platform/transaction.ts';
import { keptBundles } from '../catalog/index.ts';
import {
  type Hold,
  insertHolds,
  openStockBook,
  releaseHolds,
  type StockBook,
  type StockKey,
  takeHolds,
} from '../inventory/index.ts';
import { type SellingFacts, sellingFacts } from '../merchants/index.ts';
import { keptRules, readRules } from '../pricing/index.ts';
import { limitedFor, openUsageBook, takeClaims, type UsageBook } from '../promotions/index.ts';
import { emptyBasket } from './basket.ts';
import { lockBaskets, type StoredBasket, storeBaskets } from './basket-rows.ts';
import { type BasketView, basketView } from './basket-view.ts';
import { type BasketChange, decideChange, isCheckout, withRegion } from './change-baskets.ts';
import { withHold } from './hold-price.ts';
import { contentsOf } from './line-components.ts';
import { putNumbersBack, takeNumbers } from './number-series.ts';
import { holdMinutes, type PayBody, payOne } from './pay-baskets.ts';
import { type PlaceBody, type Placed, placeOne, type Ready } from './place-orders.ts';
import {
  type BasketContext,
  basketContext,
  claimantOf,
  countedRules,
  memberIdsOf,
  type Priced,
  rulesFor,
} from './price-basket.ts';
import { lockPricingMembers } from './pricing-members.ts';
import { type ContentsOf, candidates } from './source-lines.ts';
import { webSeries, writePlaced } from './write-placed.ts';

export type BasketStep =
  | ({ step: 'change' } & BasketChange)
  | ({ step: 'pay' } & PayBody)
  | ({ step: 'place' } & PlaceBody);
type Answer = BasketView | Placed;

interface Serving {
  baskets: Map<string, StoredBasket>;
  /** For what is shown: uses are counted without a lock. */
  shown: BasketContext;
  /** For what is paid: uses are counted under lock. */
  paid: BasketContext;
  uses: UsageBook;
  book: StockBook;
  holds: Map<string, Hold[]>;
  /** The first of the numbers that were taken, one for each order that may be placed. */
  firstNumber: number;
  at: string;
  expiresAt: string;
}

/** Decides the steps in order, one verdict each; a refusal leaves its basket as it was. */
export const serveBaskets: CommandKind<BasketStep, Answer> = {
  kind: 'basket.step',
  batchMax: 64,
  // A second batch at the same time would wait for the rows of the first; what waits makes the next batch larger instead.
  inFlightMax: 1,
  decide: async (tx, commands) => {
    const verdicts: Verdict<Answer>[] = [];
    for (const round of roundsOf(commands)) {
      if (verdicts.length > 0) await tx.flush();
      verdicts.push(...(await serveRound(tx, round)));
    }
    return verdicts;
  },
};

/**
 * Who pays for a basket that the same batch changed waits for the next round: goods, limits and members are locked by what a
 * basket holds when the round begins. Nearly always there is one round.
 */
function roundsOf(commands: readonly Command<BasketStep>[]): Command<BasketStep>[][] {
  const rounds: Command<BasketStep>[][] = [];
  let changed = new Set<string>();
  for (const command of commands) {
    const { step, basketId } = command.body;
    if (rounds.length === 0 || (step !== 'change' && changed.has(basketId))) {
      rounds.push([]);
      changed = new Set();
    }
    rounds.at(-1)?.push(command);
    if (step === 'change') changed.add(basketId);
  }
  return rounds;
}

async function serveRound(tx: Tx, commands: readonly Command<BasketStep>[]): Promise<Verdict<Answer>[]> {
  const at = commands[0]?.at ?? '';
  const serving = await openServing(tx, commands, at);
  const loaded = new Map(serving.baskets);
  const ready: (Ready & { index: number })[] = [];
  const verdicts = commands.map((command, index): Verdict<Answer> => {
    const { body } = command;
    if (body.step === 'change') return changeOne(serving, { ...command, body });
    const day = dayOf(serving, body.step === 'place' ? command.at : at);
    if (body.step === 'pay')
      return payOne({ ...serving, context: serving.paid, day }, serving.baskets, { ...command, body });
    const placing = { ...serving, context: serving.paid, at: command.at, day };
    const placed = placeOne(placing, serving.baskets, { ...command, body });
    if ('order' in placed) ready.push({ ...placed, index });
    else letGo(serving, body);
    return 'order' in placed ? { ok: true, answer: answerLater } : { ok: false, refusal: placed };
  });
  const { firstNumber, paid } = serving;
  const answers = writePlaced(tx, ready, { firstNumber, facts: paid.facts, at });
  putNumbersBack(tx, webSeries, placingIn(commands) - ready.length);
  ready.forEach(({ index }, place) => {
    verdicts[index] = { ok: true, answer: answers[place] as Placed };
  });
  serving.book.write(tx);
  serving.uses.write(tx);
  insertHolds(tx, [...serving.holds.values()].flat(), serving.expiresAt);
  const changed = [...serving.baskets.values()].filter((basket) => loaded.get(basket.id) !== basket);
  storeBaskets(
    tx,
    changed.sort((a, b) => (a.id < b.id ? -1 : 1)),
    at,
  );
  return verdicts;
}

/** Stands in for an answer until the orders have their numbers. */
const answerLater = { orderId: '', number: '', token: '', totalAmount: 0 };

/**
 * Reads and locks what the steps need, in as few flights to the database as depend on one another: first what the commands
 * name, then what their baskets hold. Waiting for one statement after the other took half the time of a batch.
 */
async function openServing(tx: Tx, commands: readonly Command<BasketStep>[], at: string): Promise<Serving> {
  const changes = commands.flatMap(({ body }) => (body.step === 'change' ? [body] : []));
  const payIds = new Set(commands.flatMap(({ body }) => (body.step === 'change' ? [] : [body.basketId])));
  const isPaying = payIds.size > 0;
  // A payment that starts again lets its earlier hold and claims go first.
  const [baskets, rulesOfNow, taken, claims, numbers, facts, bundles] = await Promise.all([
    lockBaskets(
      tx,
      commands.map(({ body }) => body.basketId),
    ),
    isPaying ? readRules(tx) : keptRules(tx),
    takeHolds(tx, [...payIds]),
    takeClaims(tx, [...payIds], at),
    takeNumbers(tx, new Map(placingIn(commands) === 0 ? [] : [[webSeries, placingIn(commands)]])),
    sellingFacts(tx),
    keptBundles(tx),
  ]);
  const paying = [...baskets.values()].filter((basket) => payIds.has(basket.id));
  const showing = shownBy(changes, baskets);
  const rules = await rulesFor(tx, [...showing, ...paying], rulesOfNow);
  // Before the levels, as sales of tills lock them; asks nothing where nobody is named.
  const locked = await lockPricingMembers(tx, memberIdsOf(paying));
  const holds = Map.groupBy(taken, (one) => one.id);
  const claimants = paying.filter((basket) => basket.orderId === null).map((basket) => claimantOf(facts, basket, at));
  const counted = countedRules(rules);
  const lockLevels = () => openStockBook(tx, [...keysOf(facts, paying, (id) => bundles.get(id) ?? []), ...taken]);
  const lockUses = () => openUsageBook(tx, counted, claimants, claims, at);
  // Totals of uses are locked after levels, as every sale does it; where nothing is limited there is nothing to wait for.
  const isLimited =
    limitedFor(
      counted,
      claimants.flatMap((who) => who.codes),
    ).length > 0;
  const lockBooks = async () =>
    isLimited ? ([await lockLevels(), await lockUses()] as const) : Promise.all([lockLevels(), lockUses()]);
  const more = changes.flatMap((body) => (body.op === 'add' ? [body.variantId] : []));
  const [[book, uses], shown] = await Promise.all([
    lockBooks(),
    basketContext(tx, { showing, paying, more, rules, locked, at }),
  ]);
  // Only where a bundle was changed in the last second there is more to lock than what was remembered of it.
  await book.lockMore(
    tx,
    keysOf(facts, paying, (id) => contentsOf(shown, id)),
  );
  const expiresAt = new Date(Date.parse(at) + holdMinutes * 60_000).toISOString();
  const firstNumber = numbers.get(webSeries) ?? 0;
  return { baskets, shown, paid: { ...shown, uses }, uses, book, holds, firstNumber, at, expiresAt };
}

/** How many orders may be placed by these commands. */
const placingIn = (commands: readonly Command<BasketStep>[]): number =>
  commands.filter(({ body }) => body.step === 'place').length;

/** The baskets that are changed, as they were and as their region may become. */
function shownBy(changes: readonly BasketChange[], baskets: ReadonlyMap<string, StoredBasket>): Priced[] {
  return changes.flatMap((body): Priced[] => {
    const { id, channelId, content } = baskets.get(body.basketId) ?? {
      id: body.basketId,
      channelId: body.channelId,
      content: emptyBasket('en'),
    };
    return [
      { id, channelId, content },
      { id, channelId: body.channelId, content: withRegion(content, body) },
    ];
  });
}

/** Everywhere that the goods of these baskets may come from. */
function keysOf(facts: SellingFacts, baskets: readonly StoredBasket[], contents: ContentsOf): StockKey[] {
  return baskets.flatMap(({ channelId, content }) =>
    candidates(facts, facts.channels.get(channelId), content.delivery).flatMap(({ locationId }) =>
      content.lines.flatMap((line) =>
        goodsOf(line.variantId, contents(line.variantId), 0).map(({ variantId }) => ({ locationId, variantId })),
      ),
    ),
  );
}

function dayOf({ shown: { facts } }: Serving, instant: string): string {
  return businessDate(instant, facts.timeZone, facts.dayCutOffHour);
}

function changeOne({ baskets, shown }: Serving, command: Command<BasketChange>): Verdict<BasketView> {
  const { basketId, channelId } = command.body;
  const decided = decideChange(shown, baskets.get(basketId), command);
  if ('refusal' in decided) return { ok: false, refusal: decided.refusal };
  const changed = { id: basketId, channelId, content: decided.content, orderId: null };
  const before = baskets.get(basketId)?.content;
  const { content, quote } = withHold(shown, changed, { before, isCheckout: isCheckout(command.body) });
  const basket: StoredBasket = { ...changed, content };
  baskets.set(basketId, basket);
  return { ok: true, answer: basketView(shown, basket, decided.notices, quote) };
}

/** Holds whose order was refused after all are given back: the shopper starts payment again. */
function letGo(serving: Serving, { basketId, channelId }: PlaceBody): void {
  if (serving.baskets.get(basketId)?.channelId !== channelId) return;
  releaseHolds(serving.book, serving.holds.get(basketId) ?? [], serving.at, dayOf(serving, serving.at));
  serving.holds.delete(basketId);
}
