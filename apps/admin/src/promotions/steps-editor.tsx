import { Checkbox, CloseButton } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { useShop } from '../shop/shop.ts';
import type { ActionEditorProps } from './action-editors.tsx';
import classes from './builder.module.css';
import type { ActionOf } from './definition.ts';
import { AmountField, CountField, Pick, RewardFields, Rows, replaced, without } from './fields.tsx';
import { VariantSearch } from './variant-search.tsx';

/** Steps of pieces, of spending, or of gifts. */
export function StepsEditor(props: ActionEditorProps<ActionOf<'quantity_breaks' | 'spend_ladder' | 'gift'>>) {
  const { action } = props;
  if (action.kind === 'quantity_breaks') return <BreakSteps {...props} action={action} />;
  if (action.kind === 'spend_ladder') return <SpendSteps {...props} action={action} />;
  return <GiftSteps {...props} action={action} />;
}

function BreakSteps({ action, onChange }: ActionEditorProps<ActionOf<'quantity_breaks'>>) {
  const t = useTexts(builderTexts);
  const { breaks } = action;
  const last = breaks.at(-1) ?? { min: 0, reward: { kind: 'percent' as const, basisPoints: 1000 } };
  return (
    <Rows
      addLabel={t('addStep')}
      removeLabel={(number) => t('removeStep', number)}
      onAdd={() => onChange({ ...action, breaks: [...breaks, { ...last, min: last.min + 3000 }] })}
      onRemove={(index) => onChange({ ...action, breaks: without(breaks, index) })}
      rows={breaks.map((one, index) => (
        <>
          <CountField
            label={`${t('stepFrom')} (${t('inPieces')})`}
            value={one.min / 1000}
            max={100_000}
            onChange={(count) =>
              onChange({ ...action, breaks: replaced(breaks, index, { ...one, min: count * 1000 }) })
            }
          />
          <RewardFields
            reward={one.reward}
            onChange={(reward) => onChange({ ...action, breaks: replaced(breaks, index, { ...one, reward }) })}
          />
        </>
      ))}
    />
  );
}

function SpendSteps({ action, onChange }: ActionEditorProps<ActionOf<'spend_ladder'>>) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const { steps } = action;
  const last = steps.at(-1) ?? { minAmount: 0, reward: { kind: 'percent' as const, basisPoints: 1000 } };
  return (
    <div className={classes.stack}>
      <Rows
        addLabel={t('addStep')}
        removeLabel={(number) => t('removeStep', number)}
        onAdd={() =>
          onChange({
            ...action,
            isRepeated: false,
            steps: [...steps, { ...last, minAmount: Math.max(1, last.minAmount * 2) }],
          })
        }
        onRemove={(index) => onChange({ ...action, steps: without(steps, index) })}
        rows={steps.map((one, index) => (
          <>
            <AmountField
              label={`${t('stepFrom')} (${currency})`}
              value={one.minAmount}
              onChange={(amount) =>
                onChange({ ...action, steps: replaced(steps, index, { ...one, minAmount: Math.max(1, amount) }) })
              }
            />
            <RewardFields
              reward={one.reward}
              onChange={(reward) => onChange({ ...action, steps: replaced(steps, index, { ...one, reward }) })}
            />
          </>
        ))}
      />
      <Checkbox
        label={t('eachFull')}
        disabled={steps.length > 1}
        checked={action.isRepeated}
        onChange={(event) => onChange({ ...action, isRepeated: event.currentTarget.checked })}
      />
    </div>
  );
}

function GiftSteps({ action, onChange, words }: ActionEditorProps<ActionOf<'gift'>>) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const { steps } = action;
  type Step = (typeof steps)[number];
  const change = (index: number, part: Partial<Step>) => {
    const one = steps[index];
    if (one) onChange({ ...action, steps: replaced(steps, index, { ...one, ...part }) });
  };
  const last = steps.at(-1);
  return (
    <Rows
      addLabel={t('addStep')}
      removeLabel={(number) => t('removeStep', number)}
      onAdd={() =>
        onChange({
          ...action,
          steps: [...steps, { minAmount: (last?.minAmount ?? 10_000) * 2, minCount: null, choices: [], count: 1 }],
        })
      }
      onRemove={(index) => onChange({ ...action, steps: without(steps, index) })}
      rows={steps.map((one, index) => (
        <>
          <div className={classes.pair}>
            <Pick
              label={t('measure')}
              value={one.minAmount === null ? 'pieces' : 'amount'}
              choices={[
                { value: 'amount', label: t('inAmount') },
                { value: 'pieces', label: t('inPieces') },
              ]}
              onChange={(kind) =>
                change(
                  index,
                  kind === 'pieces' ? { minAmount: null, minCount: 2 } : { minAmount: 10_000, minCount: null },
                )
              }
            />
            {one.minAmount === null ? (
              <CountField
                label={t('stepFrom')}
                value={one.minCount}
                onChange={(minCount) => change(index, { minCount })}
              />
            ) : (
              <AmountField
                label={`${t('stepFrom')} (${currency})`}
                value={one.minAmount}
                onChange={(amount) => change(index, { minAmount: Math.max(1, amount) })}
              />
            )}
          </div>
          <CountField label={t('howMany')} value={one.count} onChange={(count) => change(index, { count })} />
          <ul className={classes.chosen} aria-label={t('giftChoices')}>
            {one.choices.map((id) => {
              const name = words.names.variant(id) ?? '…';
              return (
                <li key={id} className={classes.chosenOne}>
                  {name}
                  <CloseButton
                    size="xs"
                    aria-label={t('takeOut', name)}
                    onClick={() => change(index, { choices: one.choices.filter((other) => other !== id) })}
                  />
                </li>
              );
            })}
          </ul>
          <VariantSearch
            label={t('giftChoices')}
            onPick={({ variantId }) =>
              one.choices.includes(variantId) || change(index, { choices: [...one.choices, variantId] })
            }
          />
        </>
      ))}
    />
  );
}
