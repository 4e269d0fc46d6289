import { Modal } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus, IconReceipt2, IconTag } from '@tabler/icons-react';
import type { PricedBasket, PricedBasketLine } from '@tandem/domain/pricing/priced-basket.ts';
import { type ReasonSurroundings, reasonText, text } from '@tandem/ui/index.ts';
import { FocusBack, Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { promotionName } from '../core/discounts.ts';
import { priceTexts } from '../messages/price-texts.ts';
import { useMoney, useTill, useTillState } from '../use-till.tsx';
import classes from './sheets.module.css';

/** What the words of a reason need at this till. */
export function useReasonSurroundings(): ReasonSurroundings {
  const { locale } = useLanguage();
  const { currency } = useMoney();
  const { prices } = useTill();
  const { facts } = useTillState();
  return {
    locale,
    currency,
    isAtTill: true,
    timeZone: facts?.location.timeZone ?? 'UTC',
    promotionName: (id) => {
      const rules = prices.facts()?.rules;
      const name = rules && promotionName(rules, id);
      return name ? text(name, locale) : undefined;
    },
    goodsName: (id) => {
      const variant = prices.facts()?.variantOf(id);
      return variant && text(variant.name, locale);
    },
    placeName: (id) => (id === facts?.location.id ? text(facts.location.name, locale) : undefined),
  };
}

interface WhyLineProps {
  readonly name: string;
  readonly line: PricedBasketLine;
  readonly priced: PricedBasket;
  readonly onClose: () => void;
}

/** One line's way from the list to what it costs, and what did not count in this basket. */
export function WhyLineSheet({ name, line, priced, onClose }: WhyLineProps) {
  const t = useTexts(priceTexts);
  const { currency } = useMoney();
  const around = useReasonSurroundings();
  const nameOf = (id: string | null, code: string | null) =>
    id === null ? t('byHand') : around.promotionName?.(id) || code || '';
  const taken = line.allocations.filter(({ amount }) => amount !== 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('whyLine', name)}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <FocusBack />
      <ul className={classes.rows}>
        <li className={classes.row}>
          <IconTag size={22} className={classes.quiet} aria-hidden />
          <span className={classes.rowWords}>
            {t('listPrice')}
            {line.priceListId === null ? null : <span className={classes.hint}>{t('fromList')}</span>}
          </span>
          <Money amount={line.listAmount} currency={currency} />
        </li>
        {taken.map(({ promotionId, code, amount }) => (
          <li key={`${promotionId} ${code}`} className={classes.row}>
            <IconCircleCheck size={22} className={classes.good} aria-hidden />
            <span className={classes.rowWords}>
              {nameOf(promotionId, code)}
              {code ? <span className={classes.hint}>{code}</span> : null}
            </span>
            <Money amount={0 - amount} currency={currency} />
          </li>
        ))}
        <li className={classes.row} data-total>
          <IconReceipt2 size={22} className={classes.quiet} aria-hidden />
          <strong className={classes.rowWords}>
            {t('lineTotal')}
            {taken.length === 0 ? <span className={classes.hint}>{t('whyNothingLine')}</span> : null}
          </strong>
          <strong>
            <Money amount={line.amount} currency={currency} />
          </strong>
        </li>
      </ul>
      <Refused priced={priced} />
    </Modal>
  );
}

/** What counted in this basket and what did not, each with its reason. */
export function WhySheet({ priced, onClose }: { readonly priced: PricedBasket; readonly onClose: () => void }) {
  const t = useTexts(priceTexts);
  const { currency } = useMoney();
  const around = useReasonSurroundings();
  const nameOf = (id: string | null, code: string | null) => (id && around.promotionName?.(id)) || code || '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('whyTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <FocusBack />
      {priced.applied.length + priced.refused.length === 0 ? <p>{t('whyNothing')}</p> : null}
      {priced.applied.length > 0 ? <h3 className={classes.heading}>{t('whyApplied')}</h3> : null}
      <ul className={classes.rows}>
        {priced.applied.map(({ promotionId, code, amount }) => (
          <li key={`${promotionId} ${code}`} className={classes.row}>
            <IconCircleCheck size={22} className={classes.good} aria-hidden />
            <span className={classes.rowWords}>
              {nameOf(promotionId, code)}
              {code ? <span className={classes.hint}>{code}</span> : null}
            </span>
            <Money amount={0 - amount} currency={currency} />
          </li>
        ))}
      </ul>
      <Refused priced={priced} />
    </Modal>
  );
}

function Refused({ priced }: { readonly priced: PricedBasket }) {
  const t = useTexts(priceTexts);
  const around = useReasonSurroundings();
  const nameOf = (id: string | null, code: string | null) => (id && around.promotionName?.(id)) || code || '';
  return (
    <>
      {priced.refused.length > 0 ? <h3 className={classes.heading}>{t('whyRefused')}</h3> : null}
      <ul className={classes.rows}>
        {priced.refused.map((refused) => (
          <li key={`${refused.promotionId} ${refused.code}`} className={classes.row}>
            <IconCircleMinus size={22} className={classes.quiet} aria-hidden />
            <span className={classes.rowWords}>
              {nameOf(refused.promotionId, refused.code)}
              <span className={classes.hint}>{reasonText(refused, around)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
