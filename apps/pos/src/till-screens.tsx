import { useState } from 'react';
import { emptyBasket } from './core/basket.ts';
import type { StoredSale } from './core/sale.ts';
import { DoneScreen } from './pay/done-screen.tsx';
import { SalesScreen } from './sales/sales-screen.tsx';
import { SellScreen } from './sell/sell-screen.tsx';
import { useBasket } from './use-basket.ts';
import { useTill, useTillState } from './use-till.tsx';

/** Selling, the finished sale, and past sales. */
export function TillScreens() {
  const till = useTill();
  const { unseen } = useTillState();
  const [basket, changeBasket] = useBasket();
  const [done, setDone] = useState<StoredSale>();
  const [isInSales, setIsInSales] = useState(false);
  const [firstCode, setFirstCode] = useState<string>();
  const finished = done ?? unseen;

  function startNext(code?: string): void {
    till.sawSale();
    setDone(undefined);
    setFirstCode(code);
  }

  if (finished) return <DoneScreen key={finished.id} sale={finished} onNext={startNext} />;
  if (isInSales) return <SalesScreen onBack={() => setIsInSales(false)} />;
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
