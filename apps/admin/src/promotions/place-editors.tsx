import { Checkbox, SegmentedControl, TagsInput, Text, TextInput } from '@mantine/core';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { builderTexts } from '../messages/promotion-builder.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './builder.module.css';
import type { Definition } from './definition.ts';
import { AmountField, CountField, Pick } from './fields.tsx';
import { usePromotionChoices } from './use-rule-names.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}
interface CheckListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly empty?: string;
}

/** Some of a few. */
export function CheckList({ label, choices, value, onChange, empty }: CheckListProps) {
  return (
    <Checkbox.Group label={label} value={[...value]} onChange={onChange}>
      <div className={classes.checkList}>
        {choices.map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.label} />
        ))}
        {choices.length === 0 && empty ? <Text size="sm">{empty}</Text> : null}
      </div>
    </Checkbox.Group>
  );
}

/** Shops and selling locations with their names. */
export function usePlaceChoices(): { channels: Choice[]; locations: Choice[] } {
  const { channels, locations } = useShop();
  const names = useNames();
  return {
    channels: channels.map((one) => ({ value: one.id, label: names.channel(one.id) })),
    locations: locations.filter((one) => one.maySell).map((one) => ({ value: one.id, label: names.location(one.id) })),
  };
}

export function usePriceListChoices(): Choice[] {
  const { text } = useFormat();
  const { data } = useQuery({ queryKey: ['price-lists'], queryFn: () => call('GET /api/price-lists', {}) });
  return (data?.items ?? []).map((one) => ({ value: one.id, label: text(one.definition.name) }));
}

export interface AroundProps {
  readonly definition: Definition;
  readonly onChange: (definition: Definition) => void;
}

export function WhereEditor({ definition, onChange }: AroundProps) {
  const t = useTexts(builderTexts);
  const { channels, locations } = usePlaceChoices();
  const chosen = (next: string[], all: readonly Choice[]) =>
    next.length === 0 || next.length === all.length ? null : next;
  return (
    <div className={classes.stack}>
      <CheckList
        label={t('shops')}
        choices={channels}
        value={definition.channels ?? channels.map((one) => one.value)}
        onChange={(next) => onChange({ ...definition, channels: chosen(next, channels) })}
      />
      <details className={classes.more}>
        <summary>{t('stores')}</summary>
        <CheckList
          label={t('stores')}
          choices={locations}
          value={definition.locations ?? []}
          onChange={(next) => onChange({ ...definition, locations: next.length === 0 ? null : next })}
        />
      </details>
    </div>
  );
}

