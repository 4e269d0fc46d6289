import { useTexts } from '@tandem/ui/react/index.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { promotionTexts } from '../messages/promotions.ts';
import { useShop } from '../shop/shop.ts';
import classes from './promotions.module.css';
import { actionText, sentenceText } from './sentence.ts';
import { templateIcons, templateKeys, templateOf } from './templates.ts';
import { useWords } from './use-rule-names.ts';

/** The usual kinds of promotion, each as a card with what it would say. */
export function TemplateGrid() {
  const t = useTexts(promotionTexts);
  const { currency } = useShop().merchant;
  const words = useWords(none);
  const said = useMemo(
    () =>
      templateKeys.map((key) => {
        const draft = templateOf(key, currency);
        const isAround = draft.condition !== null || draft.trigger.kind === 'code' || draft.schedule !== null;
        return { key, text: isAround ? sentenceText(draft, words) : actionText(draft, words) };
      }),
    [currency, words],
  );
  return (
    <ul className={classes.templates}>
      {said.map(({ key, text }) => {
        const Icon = templateIcons[key];
        return (
          <li key={key}>
            <Link href={`/promotions/new?template=${key}`} className={classes.template}>
              <span className={classes.templateIcon}>
                <Icon size={20} stroke={1.6} aria-hidden />
              </span>
              <span className={classes.templateWords}>
                <span className={classes.templateName}>{t('template', key)}</span>
                <span className={classes.templateSays}>{text}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

const none: never[] = [];
