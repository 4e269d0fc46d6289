import { Button, Checkbox, CloseButton } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { useShop } from '../shop/shop.ts';
import classes from './builder.module.css';
import type { Action, ActionOf } from './definition.ts';
import { anything } from './definition.ts';
import { AmountField, CountField, PercentField, Pick, RewardFields, Rows, replaced, without } from './fields.tsx';
import { GoodsPicker } from './goods-picker.tsx';
import { VariantSearch } from './variant-search.tsx';
import type { Words } from './words.ts';

export interface ActionEditorProps<A extends Action = Action> {
  readonly action: A;
  readonly onChange: (action: Action) => void;
  readonly words: Words;
}

/** What it gives: percentage, amount, price, per what. */
export function ValueEditor({ action, onChange }: ActionEditorProps) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const pers = [
    { value: 'unit' as const, label: t('perUnit') },
    { value: 'line' as const, label: t('perLine') },
    { value: 'order' as const, label: t('perOrder') },
  ];
  if (action.kind === 'percent_off')
    return <PercentField value={action.basisPoints} onChange={(basisPoints) => onChange({ ...action, basisPoints })} />;
  if (action.kind === 'amount_off' || action.kind === 'fixed_price')
    return (
      <div className={classes.pair}>
        <AmountField
          label={t('amount', currency)}
          value={action.amount}
          onChange={(amount) =>
            onChange({ ...action, amount: action.kind === 'amount_off' ? Math.max(1, amount) : amount })
          }
        />
        <Pick label={t('per')} value={action.per} choices={pers} onChange={(per) => onChange({ ...action, per })} />
      </div>
    );
  if (action.kind === 'n_for_price')
    return (
      <div className={classes.pair}>
        <CountField label={t('nPieces')} value={action.n} min={2} onChange={(n) => onChange({ ...action, n })} />
        <AmountField
          label={t('amount', currency)}
          value={action.amount}
          onChange={(amount) => onChange({ ...action, amount })}
        />
      </div>
    );
  if (!('reward' in action)) return null;
  return (
    <div className={classes.stack}>
      {action.kind === 'nth_item' ? (
        <CountField label={t('everyNth')} value={action.n} min={2} onChange={(n) => onChange({ ...action, n })} />
      ) : null}
      <RewardFields reward={action.reward} onChange={(reward) => onChange({ ...action, reward })} />
    </div>
  );
}

export function UnitsEditor({ action, onChange }: ActionEditorProps<ActionOf<'percent_off' | 'amount_off'>>) {
  const t = useTexts(builderTexts);
  const { units } = action;
  return (
    <div className={classes.pair}>
      <Pick
        label={t('which')}
        value={units.which}
        choices={[
          { value: 'all', label: t('whichAll') },
          { value: 'cheapest', label: t('whichCheapest') },
          { value: 'dearest', label: t('whichDearest') },
        ]}
        onChange={(which) =>
          onChange({
            ...action,
            units: which === 'all' ? { which } : { which, count: 'count' in units ? units.count : 1 },
          })
        }
      />
      {units.which === 'all' ? null : (
        <CountField
          label={t('howMany')}
          value={units.count}
          onChange={(count) => onChange({ ...action, units: { ...units, count } })}
        />
      )}
    </div>
  );
}

export function PickEditor({ action, onChange }: ActionEditorProps<ActionOf<'buy_get' | 'nth_item'>>) {
  const t = useTexts(builderTexts);
  return (
    <Pick
      label={t('pickLegend')}
      value={`${action.grouping} ${action.choose}`}
      choices={[
        { value: 'pooled cheapest', label: t('pooledCheapest') },
        { value: 'per_set cheapest', label: t('perSetCheapest') },
        { value: 'pooled dearest', label: t('pooledDearest') },
        { value: 'per_set dearest', label: t('perSetDearest') },
      ]}
      onChange={(next) => {
        const [grouping, choose] = next.split(' ') as ['pooled' | 'per_set', 'cheapest' | 'dearest'];
        onChange({ ...action, grouping, choose });
      }}
    />
  );
}

export function BuyCountEditor({ action, onChange }: ActionEditorProps<ActionOf<'buy_get'>>) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const { buy } = action;
  const change = (part: Partial<typeof buy>) => onChange({ ...action, buy: { ...buy, ...part } });
  return (
    <div className={classes.pair}>
      <Pick
        label={t('measure')}
        value={buy.minAmount === null ? 'pieces' : 'amount'}
        choices={[
          { value: 'pieces', label: t('inPieces') },
          { value: 'amount', label: t('inAmount') },
        ]}
        onChange={(kind) =>
          change(kind === 'pieces' ? { count: 2, minAmount: null } : { count: null, minAmount: 10_000 })
        }
      />
      {buy.minAmount === null ? (
        <CountField label={t('pieces')} value={buy.count} onChange={(count) => change({ count })} />
      ) : (
        <AmountField
          label={t('amount', currency)}
          value={buy.minAmount}
          onChange={(amount) => change({ minAmount: Math.max(1, amount) })}
        />
      )}
    </div>
  );
}

