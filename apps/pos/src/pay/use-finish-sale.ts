// The moment at which a basket becomes a sale.
import type { GivenTender } from '@tandem/domain/orders/change.ts';
import { useRef, useState } from 'react';
import type { Basket } from '../core/basket.ts';
import { completeSale } from '../core/complete-sale.ts';
import { newId } from '../core/ids.ts';

import type { StoredSale } from '../core/sale.ts';
import type { PriceFor } from '../use-priced.ts';
import { useTill, useTillState } from '../use-till.tsx';

interface FinishSale {
  /** Completes the sale, priced at the instant (milliseconds), if the tenders cover it; false when something is still to be paid. */
  finish: (tenders: readonly GivenTender[], pricedAtMs: number) => boolean;
  isFinishing: boolean;
  hasFailed: boolean;
}

/** `onDone` is called once the sale is on the disk, never before. */
export function useFinishSale(basket: Basket, priceFor: PriceFor, onDone: (sale: StoredSale) => void): FinishSale {
  const till = useTill();
  const { facts, person } = useTillState();
  // One payment, one pair of ids: a second try after a failed write can never make a second sale.
  const [ids] = useState(() => ({ command: newId(), order: newId() }));
  const isRunning = useRef(false);
  const [isFinishing, setIsFinishing] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  function finish(tenders: readonly GivenTender[], pricedAtMs: number): boolean {
    const { rules, uses } = till.prices.factsAt(pricedAtMs) ?? {};
    if (isRunning.current || !facts || !person || !rules) return true;
    const kinds = [...new Set(tenders.map(({ kind }) => kind))];
    const priced = priceFor(kinds, pricedAtMs);
    const nowMs = till.prices.now();
    const payment = { basket, priced, rules, usage: uses?.usage, pricedAtMs, tenders, till: facts, person, ids, nowMs };
    const { sale } = completeSale(payment);
    if (!sale) return false;
    isRunning.current = true;
    setIsFinishing(true);
    setHasFailed(false);
    till.outbox.record(sale, facts.lastReceiptNumber).then(onDone, () => {
      isRunning.current = false;
      setIsFinishing(false);
      setHasFailed(true);
    });
    return true;
  }
  return { finish, isFinishing, hasFailed };
}
