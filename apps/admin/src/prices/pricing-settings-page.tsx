import { Badge, Button, Group, Modal, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { call } from '@tandem/contract/client.ts';
import { defaultCodeQuota, type PricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import { ErrorState, FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { pricingSettingTexts } from '../messages/pricing-settings.ts';
import { problemTexts } from '../messages/problems.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { Panel } from '../parts/panel.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { ProtectionPanel } from './protection-panel.tsx';
import {
  changedFields,
  chosenIn,
  codesLimited,
  type Question,
  settingQuestions,
  withChoice,
} from './setting-questions.ts';
import classes from './settings.module.css';

/** How prices are worked out where the trade disagrees: each choice with its meaning and an example. */
export default function PricingSettingsPage() {
  const problem = useTexts(problemTexts);
  const settings = useQuery({
    queryKey: ['pricing-settings'],
    queryFn: ({ signal }) => call('GET /api/pricing-settings', { signal }),
  });
  if (settings.isPending) return <PageSkeleton />;
  if (!settings.data)
    return (
      <ErrorState
        advice={problemText(settings.error, problem)}
        onRetry={() => void settings.refetch()}
        isRetrying={settings.isFetching}
      />
    );
  return <Questions saved={settings.data} />;
}

function Questions({ saved }: { readonly saved: PricingSettings }) {
  const t = useTexts(pricingSettingTexts);
  const { money } = useFormat();
  const { may } = useShop();
  const mayChange = may('price.change');
  const [chosen, setChosen] = useState<PricingSettings>();
  const [isAsking, setIsAsking] = useState(false);
  const now = chosen ?? saved;
  const changed = changedFields(saved, now);
  const isQuotaChanged = quotaOf(saved) !== quotaOf(now);
  const save = useCommand('PUT /api/pricing-settings', {
    refresh: [['pricing-settings']],
    done: t('saved'),
    onDone: () => {
      setChosen(undefined);
      setIsAsking(false);
    },
  });
  const send = () => save.mutate({ body: now });
  const questions = settingQuestions(t, money, now);
  return (
    <Page
      title={t('title')}
      subtitle={mayChange ? t('subtitle') : t('readOnly')}
      back={{ href: '/prices', label: t('lists') }}
      isNarrow
    >
      {mayChange ? <ProtectionPanel /> : null}
      <form
        className={classes.questions}
        onSubmit={(event) => {
          event.preventDefault();
          // What becomes of a cancelled order's uses prices nothing differently.
          if (changed.some((field) => field !== 'cancelledOrder' && field !== 'returnedOrder')) setIsAsking(true);
          else send();
        }}
      >
        {questions.map((one) => (
          <QuestionPanel key={one.field} question={one} now={now} mayChange={mayChange} onChange={setChosen} />
        ))}
        <QuotaPanel now={now} mayChange={mayChange} onChange={setChosen} />
        {mayChange ? (
          <SaveBar
            isShown={changed.length > 0 || isQuotaChanged}
            isSaving={save.isPending}
            onDiscard={() => setChosen(undefined)}
          />
        ) : null}
      </form>
      {isAsking ? (
        <Confirm
          changes={questions
            .filter((one) => changed.includes(one.field))
            .map((one) => [one.title, t('fromTo', words(one, saved), words(one, now))] as const)}
          isSaving={save.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={send}
        />
      ) : null}
    </Page>
  );

  function words(question: Question, settings: PricingSettings): string {
    if (question.field === 'codesPerOrder' && settings.codesPerOrder !== null)
      return t('codesLimit', settings.codesPerOrder);
    return question.choices.find((one) => one.value === chosenIn(settings, question.field))?.label ?? '';
  }
}

interface QuestionPanelProps {
  readonly question: Question;
  readonly now: PricingSettings;
  readonly mayChange: boolean;
  readonly onChange: (settings: PricingSettings) => void;
}

function QuestionPanel({ question, now, mayChange, onChange }: QuestionPanelProps) {
  const t = useTexts(pricingSettingTexts);
  const { field, title, hint, example, choices } = question;
  const chosen = chosenIn(now, field);
  return (
    <Panel title={title} hint={hint}>
      <Radio.Group
        aria-label={title}
        value={chosen}
        onChange={(value) => mayChange && onChange(withChoice(now, field, value))}
      >
        <p className={classes.example}>{example}</p>
        <div className={classes.choices}>
          {choices.map((one) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is its control.
            <label key={one.value} className={classes.choice} data-on={one.value === chosen || undefined}>
              <Radio value={one.value} disabled={!mayChange && one.value !== chosen} aria-label={one.label} />
              <span className={classes.words}>
                <span>
                  {one.label}
                  {one.isUsual ? (
                    <Badge ml="xs" color="gray" size="sm">
                      {t('usual')}
                    </Badge>
                  ) : null}
                </span>
                <span className={classes.outcome}>{one.outcome}</span>
              </span>
            </label>
          ))}
        </div>
      </Radio.Group>
      {field === 'codesPerOrder' && chosen === codesLimited ? (
        <NumberInput
          mt="sm"
          w="12rem"
          label={t('codesMost')}
          min={1}
          max={20}
          clampBehavior="strict"
          allowDecimal={false}
          readOnly={!mayChange}
          value={now.codesPerOrder ?? 1}
          onChange={(value) => onChange({ ...now, codesPerOrder: Math.min(20, Math.max(1, Number(value) || 1)) })}
        />
      ) : null}
    </Panel>
  );
}

const quotaMax = 1000;
const quotaOf = ({ codesOffline }: PricingSettings): number => codesOffline ?? defaultCodeQuota;

/** How often a till gives a limited code that it cannot ask about. */
function QuotaPanel({ now, mayChange, onChange }: Omit<QuestionPanelProps, 'question'>) {
  const t = useTexts(pricingSettingTexts);
  return (
    <Panel title={t('codesOffline')} hint={t('codesOfflineHint')}>
      <NumberInput
        w="12rem"
        label={t('codesOfflineMost')}
        min={0}
        max={quotaMax}
        clampBehavior="strict"
        allowDecimal={false}
        readOnly={!mayChange}
        value={quotaOf(now)}
        onChange={(value) =>
          onChange({ ...now, codesOffline: Math.min(quotaMax, Math.max(0, Math.trunc(Number(value)) || 0)) })
        }
      />
    </Panel>
  );
}

interface ConfirmProps {
  readonly changes: readonly (readonly [title: string, words: string])[];
  readonly isSaving: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what is about to be priced differently, and asks once. */
function Confirm({ changes, isSaving, onClose, onConfirm }: ConfirmProps) {
  const t = useTexts(pricingSettingTexts);
  const f = useTexts(frameTexts);
  return (
    <Modal opened onClose={onClose} title={t('confirmTitle')} closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <Stack>
        <Text size="sm">{t('confirmWords')}</Text>
        <dl className={classes.changes}>
          {changes.map(([title, change]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{change}</dd>
            </div>
          ))}
        </dl>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {f('cancel')}
          </Button>
          <Button loading={isSaving} onClick={onConfirm}>
            {t('confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
