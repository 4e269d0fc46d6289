import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { MemberLabelsInput } from '../members/member-labels-input.tsx';
import { builderTexts } from '../messages/promotion-builder.ts';
import { useShop } from '../shop/shop.ts';
import classes from './builder.module.css';
import { type Condition, type GroupCondition, isGroup, type SingleCondition, type WireFilter } from './definition.ts';
import { AmountField, CountField, Pick, replaced, without } from './fields.tsx';
import { GoodsPicker } from './goods-picker.tsx';
import { newCondition } from './new-condition.ts';
import { CheckList, usePlaceChoices, usePriceListChoices } from './place-editors.tsx';
import { sampleTenders } from './sample.ts';
import { ScheduleFields } from './schedule-editor.tsx';
import type { Words } from './words.ts';

const singleKinds = [
  'spend',
  'quantity',
  'contains',
  'member',
  'tier',
  'member_tag',
  'birthday',
  'birthday_month',
  'nth_order',
  'referred',
  'channel',
  'location',
  'time',
  'price_list',
  'shipping_method',
  'tender',
] as const;
const groupKinds = ['all', 'any', 'none'] as const;

interface ConditionEditorProps {
  readonly condition: Condition | null;
  readonly onChange: (condition: Condition | null) => void;
  readonly words: Words;
}

/** The whole tree: all, any or none of conditions, and groups of them. */
export function ConditionEditor({ condition, onChange, words }: ConditionEditorProps) {
  const group: GroupCondition =
    condition && isGroup(condition) ? condition : { kind: 'all', of: condition ? [condition] : [] };
  const change = ({ kind, of }: GroupCondition) => {
    const [only] = of;
    if (!only) onChange(null);
    else onChange(of.length === 1 && kind !== 'none' ? only : { kind, of });
  };
  return <GroupEditor group={group} depth={0} onChange={change} words={words} />;
}

interface GroupEditorProps {
  readonly group: GroupCondition;
  readonly depth: number;
  readonly onChange: (group: GroupCondition) => void;
  readonly words: Words;
}

