import { Button, Select, TextInput } from '@mantine/core';
import type { Body } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { stockTexts } from '../messages/stock.ts';
import { parseQuantity } from '../parts/amount-text.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { type AdjustLine, AdjustLines } from './adjust-lines.tsx';
import { useLocationChoice } from './location-choice.ts';
import classes from './stock-form.module.css';
import { VariantPicker } from './variant-picker.tsx';

type Adjustment = Body<'POST /api/stock-adjustments'>;
const reasons = [
  'correction',
  'found',
  'lost',
  'damaged',
  'stolen',
  'own_use',
  'moved',
] as const satisfies readonly Adjustment['reason'][];

/** Puts stock right for a human reason, or moves it from one state to another. */
export default function AdjustPage() {
  const t = useTexts(stockTexts);
  const [, go] = useLocation();
  const { choices, first } = useLocationChoice();
  const [locationId, setLocationId] = useState(first);
  const [reason, setReason] = useState<Adjustment['reason']>('correction');
  const [note, setNote] = useState('');
  const [lines, setLines] = useState<readonly AdjustLine[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const adjust = useCommand('POST /api/stock-adjustments', {
    refresh: [['levels'], ['variants'], ['stock'], ['today']],
    done: t('adjusted'),
    onDone: () => go('/stock'),
  });
  const isMove = reason === 'moved';
  const send = () => {
    setIsChecked(true);
    const given = lines.map((line) => ({
      variantId: line.variantId,
      bucket: line.bucket,
      quantity: parseQuantity(line.quantity) ?? 0,
      ...(isMove ? { toBucket: line.toBucket } : {}),
    }));
    if (!locationId || given.length === 0 || given.some((line) => line.quantity === 0)) return;
    adjust.mutate({ body: { locationId, reason, lines: given, ...(note.trim() ? { note: note.trim() } : {}) } });
  };
  return (
    <Page title={t('adjust')} back={{ href: '/stock', label: t('title') }} isNarrow>
      <div className={classes.form}>
        <Panel>
          <div className={classes.head}>
            <Select
              label={t('location')}
              placeholder={t('chooseLocation')}
              data={choices}
              value={locationId}
              onChange={setLocationId}
              allowDeselect={false}
              error={isChecked && !locationId ? t('chooseLocation') : undefined}
            />
            <Select
              label={t('reason')}
              data={reasons.map((value) => ({ value, label: t('reasonName', value) }))}
              value={reason}
              onChange={(value) => value && setReason(value)}
              allowDeselect={false}
            />
            <TextInput
              label={t('note')}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </div>
        </Panel>
        <Panel title={t('lines')} hint={isMove ? undefined : t('changeHint')} isFlush>
          <div className={classes.picker}>
            <VariantPicker
              locationId={locationId ?? undefined}
              onPick={(picked) =>
                setLines((before) =>
                  before.some((one) => one.variantId === picked.variantId)
                    ? before
                    : [{ ...picked, bucket: 'sellable', toBucket: 'damaged', quantity: '' }, ...before],
                )
              }
            />
          </div>
          {lines.length === 0 ? (
            <p className={classes.empty}>{t('noLines')}</p>
          ) : (
            <AdjustLines lines={lines} onChange={setLines} isMove={isMove} isChecked={isChecked} />
          )}
          {lines.length > 0 ? (
            <div className={classes.foot}>
              <Button size="md" loading={adjust.isPending} onClick={send}>
                {t('adjust')}
              </Button>
            </div>
          ) : null}
        </Panel>
      </div>
    </Page>
  );
}
