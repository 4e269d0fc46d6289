import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { permissionsOf } from '@tandem/contract/permissions.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { salesTexts } from '../messages/sales-texts.ts';
import { PrintedReceipt } from '../receipt/printed-receipt.tsx';
import { Receipt } from '../receipt/receipt.tsx';
import { sheetOfOrder, sheetOfSale } from '../receipt/receipt-sheet.ts';
import { useTill, useTillState } from '../use-till.tsx';
import { RefundAct } from './refund-act.tsx';
import classes from './sales.module.css';
import { SaleBadge } from './sales-list.tsx';
import { useSale, useUnsentSales } from './use-sales.ts';

/** One sale as its receipt, to print again or to refund. */
export function SaleDetail({ id }: { readonly id: string }) {
  const t = useTexts(salesTexts);
  const { catalogue } = useTill();
  const { facts, person } = useTillState();
  const here = useUnsentSales().find(({ body }) => body.orderId === id);
  const { data: order, isError, isFetching, refetch } = useSale(id, here !== undefined);
  if (!facts) return null;
  const sheet = here ? sheetOfSale(here, facts) : order && sheetOfOrder(order, facts, catalogue.variant);
  if (isError) return <ErrorState title={t('failed')} onRetry={() => void refetch()} isRetrying={isFetching} />;
  if (!sheet) return <Skeleton className={classes.paper ?? ''} height={420} />;
  const mayRefund = person !== undefined && permissionsOf[person.role].includes('order.refund');
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
        {order && !here && mayRefund ? <RefundAct order={order} /> : null}
      </div>
      <div className={classes.paper}>
        <Receipt sheet={sheet} />
      </div>
      <PrintedReceipt sheet={sheet} />
    </>
  );
}
