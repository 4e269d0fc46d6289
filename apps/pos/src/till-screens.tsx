import { type ComponentType, useEffect, useState } from 'react';
import { emptyBasket } from './core/basket.ts';
import type { StoredSale } from './core/sale.ts';
import { NoSales } from './parts/no-sales.tsx';
import { DoneScreen } from './pay/done-screen.tsx';
import { SellScreen } from './sell/sell-screen.tsx';
import { useBasket } from './use-basket.ts';
import { useTill, useTillState } from './use-till.tsx';

type SalesScreen = ComponentType<{ onBack: () => void }>;

const quietMs = 1000;

/** Selling, the finished sale, and past sales. */
export function TillScreens() {
  const till = useTill();
  const { unseen, isLetInHere, isReachable } = useTillState();
  const [basket, changeBasket] = useBasket();
  const [done, setDone] = useState<StoredSale>();
  const [Sales, setSales] = useState<SalesScreen>();
  const [isInSales, setIsInSales] = useState(false);
  const [firstCode, setFirstCode] = useState<string>();
  const finished = done ?? unseen;

  // Past sales come after the shell. If they cannot come now, selling goes on and they are asked for again.
  async function loadSales(): Promise<void> {
    const loaded = await import('./sales/sales-screen.tsx').catch(() => undefined);
    if (loaded) setSales(() => loaded.default);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, while the till is quiet.
  useEffect(() => {
    const timer = setTimeout(() => void loadSales(), quietMs);
    return () => clearTimeout(timer);
  }, []);

  function showSales(): void {
    if (isLetInHere && isReachable) {
      // The server does not know who sells: past sales want the PIN once more. The basket stays.
      void till.signOut();
      return;
    }
    setIsInSales(true);
    if (!Sales) void loadSales();
  }

  function startNext(code?: string): void {
    till.sawSale();
    setDone(undefined);
    setFirstCode(code);
  }

  if (finished) return <DoneScreen key={finished.id} sale={finished} onNext={startNext} />;
  if (isInSales && Sales) return <Sales onBack={() => setIsInSales(false)} />;
  return (
    <>
      <SellScreen
        basket={basket}
        changeBasket={changeBasket}
        firstCode={firstCode}
        onShowSales={showSales}
        onDone={(sale) => {
          changeBasket(() => emptyBasket);
          setFirstCode(undefined);
          setDone(sale);
        }}
      />
      <NoSales isOpen={isInSales} onRetry={() => void loadSales()} onClose={() => setIsInSales(false)} />
    </>
  );
}
