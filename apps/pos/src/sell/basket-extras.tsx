import { IconBulb, IconGift, IconInfoCircle, IconTag, IconTicketOff } from '@tabler/icons-react';
import type { Offer, PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import { formatCount, reasonText, text } from '@tandem/ui/index.ts';
import { Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useMemo, useState } from 'react';
import { addToBasket, type Basket } from '../core/basket.ts';
import { discountsOfBasket, type ShownDiscount, shortByHand } from '../core/discounts.ts';
import { hintsOf } from '../core/hint.ts';
import { priceTexts } from '../messages/price-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import type { PriceNotice } from '../use-priced.ts';
import { useMoney, useTill } from '../use-till.tsx';
import classes from './extras.module.css';
import { OfferChooser } from './offer-chooser.tsx';
import { useLeft, useQuotaText } from './use-left.ts';
import { useReasonSurroundings } from './why-sheet.tsx';

interface ExtrasProps {
  readonly basket: Basket;
  readonly priced: PricedBasket;
  readonly notice: PriceNotice | undefined;
  readonly change: ChangeBasket;
  readonly isLocked: boolean;
}

/** Below the lines: what changed by itself, what is nearly reached, what may be chosen, what the basket saves. */
export function BasketExtras({ basket, priced, notice, change, isLocked }: ExtrasProps) {
  const { prices } = useTill();
  const rules = prices.facts()?.rules;
  if (basket.lines.length === 0 || !rules) return null;
  const discounts = discountsOfBasket(basket, priced, rules);
  return (
    <div className={classes.extras}>
      {notice ? <Notice notice={notice} /> : null}
      {isLocked ? null : <Offers offers={priced.offers} change={change} />}
      {isLocked ? null : <Hints basket={basket} priced={priced} change={change} />}
      <RefusedCodes basket={basket} priced={priced} />
      {discounts.map((discount) => (
        <DiscountRow key={discount.promotionId ?? 'hand'} discount={discount} />
      ))}
      <ShortByHand priced={priced} lineId={null} />
    </div>
  );
}

/** A discount with its name; the amount is what it takes off. */
export function DiscountRow({
  discount,
  isSmall = false,
}: {
  readonly discount: ShownDiscount;
  readonly isSmall?: boolean;
}) {
  const t = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { currency } = useMoney();
  const left = useLeft()(discount.promotionId);
  const name = discount.name ? text(discount.name, locale) : (discount.code ?? t('byHand'));
  return (
    <span className={classes.discount} data-small={isSmall || undefined}>
      <IconTag size={16} stroke={1.8} aria-hidden />
      <span className={classes.discountName}>{[name, discount.reason, left].filter(Boolean).join(' · ')}</span>
      <Money amount={0 - discount.amount} currency={currency} />
    </span>
  );
}

/** A word where a discount by hand found less than it asked for; nothing else. */
export function ShortByHand({ priced, lineId }: { readonly priced: PricedBasket; readonly lineId: string | null }) {
  const t = useTexts(priceTexts);
  const { money } = useMoney();
  const short = shortByHand(priced, lineId);
  if (!short) return null;
  return (
    <span className={classes.short} data-small={lineId !== null || undefined}>
      <IconInfoCircle size={16} stroke={1.8} aria-hidden />
      {short.amount === 0 ? t('byHandNothing') : t('byHandOnly', money(short.amount))}
    </span>
  );
}

/** The total changed by itself: what began or ended, and the two totals. */
export function Notice({ notice }: { readonly notice: PriceNotice }) {
  const t = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { money } = useMoney();
  const names = (these: PriceNotice['started']) =>
    these.map((name) => text(name, locale)).join(locale === 'en' ? ', ' : '、');
  const words = [
    notice.started.length > 0 ? t('started', names(notice.started)) : '',
    notice.ended.length > 0 ? t('ended', names(notice.ended)) : '',
  ].filter(Boolean);
  return (
    <p className={classes.notice} role="status">
      <strong>{words.length > 0 ? words.join(' · ') : t('changed')}</strong>
      <span>{t('nowTotal', money(notice.after), money(notice.before))}</span>
    </p>
  );
}

function Hints({ basket, priced, change }: Pick<ExtrasProps, 'basket' | 'priced' | 'change'>) {
  const t = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { prices } = useTill();
  const around = useReasonSurroundings();
  const left = useLeft();
  const hints = useMemo(() => {
    const facts = prices.facts();
    return facts ? hintsOf(basket, priced, facts, prices.now()) : [];
  }, [basket, priced, prices]);
  return hints.map(({ refused, add }) => (
    <div key={`${refused.promotionId} ${refused.code}`} className={classes.hint} data-hint>
      <IconBulb size={20} stroke={1.8} aria-hidden />
      <span className={classes.hintWords}>
        {refused.promotionId ? (
          <span className={classes.hintName}>
            {[around.promotionName?.(refused.promotionId), left(refused.promotionId)].filter(Boolean).join(' · ')}
          </span>
        ) : null}
        {reasonText(refused, around)}
      </span>
      {add ? (
        <button
          type="button"
          className={classes.act}
          onClick={() => change((before) => addToBasket(before, add.variant, { quantity: add.quantity }))}
        >
          {t('addMissing', formatCount(add.quantity / 1000, locale), text(add.variant.name, locale))}
        </button>
      ) : null}
    </div>
  ));
}

function Offers({ offers, change }: { readonly offers: readonly Offer[]; readonly change: ChangeBasket }) {
  const t = useTexts(priceTexts);
  const around = useReasonSurroundings();
  const [openId, setOpenId] = useState<string>();
  const open = offers.find(({ promotionId }) => promotionId === openId);
  return (
    <>
      {offers.map(({ promotionId, kind }) => (
        <div key={promotionId} className={classes.hint} data-offer>
          <IconGift size={20} stroke={1.8} aria-hidden />
          <span className={classes.hintWords}>
            {t(kind === 'gift' ? 'gift' : 'addOn', around.promotionName?.(promotionId) ?? '')}
          </span>
          <button type="button" className={classes.act} onClick={() => setOpenId(promotionId)}>
            {t('choose')}
          </button>
        </div>
      ))}
      {open ? (
        <OfferChooser
          offer={open}
          onChoose={(variant, offeredBy) => change((before) => addToBasket(before, variant, { offeredBy }))}
          onClose={() => setOpenId(undefined)}
        />
      ) : null}
    </>
  );
}

function RefusedCodes({ basket, priced }: Pick<ExtrasProps, 'basket' | 'priced'>) {
  const around = useReasonSurroundings();
  const quotaText = useQuotaText();
  if (basket.codes.length === 0) return null;
  return priced.refused
    .filter(({ code }) => code !== null)
    .map((refused) => (
      <div key={refused.code} className={classes.hint}>
        <IconTicketOff size={20} stroke={1.8} aria-hidden />
        <span className={classes.hintWords}>
          <span className={classes.hintName}>{refused.code}</span>
          {quotaText(refused.promotionId) ?? reasonText(refused, around)}
        </span>
      </div>
    ));
}
