import { Badge, Button, Group } from '@mantine/core';
import { IconPlus, IconReceiptTax } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { QueryList } from '../lists/query-list.tsx';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { PartTable } from './part-table.tsx';
import { TaxCategoryForm } from './tax-category-form.tsx';
import { TaxRateForm } from './tax-rate-form.tsx';

export type TaxCategory = Answer<'GET /api/tax-categories'>['items'][number];

/** Tax categories with their rates; a rate is ended, never overwritten. */
export function TaxesPart() {
  const t = useTexts(settingsTexts);
  const { rate, date } = useFormat();
  const { may } = useShop();
  const mayChange = may('tax.change');
  const list = useQuery({ queryKey: ['taxes'], queryFn: ({ signal }) => call('GET /api/tax-categories', { signal }) });
  const end = useCommand('POST /api/tax-rates/:id/ending', { refresh: [['taxes']], done: t('ended') });
  const [open, setOpen] = useState<TaxCategory | 'new'>();
  const items = list.data?.items ?? [];
  const now = new Date().toISOString();
  return (
    <>
      {mayChange ? (
        <Group justify="flex-end">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen('new')}
          >
            {t('addCategory')}
          </Button>
        </Group>
      ) : null}
      <QueryList
        query={list}
        isEmpty={items.length === 0}
        empty={
          <EmptyState icon={IconReceiptTax} title={t('taxesEmpty')}>
            {t('taxesEmptyWords')}
          </EmptyState>
        }
      >
        {items.map((category) => (
          <PartTable
            key={category.id}
            title={category.name}
            hint={category.rates.length === 0 ? t('noRates') : t('taxesHint')}
            heads={[t('name'), t('region'), t('rate'), t('validFrom'), t('validUntil')]}
            roomyHeads={[t('region'), t('validFrom'), t('validUntil')]}
            empty={category.rates.length === 0 ? <div style={{ height: 'var(--space-2)' }} /> : undefined}
            action={
              <Group gap="xs" wrap="nowrap">
                {category.isDefault ? <Badge color="gray">{t('standard')}</Badge> : null}
                {mayChange ? (
                  <Button variant="default" size="compact-sm" onClick={() => setOpen(category)}>
                    {t('addRate')}
                  </Button>
                ) : null}
              </Group>
            }
          >
            {category.rates.map((one) => (
              <tr key={one.id} className={one.validUntil && one.validUntil <= now ? dense.quiet : undefined}>
                <td className={dense.wrap}>
                  <div className={dense.strong}>{one.name}</div>
                  <div className={`${dense.small} ${dense.onPhone}`}>{one.region}</div>
                  <div className={`${dense.small} ${dense.onPhone}`}>
                    {one.validFrom ? date(one.validFrom) : t('always')} – {one.validUntil ? date(one.validUntil) : null}
                  </div>
                </td>
                <td className={dense.roomy}>{one.region}</td>
                <td>
                  {rate(one.ratePpm)}
                  {one.isCompound ? <div className={dense.small}>{t('compound')}</div> : null}
                </td>
                <td className={`${dense.quiet} ${dense.roomy}`}>{one.validFrom ? date(one.validFrom) : t('always')}</td>
                <td className={`${dense.quiet} ${dense.roomy}`}>{one.validUntil ? date(one.validUntil) : '–'}</td>
                <td className={dense.number}>
                  {mayChange && (!one.validUntil || one.validUntil > now) ? (
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      onClick={() => end.mutate({ params: { id: one.id }, body: { at: new Date().toISOString() } })}
                    >
                      {t('endNow')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </PartTable>
        ))}
      </QueryList>
      {open === 'new' ? <TaxCategoryForm onClose={() => setOpen(undefined)} /> : null}
      {open && open !== 'new' ? <TaxRateForm category={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
