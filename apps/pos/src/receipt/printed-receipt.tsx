import { createPortal } from 'react-dom';
import classes from './receipt.module.css';
import { Receipt } from './receipt.tsx';
import type { ReceiptSheet } from './receipt-sheet.ts';

/** The paper: nothing on the screen, everything when the browser prints. */
export function PrintedReceipt({ sheet }: { readonly sheet: ReceiptSheet }) {
  return createPortal(
    <div className={`print-sheet ${classes.paper}`}>
      <Receipt sheet={sheet} hasQr />
    </div>,
    document.body,
  );
}
