import { formatDateTime, formatQuantity, formatRate, text } from '@tandem/ui/index.ts';
import { Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { type ReactNode, Suspense } from 'react';
import type { ShownDiscount } from '../core/discounts.ts';
import { returnTexts } from '../messages/return-texts.ts';
import { salesTexts } from '../messages/sales-texts.ts';
import { QrCode } from './lazy-qr-code.ts';
import classes from './receipt.module.css';
import type { ReceiptSheet } from './receipt-sheet.ts';

/** A receipt as on 80 mm paper; the same on the screen. */
export function Receipt({ sheet, hasQr = false }: { readonly sheet: ReceiptSheet; readonly hasQr?: boolean }) {
  const t = useTexts(salesTexts);
  const r = useTexts(returnTexts);
  const { locale } = useLanguage();
  const money = (amount: number) => <Money amount={amount} currency={sheet.currency} />;
  const captured = sheet.tenders.filter(({ event }) => event === 'captured');
  const refunded = sheet.tenders.filter(({ event }) => event === 'refunded');
  const nameOf = ({ name, code, reason }: ShownDiscount) =>
    [name ? text(name, locale) : (code ?? t('byHand')), reason].filter(Boolean).join(' · ');
  const taxText = sheet.pricesIncludeTax ? 'includedTax' : 'tax';
  return (
    <article className={classes.receipt} aria-label={t('receipt')}>
      <header className={classes.head}>
        <strong className={classes.merchant}>{sheet.merchantName}</strong>
        <span>{text(sheet.placeName, locale)}</span>
        {sheet.addressLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </header>
      <div className={classes.meta}>
        {sheet.returnOf === undefined ? null : <strong className={classes.slip}>{r('returnSlip')}</strong>}
        <Row name={sheet.number}>{formatDateTime(sheet.at, locale, sheet.timeZone)}</Row>
        {sheet.returnOf === undefined ? null : <Row name={r('ofSale', sheet.returnOf)}>{null}</Row>}
        {sheet.staffName ? <Row name={t('soldBy')}>{sheet.staffName}</Row> : null}
        {sheet.memberName ? <Row name={t('member')}>{sheet.memberName}</Row> : null}
      </div>
      <ul className={classes.lines}>
        {sheet.lines.map((line) => (
          <li key={line.key}>
            <span className={classes.name}>
              {text(line.name, locale)}
              {line.optionNames.length > 0
                ? ` · ${line.optionNames.map((option) => text(option, locale)).join(' · ')}`
                : ''}
            </span>
            <span className={classes.times}>
              {line.unitAmount === undefined ? (
                `× ${formatQuantity(line.quantity, locale)}`
              ) : (
                <>
                  {formatQuantity(line.quantity, locale)} × {money(line.unitAmount)}
                </>
              )}
            </span>
            <span className={classes.amount}>{money(line.amount)}</span>
            {line.discounts.map((discount) => (
              <span key={`${discount.promotionId} ${discount.code}`} className={classes.discount}>
                <span>{nameOf(discount)}</span>
                <span>{money(0 - discount.amount)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <div className={classes.sums}>
        {sheet.discounts.map((discount) => (
          <Row key={`${discount.promotionId} ${discount.code}`} name={nameOf(discount)}>
            {money(0 - discount.amount)}
          </Row>
        ))}
        {sheet.shippingAmount === 0 ? null : <Row name={t('shipping')}>{money(sheet.shippingAmount)}</Row>}
        {sheet.pricesIncludeTax ? null : <Row name={t('net')}>{money(sheet.netAmount)}</Row>}
        {sheet.pricesIncludeTax
          ? null
          : sheet.taxes.map((tax) => (
              <Row key={tax.key} name={t(taxText, tax.name, formatRate(tax.ratePpm, locale))}>
                {money(tax.amount)}
              </Row>
            ))}
        {sheet.returnedTaxAmount ? (
          <Row name={r(sheet.pricesIncludeTax ? 'includedTax' : 'tax')} isSmall>
            {money(sheet.returnedTaxAmount)}
          </Row>
        ) : null}
        {sheet.roundingAmount === 0 ? null : <Row name={t('rounding')}>{money(sheet.roundingAmount)}</Row>}
        <Row name={t('total')} isTotal>
          {money(sheet.totalAmount)}
        </Row>
        {sheet.savedAmount > 0 ? <Row name={t('saved')}>{money(sheet.savedAmount)}</Row> : null}
        {captured.map((tender) => (
          <Row key={tender.key} name={t(tender.kind)}>
            {money(tender.amount)}
          </Row>
        ))}
        {sheet.changeAmount === 0 ? null : <Row name={t('change')}>{money(sheet.changeAmount)}</Row>}
        {refunded.map((tender) => (
          <Row key={tender.key} name={t('refundedTo', t(tender.kind))}>
            {money(sheet.returnOf === undefined ? 0 - tender.amount : tender.amount)}
          </Row>
        ))}
        {sheet.pricesIncludeTax
          ? sheet.taxes.map((tax) => (
              <Row key={tax.key} name={t(taxText, tax.name, formatRate(tax.ratePpm, locale))} isSmall>
                {money(tax.amount)}
              </Row>
            ))
          : null}
      </div>
      <footer className={classes.end}>
        {hasQr && sheet.receiptUrl ? (
          <div className={classes.printedQr}>
            <Suspense>
              <QrCode text={new URL(sheet.receiptUrl, location.origin).href} label={t('online')} />
            </Suspense>
            <span>{t('online')}</span>
          </div>
        ) : null}
        <span>{t('thanks')}</span>
      </footer>
    </article>
  );
}

interface RowProps {
  readonly name: string;
  readonly isTotal?: boolean;
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

function Row({ name, isTotal, isSmall, children }: RowProps) {
  return (
    <div className={classes.row} data-total={isTotal || undefined} data-small={isSmall || undefined}>
      <span>{name}</span>
      <span>{children}</span>
    </div>
  );
}
