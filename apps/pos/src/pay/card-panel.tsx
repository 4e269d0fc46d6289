import { Button } from '@mantine/core';
import { IconCheck, IconCreditCard } from '@tabler/icons-react';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { useMoney } from '../use-till.tsx';
import classes from './pay.module.css';

interface CardPanelProps {
  readonly amount: number;
  readonly onTaken: () => void;
  readonly onBack: () => void;
}

/** The terminal stands beside the till: a person types the amount there and says here that it went through. */
export function CardPanel({ amount, onTaken, onBack }: CardPanelProps) {
  const t = useTexts(sellTexts);
  const { currency, money } = useMoney();
  return (
    <section className={classes.card} aria-label={t('cardTitle', money(amount))}>
      <IconCreditCard size={56} stroke={1.2} className={classes.sign} aria-hidden />
      <p className={classes.dueAmount}>
        <Money amount={amount} currency={currency} />
      </p>
      <h2 className={classes.title}>{t('cardTitle', money(amount))}</h2>
      <p className={classes.words}>{t('cardAdvice')}</p>
      <Button
        size="xl"
        className={classes.take ?? ''}
        leftSection={<IconCheck size={26} aria-hidden />}
        onClick={onTaken}
        autoFocus
      >
        {t('cardTaken')}
      </Button>
      <Button size="lg" variant="subtle" color="gray" onClick={onBack}>
        {t('cardNot')}
      </Button>
    </section>
  );
}