export function TriggerEditor({ definition, onChange }: AroundProps) {
  const t = useTexts(builderTexts);
  const { trigger } = definition;
  return (
    <div className={classes.stack}>
      <SegmentedControl
        fullWidth
        aria-label={t('place', 'trigger')}
        value={trigger.kind}
        data={[
          { value: 'automatic', label: t('automatic') },
          { value: 'code', label: t('byCode') },
        ]}
        onChange={(kind) =>
          onChange({
            ...definition,
            trigger: kind === 'code' ? { kind: 'code', sharedCodes: [] } : { kind: 'automatic' },
          })
        }
      />
      {trigger.kind === 'code' ? (
        <TagsInput
          label={t('sharedCodes')}
          description={t('sharedCodesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={trigger.sharedCodes.length === 0 ? t('enterAfter') : ''}
          value={[...trigger.sharedCodes]}
          maxTags={100}
          acceptValueOnBlur
          onChange={(codes) =>
            onChange({
              ...definition,
              trigger: { kind: 'code', sharedCodes: codes.map((one) => one.trim().slice(0, 40)).filter(Boolean) },
            })
          }
        />
      ) : null}
    </div>
  );
}

const counts = ['uses', 'usesPerMember', 'usesPerDay', 'usesPerOrder', 'pieces'] as const;
const amounts = ['budgetAmount', 'maxAmountPerOrder'] as const;

export function LimitsEditor({ definition, onChange }: AroundProps) {
  const t = useTexts(builderTexts);
  const { limits } = definition;
  const change = (part: Partial<typeof limits>) => onChange({ ...definition, limits: { ...limits, ...part } });
  return (
    <div className={classes.pairs}>
      {counts.map((key) => (
        <CountField
          key={key}
          label={t('limit', key)}
          placeholder={t('noLimit')}
          value={limits[key]}
          max={1_000_000_000}
          onChange={(count) => change({ [key]: count })}
          onEmpty={() => change({ [key]: null })}
        />
      ))}
      {amounts.map((key) => (
        <AmountField
          key={key}
          label={t('limit', key)}
          placeholder={t('noLimit')}
          value={limits[key]}
          onChange={(amount) => change({ [key]: Math.max(1, amount) })}
          onEmpty={() => change({ [key]: null })}
        />
      ))}
    </div>
  );
}

const phases = ['line', 'set', 'order', 'coupon'] as const;

/** Beside which others, in which step and order, off which price. */
export function CombineEditor({ definition, onChange }: AroundProps) {
  const t = useTexts(builderTexts);
  const { text } = useFormat();
  const others = usePromotionChoices().filter((one) => one.state !== 'ended');
  const change = (part: Partial<Definition>) => onChange({ ...definition, ...part });
  const kind = definition.combinesWith ? 'only' : definition.exclusive;
  const check = (key: 'excludeDiscounted' | 'breaksFloor') => (
    <Checkbox
      label={t(key)}
      checked={definition[key]}
      onChange={(event) => change({ [key]: event.currentTarget.checked })}
    />
  );
  const groups = [...new Set(others.flatMap((one) => one.definition.stackGroup ?? []))].sort();
  const group = (
    <TextInput
      label={t('groupName')}
      value={definition.stackGroup ?? ''}
      maxLength={200}
      onChange={(event) => change({ stackGroup: event.currentTarget.value || null })}
    />
  );
  return (
    <div className={classes.stack}>
      <Pick
        label={t('exclusive')}
        value={kind}
        choices={(['none', 'phase', 'group', 'all', 'only'] as const).map((value) => ({
          value,
          label: t('exclusiveKind', value),
        }))}
        onChange={(next) =>
          change(next === 'only' ? { exclusive: 'all', combinesWith: [] } : { exclusive: next, combinesWith: null })
        }
      />
      {kind === 'group' ? group : null}
      {definition.combinesWith ? (
        <CheckList
          label={t('combinesWith')}
          choices={[
            ...groups.map((one) => ({ value: one, label: t('wholeGroup', one) })),
            ...others.map((one) => ({ value: one.id, label: text(one.definition.name) })),
          ]}
          value={definition.combinesWith}
          onChange={(combinesWith) => change({ combinesWith })}
        />
      ) : null}
      {check('excludeDiscounted')}
      <details className={classes.more}>
        <summary>{t('advanced')}</summary>
        <div className={classes.stack}>
          <div className={classes.pair}>
            {definition.phase === 'shipping' || definition.phase === 'gift' ? null : (
              <Pick
                label={t('phase')}
                value={definition.phase as (typeof phases)[number]}
                choices={phases.map((value) => ({ value, label: t('phaseKind', value) }))}
                onChange={(phase) => change({ phase })}
              />
            )}
            <CountField
              label={`${t('priority')} · ${t('priorityHint')}`}
              value={definition.priority}
              min={0}
              max={1_000_000}
              onChange={(priority) => change({ priority })}
            />
          </div>
          <Pick
            label={t('base')}
            value={definition.base}
            choices={(['current', 'original'] as const).map((value) => ({ value, label: t('baseKind', value) }))}
            onChange={(base) => change({ base })}
          />
          {kind === 'group' ? null : group}
          {check('breaksFloor')}
        </div>
      </details>
    </div>
  );
}
