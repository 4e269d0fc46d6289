import { lazy, Suspense, useEffect, useState } from 'react';
import { emptyBasket } from './core/basket.ts';
import type { StoredSale } from './core/sale.ts';
import { DoneScreen } from './pay/done-screen.tsx';
import { SellScreen } from './sell/sell-screen.tsx';
import { useBasket } from './use-basket.ts';
import { useTill, useTillState } from './use-till.tsx';

// Past sales come after the shell, and are fetched while the till is quiet.
const loadSales = () => import('./sales/sales-screen.tsx');
const SalesScreen = lazy(loadSales);
const quietMs = 4000;

/** Selling, the finished sale, and past sales. */
export function TillScreens() {
  const till = useTill();
  const { unseen } = useTillState();
  const [basket, changeBasket] = useBasket();
  const [done, setDone] = useState<StoredSale>();
  const [isInSales, setIsInSales] = useState(false);
  const [firstCode, setFirstCode] = useState<string>();
  const finished = done ?? unseen;
  useEffect(() => {
    const timer = setTimeout(() => void loadSales().catch(() => undefined), quietMs);
    return () => clearTimeout(timer);
  }, []);

  function startNext(code?: string): void {
    till.sawSale();
    setDone(undefined);
    setFirstCode(code);
  }

  if (finished) return <DoneScreen key={finished.id} sale={finished} onNext={startNext} />;
  if (isInSales) {
    return (
      <Suspense>
        <SalesScreen onBack={() => setIsInSales(false)} />
      </Suspense>
    );
  }
  return (
    <SellScreen
      basket={basket}
      changeBasket={changeBasket}
      firstCode={firstCode}
      onShowSales={() => setIsInSales(true)}
      onDone={(sale) => {
        changeBasket(() => emptyBasket);
        setFirstCode(undefined);
        setDone(sale);
      }}
    />
  );
}
