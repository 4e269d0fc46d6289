import { Suspense } from 'react';
import { QrCode } from './lazy-qr-code.ts';
import classes from './receipt.module.css';

interface ReceiptQrProps {
  readonly token: string | undefined;
  readonly waitingText: string;
  readonly caption: string;
}

/** The way to the online receipt; waits quietly until the sale has been counted. */
export function ReceiptQr({ token, waitingText, caption }: ReceiptQrProps) {
  return (
    <figure className={classes.qr}>
      <div className={classes.square} data-waiting={token === undefined || undefined}>
        {token === undefined ? null : (
          <Suspense>
            <QrCode text={`${location.origin}/receipts/${token}`} label={caption} />
          </Suspense>
        )}
      </div>
      <figcaption className={classes.caption}>{token === undefined ? waitingText : caption}</figcaption>
    </figure>
  );
}
