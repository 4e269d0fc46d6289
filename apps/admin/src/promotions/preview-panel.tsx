import { CloseButton, NativeSelect, NumberInput, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { call, ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { MemberFinder } from '../members/member-finder.tsx';
import { PickedMembers } from '../members/picked-members.tsx';
import { calledBy } from '../members/use-members.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './builder.module.css';
import type { Definition } from './definition.ts';
import { replaced, without } from './fields.tsx';
import { PreviewClock } from './preview-clock.tsx';
import { PreviewResult } from './preview-result.tsx';
import { emptySample, readSamples, type Sample, sampleBasket, sampleTenders, writeSamples, zoneOf } from './sample.ts';
import { SampleTabs } from './sample-tabs.tsx';
import { useWords } from './use-rule-names.ts';
import { VariantSearch } from './variant-search.tsx';

interface PreviewPanelProps {
  readonly definition: Definition;
  readonly promotionId: string | null;
  /** Is the draft whole enough to be priced? A name may lack. */
  readonly isWhole: boolean;
  readonly onRefused: (error: unknown) => void;
}

/** Sample baskets, one of them in view, that follow every change of the rule. */
export function PreviewPanel({ definition, promotionId, isWhole, onRefused }: PreviewPanelProps) {
  const t = useTexts(builderTexts);
  const { channels, locations, merchant, may } = useShop();
  const names = useNames();
  const [samples, setSamples] = useState<readonly Sample[]>(() => readSamples(channels));
  const [chosen, setChosen] = useState(0);
  const sample = samples[chosen] ?? emptySample(channels);
  const timeZone = zoneOf(sample.channelId, channels, locations, merchant.timeZone);
  const variantIds = useMemo(() => sample.lines.map((line) => line.variantId), [sample.lines]);
  const definitions = useMemo(() => [definition], [definition]);
  const words = useWords(definitions, variantIds);
  const [asked] = useDebouncedValue({ definition, sample, isWhole }, 300);
  const change = (part: Partial<Sample>) => {
    keep(replaced(samples, chosen, { ...sample, ...part }));
  };
  const keep = (next: readonly Sample[], shown = chosen) => {
    writeSamples(next);
    setSamples(next);
    setChosen(Math.min(shown, next.length - 1));
  };
  const basket = sampleBasket(
    asked.sample,
    channels,
    zoneOf(asked.sample.channelId, channels, locations, merchant.timeZone),
  );
  const named = {
    ...asked.definition,
    name: Object.keys(asked.definition.name).length > 0 ? asked.definition.name : { en: '…' },
  };
  const preview = useQuery({
    queryKey: ['promotion-preview', basket, named, promotionId],
    queryFn: ({ signal }) =>
      call('POST /api/promotions/preview', {
        body: { basket: basket as NonNullable<typeof basket>, definition: asked.isWhole ? named : null, promotionId },
        signal,
      }),
    enabled: basket !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const tellRefused = useRef(onRefused);
  tellRefused.current = onRefused;
  const { error } = preview;
  useEffect(() => {
    if (error instanceof ProblemError && error.field && error.status < 500) tellRefused.current(error);
  }, [error]);
  return (
    <Panel title={t('preview')} hint={t('previewHint')} className={classes.preview}>
      <div className={classes.stack}>
        <SampleTabs
          count={samples.length}
          chosen={chosen}
          onChoose={setChosen}
          onAdd={() => keep([...samples, { ...emptySample(channels), channelId: sample.channelId }], samples.length)}
          onRemove={() => keep(without(samples, chosen))}
        />
        <VariantSearch
          label={t('searchVariant')}
          onPick={({ variantId }) => {
            const known = sample.lines.find((line) => line.variantId === variantId);
            change({
              lines: known
                ? sample.lines.map((line) => (line === known ? { ...line, pieces: line.pieces + 1 } : line))
                : [...sample.lines, { variantId, pieces: 1 }],
            });
          }}
        />
        {sample.lines.length === 0 ? (
          <div className={classes.noBasket}>
            <strong>{t('emptyBasket')}</strong>
            <span>{t('emptyBasketWords')}</span>
          </div>
        ) : (
          <ul className={classes.basket}>
            {sample.lines.map((line) => {
              const name = words.names.variant(line.variantId) ?? '…';
              return (
                <li key={line.variantId}>
                  <span className={classes.basketName}>{name}</span>
                  <NumberInput
                    size="xs"
                    w={68}
                    aria-label={t('quantity', name)}
                    value={line.pieces}
                    min={1}
                    max={999}
                    clampBehavior="strict"
                    allowDecimal={false}
                    onChange={(pieces) =>
                      Number(pieces) >= 1 &&
                      change({
                        lines: sample.lines.map((one) => (one === line ? { ...one, pieces: Number(pieces) } : one)),
                      })
                    }
                  />
                  <CloseButton
                    size="sm"
                    aria-label={t('remove', name)}
                    onClick={() => change({ lines: sample.lines.filter((one) => one !== line) })}
                  />
                </li>
              );
            })}
          </ul>
        )}
        <PreviewClock
          value={sample.at}
          timeZone={timeZone}
          schedule={definition.schedule}
          onChange={(at) => change({ at })}
        />
        <details className={classes.more}>
          <summary>{t('circumstances')}</summary>
          <div className={classes.pairs}>
            <NativeSelect
              label={t('channel')}
              value={sample.channelId}
              data={channels.map((one) => ({ value: one.id, label: names.channel(one.id) }))}
              onChange={(event) => change({ channelId: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('delivery')}
              value={sample.method}
              data={[
                { value: '', label: t('inStore') },
                { value: 'ship', label: t('method', 'ship') },
                { value: 'pickup', label: t('method', 'pickup') },
              ]}
              onChange={(event) => change({ method: event.currentTarget.value as Sample['method'] })}
            />
            <NativeSelect
              label={t('paying')}
              value={sample.tender}
              data={[
                { value: '', label: t('notPaid') },
                ...sampleTenders.map((value) => ({ value, label: t('tenderKind', value) })),
              ]}
              onChange={(event) => change({ tender: event.currentTarget.value as Sample['tender'] })}
            />
            <TagsInput
              label={t('codes')}
              value={[...sample.codes]}
              maxTags={20}
              acceptValueOnBlur
              onChange={(codes) => change({ codes })}
            />
          </div>
          {may('member.read') ? (
            <div className={classes.member}>
              <MemberFinder
                label={t('buyer')}
                onPick={(one) => change({ member: { id: one.id, name: calledBy(one) } })}
              />
              <PickedMembers members={sample.member ? [sample.member] : []} onRemove={() => change({ member: null })} />
            </div>
          ) : null}
        </details>
        {!isWhole && sample.lines.length > 0 ? <p className={classes.note}>{t('previewGaps')}</p> : null}
        {basket && preview.data ? (
          <PreviewResult
            answer={preview.data}
            sample={sample}
            definition={definition}
            words={words}
            isStale={preview.isFetching}
          />
        ) : null}
      </div>
    </Panel>
  );
}
