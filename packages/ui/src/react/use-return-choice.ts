// What a person chose to take back, and what the same function as the server's says it gives.
import { returnableGroups, waysBack, wishedLines } from '@tandem/domain/orders/returnable-groups.ts';
import { type ReturnableOrder, settleReturn } from '@tandem/domain/orders/settle-return.ts';
import { useMemo, useState } from 'react';

export type Condition = 'sellable' | 'quality_control' | 'damaged';

/**
 * The choice of a return: quantities in thousandths by group, conditions by line, amounts in minor units. Lines in `open`
 * have goods that did not leave yet, so they are not offered.
 */
export function useReturnChoice(order: ReturnableOrder, open: readonly number[] = []) {
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const [conditions, setConditions] = useState<Readonly<Record<number, Condition>>>({});
  const [withShipping, setWithShipping] = useState(false);
  const [entryNo, setEntryNo] = useState<number>();
  const groups = useMemo(() => returnableGroups(order), [order]).filter(({ lineNo }) => !open.includes(lineNo));
  const lines = wishedLines(groups, chosen);
  const wish = { lines, withShipping };
  const ways = waysBack(order, wish);
  const way = ways.find((one) => one.entryNo === entryNo);
  const tenders = way && [{ entryNo: way.entryNo, amount: way.amount }];
  const settled = settleReturn(order, { ...wish, tenders });
  const shippingLeft =
    order.shippingNetAmount +
    order.shippingTaxAmount -
    order.returns.reduce((sum, one) => sum + one.shippingNetAmount + one.shippingTaxAmount, 0);
  return {
    groups,
    chosen,
    conditions,
    ways,
    way,
    settled: settled.ok ? settled : undefined,
    withShipping,
    mayShip: shippingLeft > 0,
    choose: (key: string, quantity: number) => setChosen((before) => ({ ...before, [key]: quantity })),
    chooseAll: () => setChosen(Object.fromEntries(groups.map(({ key, left }) => [key, left]))),
    setCondition: (lineNo: number, condition: Condition) =>
      setConditions((before) => ({ ...before, [lineNo]: condition })),
    setWithShipping,
    setEntryNo,
    /** The body of the command. */
    body: (reason: string) => ({
      reason,
      lines: lines.map((line) => ({
        ...line,
        units: [...(line.units ?? [])],
        disposition: conditions[line.lineNo] ?? ('sellable' as const),
      })),
      withShipping,
      ...(tenders === undefined ? {} : { tenders }),
    }),
  };
}

export type ReturnChoice = ReturnType<typeof useReturnChoice>;
