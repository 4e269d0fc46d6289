import { useTexts } from '@tandem/ui/react/index.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import {
  AddOnsEditor,
  BuyCountEditor,
  MethodsEditor,
  PartsEditor,
  PerEditor,
  PickEditor,
  SameGoods,
  UnitsEditor,
  ValueEditor,
} from './action-editors.tsx';
import classes from './builder.module.css';
import { ConditionEditor, SingleFields } from './condition-editor.tsx';
import { conditionOf, mayStandBeside, partsOf, type WhoKind, whoKinds } from './condition-parts.ts';
import { type Action, type Definition, withAction } from './definition.ts';
import { CountField, Pick } from './fields.tsx';
import { GoodsPicker } from './goods-picker.tsx';
import { newCondition } from './new-condition.ts';
import { CombineEditor, LimitsEditor, TriggerEditor, WhereEditor } from './place-editors.tsx';
import { openSchedule, ScheduleFields, scheduleOrNull } from './schedule-editor.tsx';
import type { PhraseKey } from './sentence.ts';
import { StepsEditor } from './steps-editor.tsx';
import type { Words } from './words.ts';

interface PhraseEditorProps {
  readonly phrase: PhraseKey;
  readonly definition: Definition;
  readonly onChange: (definition: Definition) => void;
  readonly words: Words;
}

/** The small editor behind a phrase. */
export function PhraseEditor({ phrase, definition, onChange, words }: PhraseEditorProps) {
  const around = { definition, onChange };
  switch (phrase) {
    case 'who':
      return <WhoEditor {...around} words={words} />;
    case 'where':
      return <WhereEditor {...around} />;
    case 'trigger':
      return <TriggerEditor {...around} />;
    case 'limits':
      return <LimitsEditor {...around} />;
    case 'combine':
      return <CombineEditor {...around} />;
    case 'schedule':
      return (
        <ScheduleFields
          schedule={definition.schedule ?? openSchedule}
          onChange={(schedule) => onChange({ ...definition, schedule: scheduleOrNull(schedule) })}
        />
      );
    case 'condition': {
      const { who, rest } = partsOf(definition.condition);
      const shown = who && rest.length === 0 ? null : definition.condition;
      return (
        <ConditionEditor
          condition={shown}
          words={words}
          onChange={(condition) =>
            onChange({
              ...definition,
              condition: shown === null ? conditionOf({ who, rest: condition ? [condition] : [] }) : condition,
            })
          }
        />
      );
    }
    default:
      return (
        <ActionPart
          phrase={phrase}
          action={definition.action}
          onChange={(action) => onChange(withAction(definition, action))}
          words={words}
        />
      );
  }
}

interface ActionPartProps {
  readonly phrase: PhraseKey;
  readonly action: Action;
  readonly onChange: (action: Action) => void;
  readonly words: Words;
}

function ActionPart({ phrase, action, onChange, words }: ActionPartProps) {
  const t = useTexts(builderTexts);
  const given = { onChange, words };
  if (phrase === 'value') return <ValueEditor {...given} action={action} />;
  if (phrase === 'items' && 'items' in action)
    return <GoodsPicker filter={action.items} words={words} onChange={(items) => onChange({ ...action, items })} />;
  switch (action.kind) {
    case 'percent_off':
    case 'amount_off':
      return <UnitsEditor {...given} action={action} />;
    case 'quantity_breaks':
      if (phrase === 'steps') return <StepsEditor {...given} action={action} />;
      return (
        <Pick
          label={t('place', 'counted')}
          value={action.counted}
          choices={(['line', 'product', 'group'] as const).map((value) => ({ value, label: t('counted', value) }))}
          onChange={(counted) => onChange({ ...action, counted })}
        />
      );
    case 'n_for_price':
      return (
        <Pick
          label={t('place', 'fill')}
          value={action.fill}
          choices={(['dearest_first', 'basket_order'] as const).map((value) => ({ value, label: t('fill', value) }))}
          onChange={(fill) => onChange({ ...action, fill })}
        />
      );
    case 'spend_ladder':
    case 'gift':
      return <StepsEditor {...given} action={action} />;
    case 'set':
      return <PartsEditor {...given} action={action} />;
    case 'nth_item':
      return <PickEditor {...given} action={action} />;
    case 'add_on':
      return phrase === 'per' ? <PerEditor {...given} action={action} /> : <AddOnsEditor {...given} action={action} />;
    case 'shipping':
      return <MethodsEditor {...given} action={action} />;
    case 'buy_get':
      return <BuyGetPart phrase={phrase} {...given} action={action} />;
    default:
      return null;
  }
}

function BuyGetPart({
  phrase,
  action,
  onChange,
  words,
}: ActionPartProps & { action: Extract<Action, { kind: 'buy_get' }> }) {
  const t = useTexts(builderTexts);
  const { buy, get } = action;
  if (phrase === 'buyCount') return <BuyCountEditor action={action} onChange={onChange} words={words} />;
  if (phrase === 'pick') return <PickEditor action={action} onChange={onChange} words={words} />;
  if (phrase === 'getCount')
    return (
      <CountField
        label={t('pieces')}
        value={get.count}
        onChange={(count) => onChange({ ...action, get: { ...get, count } })}
      />
    );
  if (phrase === 'repeat')
    return (
      <Pick
        label={t('place', 'repeat')}
        value={action.isRepeated ? 'often' : 'once'}
        choices={[
          { value: 'often', label: t('repeat') },
          { value: 'once', label: t('repeatOnce') },
        ]}
        onChange={(next) => onChange({ ...action, isRepeated: next === 'often' })}
      />
    );
  const isSame = JSON.stringify(buy.items) === JSON.stringify(get.items);
  if (phrase === 'buyItems')
    return (
      <GoodsPicker
        filter={buy.items}
        words={words}
        onChange={(items) => onChange({ ...action, buy: { ...buy, items }, get: isSame ? { ...get, items } : get })}
      />
    );
  return (
    <div className={classes.stack}>
      <SameGoods action={action} onChange={onChange} words={words} />
      <GoodsPicker
        key={String(isSame)}
        filter={get.items}
        words={words}
        onChange={(items) => onChange({ ...action, get: { ...get, items } })}
      />
    </div>
  );
}

function WhoEditor({ definition, onChange, words }: Omit<PhraseEditorProps, 'phrase'>) {
  const t = useTexts(builderTexts);
  const { who, rest } = partsOf(definition.condition);
  const change = (next: typeof who) => onChange({ ...definition, condition: conditionOf({ who: next, rest }) });
  if (!mayStandBeside(definition.condition)) return <p className={classes.note}>{t('deepCondition')}</p>;
  return (
    <div className={classes.stack}>
      <Pick<WhoKind | 'everybody'>
        label={t('place', 'who')}
        value={who?.kind ?? 'everybody'}
        choices={(['everybody', ...whoKinds] as const).map((value) => ({ value, label: t('whoKind', value) }))}
        onChange={(kind) => change(kind === 'everybody' ? null : (newCondition(kind) as NonNullable<typeof who>))}
      />
      {who ? (
        <SingleFields key={who.kind} condition={who} words={words} onChange={(next) => change(next as typeof who)} />
      ) : null}
    </div>
  );
}
