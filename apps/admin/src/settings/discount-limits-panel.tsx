import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { belowField } from '../parts/below-field.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import classes from './settings-page.module.css';
import { parseShare, shareText } from './share-text.ts';

/** How much each role may take off by hand at a till, and what happens beyond it. */
export function DiscountLimitsPanel() {
  const t = useTexts(settingsTexts);
  const { merchant, session, may } = useShop();
  const queries = useQueryClient();
  const isReadOnly = !may('merchant.change');
  const { cashier, manager } = merchant.discountLimits;
  const isShare = (typed: string) => (parseShare(typed) === undefined ? t('badShare') : null);
  const form = useForm({
    initialValues: { cashier: shareText(cashier), manager: shareText(manager) },
    validate: { cashier: isShare, manager: isShare },
  });
  const save = useCommand('PATCH /api/merchant', {
    done: t('saved'),
    onDone: (changed) => {
      const limits = changed.discountLimits;
      const saved = { cashier: shareText(limits.cashier), manager: shareText(limits.manager) };
      form.setInitialValues(saved);
      form.setValues(saved);
      queries.setQueryData(['session'], { kind: 'in', session: { ...session, merchant: changed } });
    },
  });
  const send = (typed: typeof form.values) => {
    const limits = { cashier: parseShare(typed.cashier), manager: parseShare(typed.manager) };
    if (limits.cashier === undefined || limits.manager === undefined) return;
    save.mutate({ body: { discountLimits: { cashier: limits.cashier, manager: limits.manager } } });
  };
  const field = (role: 'cashier' | 'manager', label: string) => {
    const share = parseShare(form.values[role]);
    return (
      <TextInput
        label={label}
        description={share === undefined ? undefined : t('limitHint', shareText(share))}
        inputWrapperOrder={belowField}
        inputMode="decimal"
        maxLength={10}
        rightSection={<span aria-hidden>%</span>}
        readOnly={isReadOnly}
        {...form.getInputProps(role)}
      />
    );
  };
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Panel title={t('byHand')} hint={t('byHandHint')}>
        <div className={classes.fields}>
          {field('cashier', t('cashiersLimit'))}
          {field('manager', t('managersLimit'))}
          <TextInput
            label={t('ownersLimit')}
            description={t('ownersLimitHint')}
            inputWrapperOrder={belowField}
            readOnly
            value={t('anyShare')}
          />
          <div className={`${classes.wide} ${classes.words}`}>
            <p>{t('beyondLimit')}</p>
            <p>
              {t('beyondLimitListed')}
              <Link href="/exceptions">{t('thingsToCheck')}</Link>
              {t('fullStop')}
            </p>
          </div>
          {isReadOnly ? null : (
            <div className={classes.wide}>
              <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
                {t('save')}
              </Button>
            </div>
          )}
        </div>
      </Panel>
    </form>
  );
}
