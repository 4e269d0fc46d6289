// The basket of this till: in memory for the screen, on the device for a page that is loaded again.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Basket, completeBasket, emptyBasket } from './core/basket.ts';
import { keepFact, readFact } from './storage/open-database.ts';
import { useTill } from './use-till.tsx';

export type ChangeBasket = (change: (basket: Basket) => Basket) => void;

/** The basket and the way to change it. */
export function useBasket(): [Basket, ChangeBasket] {
  const { database } = useTill();
  const [basket, setBasket] = useState(emptyBasket);
  const latest = useRef(basket);

  useEffect(() => {
    let isGone = false;
    void readFact(database, 'basket').then((kept) => {
      // What was tapped while it loaded wins.
      if (isGone || !kept || latest.current !== emptyBasket) return;
      const whole = completeBasket(kept);
      latest.current = whole;
      setBasket(whole);
    });
    return () => {
      isGone = true;
    };
  }, [database]);

  const change = useCallback<ChangeBasket>(
    (step) => {
      const next = step(latest.current);
      if (next === latest.current) return;
      latest.current = next;
      setBasket(next);
      // A convenience only: a basket that could not be kept is still on the screen.
      keepFact(database, 'basket', next).catch(() => undefined);
    },
    [database],
  );
  return [basket, change];
}
