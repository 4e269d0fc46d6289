import { Button, Modal, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus, IconX } from '@tabler/icons-react';
import { normaliseCode } from '@tandem/domain/pricing/compile-rule-set.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import { reasonText } from '@tandem/ui/index.ts';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { addCode, type Basket, codesMax, removeCode } from '../core/basket.ts';
import { tryCode } from '../core/try-code.ts';
import { priceTexts } from '../messages/price-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import { useTill } from '../use-till.tsx';
import classes from './sheets.module.css';
import { useQuotaText } from './use-left.ts';
import { useReasonSurroundings } from './why-sheet.tsx';

interface CodeSheetProps {
  readonly basket: Basket;
  readonly priced: PricedBasket;
  readonly change: ChangeBasket;
  readonly onClose: () => void;
}

/** Codes of this sale: each counts or says why not. */
export function CodeSheet({ basket, priced, change, onClose }: CodeSheetProps) {
  const t = useTexts(priceTexts);
  const { prices } = useTill();
  const around = useReasonSurroundings();
  const quotaText = useQuotaText();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function enter(): Promise<void> {
    if (typed.trim() === '' || isBusy) return;
    if (basket.codes.length >= codesMax) return setFault(t('codeFull'));
    setIsBusy(true);
    const tried = await tryCode(typed, prices.facts()?.rules);
    setIsBusy(false);
    if (tried.kind === 'code') {
      change((before) => addCode(before, tried.entered));
      setTyped('');
      setFault(undefined);
    } else if (tried.kind === 'unknown') {
      setFault(reasonText({ reason: 'code_unknown', code: typed.trim(), params: {} }, around));
    } else setFault(t(tried.kind === 'offline' ? 'codeOffline' : 'codeFailed'));
  }
  return (
    <Modal opened onClose={onClose} title={t('codes')} closeButtonProps={{ 'aria-label': t('close'), size: 48 }}>
      <FocusBack />
      <form
        className={classes.step}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <TextInput
          size="lg"
          label={t('codeLabel')}
          description={t('codeAdvice')}
          value={typed}
          error={fault}
          maxLength={60}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setFault(undefined);
          }}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-autofocus
        />
        <Button type="submit" size="xl" fullWidth loading={isBusy} disabled={typed.trim() === ''}>
          {t('codeAdd')}
        </Button>
      </form>
      <ul className={classes.rows}>
        {basket.codes.map(({ code }) => {
          const refused = priced.refused.find((one) => one.code !== null && isSame(one.code, code));
          const counts = priced.applied.find((one) => one.code !== null && isSame(one.code, code));
          const name = counts && around.promotionName?.(counts.promotionId);
          return (
            <li key={code} className={classes.row}>
              {counts ? (
                <IconCircleCheck size={22} className={classes.good} aria-hidden />
              ) : (
                <IconCircleMinus size={22} className={classes.quiet} aria-hidden />
              )}
              <span className={classes.rowWords}>
                {code}
                <span className={classes.hint}>
                  {counts
                    ? (name ?? t('codeCounts'))
                    : refused
                      ? (quotaText(refused.promotionId) ?? reasonText(refused, around))
                      : t('codeWaits')}
                </span>
              </span>
              <button
                type="button"
                className={classes.icon}
                aria-label={t('codeRemove', code)}
                onClick={() => change((before) => removeCode(before, code))}
              >
                <IconX size={20} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}

function isSame(one: string, other: string): boolean {
  return normaliseCode(one) === normaliseCode(other);
}