function GroupEditor({ group, depth, onChange, words }: GroupEditorProps) {
  const t = useTexts(builderTexts);
  const { of } = group;
  return (
    <div className={classes.stack}>
      {of.length > 1 || depth > 0 ? (
        <Pick
          label={t('match')}
          value={group.kind}
          choices={groupKinds.map((value) => ({ value, label: t('matchKind', value) }))}
          onChange={(kind) => onChange({ ...group, kind })}
        />
      ) : null}
      {of.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place.
        <fieldset key={`${of.length} ${index}`} className={classes.fold}>
          <legend>{t('condition', index + 1)}</legend>
          <div className={classes.row}>
            <div className={classes.rowBody}>
              {isGroup(one) ? (
                <GroupEditor
                  group={one}
                  depth={depth + 1}
                  words={words}
                  onChange={(next) => onChange({ ...group, of: replaced(of, index, next) })}
                />
              ) : (
                <SingleEditor
                  condition={one}
                  words={words}
                  onChange={(next) => onChange({ ...group, of: replaced(of, index, next) })}
                />
              )}
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeCondition', index + 1)}
              onClick={() => onChange({ ...group, of: without(of, index) })}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </div>
        </fieldset>
      ))}
      <div className={classes.checks}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange({ ...group, of: [...of, newCondition('spend')] })}
        >
          {t('addCondition')}
        </Button>
        {depth < 1 ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange({ ...group, of: [...of, newCondition('any')] })}
          >
            {t('addGroup')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface SingleEditorProps {
  readonly condition: SingleCondition;
  readonly onChange: (condition: Condition) => void;
  readonly words: Words;
}

function SingleEditor({ condition, onChange, words }: SingleEditorProps) {
  const t = useTexts(builderTexts);
  return (
    <div className={classes.stack}>
      <Pick
        label={t('place', 'condition')}
        value={condition.kind}
        choices={singleKinds.map((value) => ({ value, label: t('conditionKind', value) }))}
        onChange={(kind) => onChange(newCondition(kind))}
      />
      <SingleFields key={condition.kind} condition={condition} onChange={onChange} words={words} />
    </div>
  );
}

/** The fields of a condition; none for those that only are or are not. */
export function SingleFields({ condition: one, onChange, words }: SingleEditorProps) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const places = usePlaceChoices();
  const lists = usePriceListChoices();
  const goods =
    'items' in one ? (
      <GoodsPicker filter={one.items as WireFilter} words={words} onChange={(items) => onChange({ ...one, items })} />
    ) : null;
  const check = (label: string, checked: boolean, change: (next: boolean) => void) => (
    <Checkbox label={label} checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
  );
  switch (one.kind) {
    case 'spend':
      return (
        <>
          <AmountField
            label={t('amount', currency)}
            value={one.minAmount}
            onChange={(minAmount) => onChange({ ...one, minAmount })}
          />
          {check(t('strictly'), one.isStrict, (isStrict) => onChange({ ...one, isStrict }))}
          {check(t('beforeDiscounts'), one.measured === 'original', (is) =>
            onChange({ ...one, measured: is ? 'original' : 'current' }),
          )}
          {goods}
        </>
      );
    case 'quantity':
      return (
        <>
          <CountField
            label={t('pieces')}
            value={one.min / 1000}
            max={100_000}
            onChange={(count) => onChange({ ...one, min: count * 1000 })}
          />
          {check(t('onOneLine'), one.of === 'line', (is) => onChange({ ...one, of: is ? 'line' : 'group' }))}
          {goods}
        </>
      );
    case 'contains':
      return goods;
    case 'tier':
      return (
        <MemberLabelsInput
          part="tiers"
          label={t('tiers')}
          placeholder={t('enterAfter')}
          value={[...one.tiers]}
          onChange={(tiers) => onChange({ ...one, tiers })}
        />
      );
    case 'member_tag':
      return (
        <MemberLabelsInput
          part="tags"
          label={t('tags')}
          placeholder={t('enterAfter')}
          value={[...one.tags]}
          onChange={(tags) => onChange({ ...one, tags })}
        />
      );
    case 'birthday':
      return (
        <div className={classes.pair}>
          <CountField
            label={t('daysBefore')}
            value={one.daysBefore}
            min={0}
            max={180}
            onChange={(daysBefore) => onChange({ ...one, daysBefore })}
          />
          <CountField
            label={t('daysAfter')}
            value={one.daysAfter}
            min={0}
            max={180}
            onChange={(daysAfter) => onChange({ ...one, daysAfter })}
          />
        </div>
      );
    case 'nth_order':
      return (
        <>
          <CountField label={t('nthOrder')} value={one.n} onChange={(n) => onChange({ ...one, n })} />
          {check(t('everyNthOrder'), one.isRepeated, (isRepeated) => onChange({ ...one, isRepeated }))}
        </>
      );
    case 'channel':
      return (
        <CheckList
          label={t('shops')}
          choices={places.channels}
          value={one.channels}
          onChange={(channels) => onChange({ ...one, channels })}
        />
      );
    case 'location':
      return (
        <CheckList
          label={t('stores')}
          choices={places.locations}
          value={one.locations}
          onChange={(locations) => onChange({ ...one, locations })}
        />
      );
    case 'time':
      return <ScheduleFields schedule={one.schedule} onChange={(schedule) => onChange({ ...one, schedule })} />;
    case 'price_list':
      return (
        <CheckList
          label={t('conditionKind', 'price_list')}
          empty={t('noPriceLists')}
          choices={lists}
          value={one.priceLists}
          onChange={(priceLists) => onChange({ ...one, priceLists })}
        />
      );
    case 'shipping_method':
      return (
        <CheckList
          label={t('methods')}
          choices={['ship', 'pickup'].map((value) => ({ value, label: t('method', value) }))}
          value={one.methods}
          onChange={(methods) => onChange({ ...one, methods })}
        />
      );
    case 'tender':
      return (
        <CheckList
          label={t('conditionKind', 'tender')}
          choices={sampleTenders.map((value) => ({ value, label: words.t('tender', value) }))}
          value={one.tenders}
          onChange={(tenders) => onChange({ ...one, tenders })}
        />
      );
    default:
      return null;
  }
}