export function PartsEditor({ action, onChange, words }: ActionEditorProps<ActionOf<'set'>>) {
  const t = useTexts(builderTexts);
  const { parts } = action;
  return (
    <Rows
      addLabel={t('addSetPart')}
      removeLabel={(number) => t('removePart', number)}
      onAdd={() => onChange({ ...action, parts: [...parts, { items: anything, count: 1 }] })}
      onRemove={(index) => onChange({ ...action, parts: without(parts, index) })}
      rows={parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place.
        <fieldset key={index} className={classes.fold}>
          <legend>{t('part', index + 1)}</legend>
          <CountField
            label={t('pieces')}
            value={part.count}
            onChange={(count) => onChange({ ...action, parts: replaced(parts, index, { ...part, count }) })}
          />
          <GoodsPicker
            filter={part.items}
            words={words}
            onChange={(items) => onChange({ ...action, parts: replaced(parts, index, { ...part, items }) })}
          />
        </fieldset>
      ))}
    />
  );
}

export function AddOnsEditor({ action, onChange, words }: ActionEditorProps<ActionOf<'add_on'>>) {
  const t = useTexts(builderTexts);
  const { choices } = action;
  return (
    <div className={classes.stack}>
      <CountField label={t('howMany')} value={action.count} onChange={(count) => onChange({ ...action, count })} />
      {choices.map((choice, index) => {
        const name = words.names.variant(choice.variantId) ?? '…';
        return (
          <div key={choice.variantId} className={classes.row}>
            <div className={classes.rowBody}>
              <AmountField
                label={name}
                value={choice.amount}
                onChange={(amount) => onChange({ ...action, choices: replaced(choices, index, { ...choice, amount }) })}
              />
            </div>
            <CloseButton
              aria-label={t('takeOut', name)}
              onClick={() => onChange({ ...action, choices: without(choices, index) })}
            />
          </div>
        );
      })}
      <VariantSearch
        label={t('searchVariant')}
        onPick={({ variantId, amount }) =>
          choices.some((one) => one.variantId === variantId) ||
          onChange({ ...action, choices: [...choices, { variantId, amount: Math.round((amount ?? 0) / 2) }] })
        }
      />
    </div>
  );
}

export function PerEditor({ action, onChange }: ActionEditorProps<ActionOf<'add_on'>>) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const { per } = action;
  return (
    <div className={classes.pair}>
      <Pick
        label={t('measure')}
        value={per.kind}
        choices={[
          { value: 'unit', label: t('inPieces') },
          { value: 'amount', label: t('inAmount') },
        ]}
        onChange={(kind) => onChange({ ...action, per: { kind, value: kind === 'unit' ? 1 : 10_000 } })}
      />
      {per.kind === 'unit' ? (
        <CountField
          label={t('pieces')}
          value={per.value}
          onChange={(value) => onChange({ ...action, per: { ...per, value } })}
        />
      ) : (
        <AmountField
          label={t('amount', currency)}
          value={per.value}
          onChange={(value) => onChange({ ...action, per: { ...per, value: Math.max(1, value) } })}
        />
      )}
    </div>
  );
}

export function MethodsEditor({ action, onChange }: ActionEditorProps<ActionOf<'shipping'>>) {
  const t = useTexts(builderTexts);
  const all = ['ship', 'pickup'];
  const chosen = action.methods ?? all;
  return (
    <Checkbox.Group
      label={t('methods')}
      value={[...chosen]}
      onChange={(next) => next.length > 0 && onChange({ ...action, methods: next.length === all.length ? null : next })}
    >
      <div className={classes.checks}>
        {all.map((method) => (
          <Checkbox key={method} value={method} label={t('method', method)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

export function SameGoods({ action, onChange }: ActionEditorProps<ActionOf<'buy_get'>>) {
  const t = useTexts(builderTexts);
  const isSame = JSON.stringify(action.get.items) === JSON.stringify(action.buy.items);
  return (
    <Button
      variant="default"
      size="compact-sm"
      disabled={isSame}
      onClick={() => onChange({ ...action, get: { ...action.get, items: action.buy.items } })}
    >
      {t('sameAsBought')}
    </Button>
  );
}
