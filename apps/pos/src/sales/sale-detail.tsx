import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { permissionsOf } from '@tandem/contract/permissions.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { returnTexts } from '../messages/return-texts.ts';
import { salesTexts } from '../messages/sales-texts.ts';
import { PrintedReceipt } from '../receipt/printed-receipt.tsx';
import { Receipt } from '../receipt/receipt.tsx';
import { sheetOfOrder, sheetOfReturn, sheetOfSale } from '../receipt/receipt-sheet.ts';
import { ReturnAct } from '../returns/return-act.tsx';
import chips from '../sell/sheets.module.css';
import { useTill, useTillState } from '../use-till.tsx';
import { DueAct } from './due-act.tsx';
import classes from './sales.module.css';
import { SaleBadge } from './sales-list.tsx';
import { useSale, useUnsentSales } from './use-sales.ts';

/** One sale as its receipt, to print again, or to take goods of it back; each return has a paper of its own. */
export function SaleDetail({ id }: { readonly id: string }) {
  const t = useTexts(salesTexts);
  const r = useTexts(returnTexts);
  const { catalogue } = useTill();
  const { facts, person } = useTillState();
  const [returnId, setReturnId] = useState<string>();
  const here = useUnsentSales().find(({ body }) => body.orderId === id);
  const { data: order, isError, isFetching, refetch } = useSale(id, here !== undefined);
  if (!facts) return null;
  const returned = order?.returns.find((one) => one.id === returnId);
  const sheet = here
    ? sheetOfSale(here, facts)
    : order &&
      (returned
        ? sheetOfReturn(order, returned, facts, catalogue.variant)
        : sheetOfOrder(order, facts, catalogue.variant));
  if (isError) return <ErrorState title={t('failed')} onRetry={() => void refetch()} isRetrying={isFetching} />;
  if (!sheet) return <Skeleton className={classes.paper ?? ''} height={420} />;
  const mayRefund = person !== undefined && permissionsOf[person.role].includes('order.refund');
  const paper = (key: string | undefined, words: string) => (
    <button
      key={key ?? 'sale'}
      type="button"
      className={chips.chip}
      aria-pressed={key === returned?.id}
      onClick={() => setReturnId(key)}
    >
      {words}
    </button>
  );
  return (
    <>
      <div className={classes.acts}>
        {order && !here ? <SaleBadge order={order} /> : null}
        <Button
          size="lg"
          variant="default"
          leftSection={<IconPrinter size={22} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('reprint')}
        </Button>
        {order && !here ? <DueAct order={order} /> : null}
        {order && !here && mayRefund ? <ReturnAct order={order} onReturned={setReturnId} /> : null}
      </div>
      {order && order.returns.length > 0 ? (
        <fieldset className={`${classes.papers} ${chips.chips}`} aria-label={r('receiptOf')}>
          {paper(undefined, r('sale'))}
          {order.returns.map((one) => paper(one.id, r('returned', one.number)))}
        </fieldset>
      ) : null}
      <div className={classes.paper}>
        <Receipt sheet={sheet} />
      </div>
      <PrintedReceipt sheet={sheet} />
    </>
  );
}
