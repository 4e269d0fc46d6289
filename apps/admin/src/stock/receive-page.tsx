import { Button, Select, TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { stockTexts } from '../messages/stock.ts';
import { parseAmount, parseQuantity } from '../parts/amount-text.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { type DraftLine, totalOf, withPicked } from './draft-lines.ts';
import { useLocationChoice } from './location-choice.ts';
import { ReceiveLines } from './receive-lines.tsx';
import classes from './stock-form.module.css';
import { VariantPicker } from './variant-picker.tsx';

/** Takes goods in: scan, quantity, cost. */
export default function ReceivePage() {
  const t = useTexts(stockTexts);
  const { merchant } = useShop();
  const { quantity, money } = useFormat();
  const [, go] = useLocation();
  const { choices, first } = useLocationChoice();
  const [locationId, setLocationId] = useState(first);
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [lines, setLines] = useState<readonly DraftLine[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const total = totalOf(lines, merchant.currency);
  const pieces = t('pieces', quantity(total.quantity), total.quantity);
  const receive = useCommand('POST /api/stock-receipts', {
    refresh: [['levels'], ['variants'], ['stock'], ['today']],
    done: t('received', pieces),
    onDone: () => go('/stock'),
  });
  const send = () => {
    setIsChecked(true);
    const given = lines.map((line) => ({
      variantId: line.variantId,
      quantity: parseQuantity(line.quantity) ?? 0,
      unitCost: parseAmount(line.cost, merchant.currency) ?? -1,
    }));
    if (!locationId || given.length === 0 || given.some((line) => line.quantity <= 0 || line.unitCost < 0)) return;
    receive.mutate({
      body: {
        locationId,
        lines: given,
        ...(reference.trim() ? { reference: reference.trim() } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
    });
  };
  return (
    <Page title={t('receive')} back={{ href: '/stock', label: t('title') }} isNarrow>
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
            <TextInput
              label={t('reference')}
              placeholder={t('referenceHint')}
              maxLength={120}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
            <TextInput
              label={t('note')}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </div>
        </Panel>
        <Panel title={t('lines')} isFlush>
          <div className={classes.picker}>
            <VariantPicker
              locationId={locationId ?? undefined}
              onPick={(picked) => setLines((before) => withPicked(before, picked))}
            />
          </div>
          {lines.length === 0 ? (
            <p className={classes.empty}>{t('noLines')}</p>
          ) : (
            <ReceiveLines lines={lines} onChange={setLines} isChecked={isChecked} />
          )}
          {lines.length > 0 ? (
            <div className={classes.foot}>
              <span className={classes.sum}>
                {t('total')} {money(total.amount)}
              </span>
              <Button size="md" loading={receive.isPending} onClick={send}>
                {t('receivePieces', pieces)}
              </Button>
            </div>
          ) : null}
        </Panel>
      </div>
    </Page>
  );
}
