import { Button, NativeSelect } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { NameFields } from '../parts/name-fields.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './builder.module.css';
import type { Promotion } from './calendar.ts';
import { ConflictModal } from './conflict-modal.tsx';
import { type ActionKind, type Definition, definitionOf, withAction } from './definition.ts';
import { placeOf } from './field-phrase.ts';
import { gapsOf } from './gaps.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { PromotionState } from './promotion-state.tsx';
import type { PhraseKey } from './sentence.ts';
import { type Marks, SentenceView } from './sentence-view.tsx';
import { SimulationDrawer } from './simulation-drawer.tsx';
import { type TemplateKey, templateOf } from './templates.ts';
import { useLeaveGuard } from './use-leave-guard.tsx';
import { type Move, movesOf, usePromotionMoves } from './use-promotion-moves.tsx';
import { useWords } from './use-rule-names.ts';

interface PromotionBuilderProps {
  /** Null for one that is not saved yet. */
  readonly promotion: Promotion | null;
  readonly start: Definition;
  /** Between the title and the rule: the parts of the page. */
  readonly tabs?: ReactNode;
}

const templateOfKind: Readonly<Record<ActionKind, TemplateKey>> = {
  percent_off: 'percent',
  amount_off: 'amount',
  fixed_price: 'fixedPrice',
  quantity_breaks: 'breaks',
  n_for_price: 'nForPrice',
  set: 'bundle',
  buy_get: 'buyGet',
  nth_item: 'nthItem',
  spend_ladder: 'spend',
  gift: 'gift',
  add_on: 'addOn',
  shipping: 'shipping',
};
const kinds = Object.keys(templateOfKind) as ActionKind[];

/** Writes a promotion as a sentence, with what baskets would cost beside it. */
export function PromotionBuilder({ promotion, start, tabs }: PromotionBuilderProps) {
  const t = useTexts(builderTexts);
  const p = useTexts(promotionTexts);
  const { text, relative } = useFormat();
  const { may, merchant } = useShop();
  const [, go] = useLocation();
  const tell = useTell();
  const [saved, setSaved] = useState({ definition: start, version: promotion?.version ?? 0 });
  const [draft, setDraft] = useState(start);
  const [opened, setOpened] = useState<PhraseKey | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const [refused, setRefused] = useState<Marks>({});
  const [isConflict, setIsConflict] = useState(false);
  const [isSimulating, setIsSimulating] = useState(false);
  const isReadOnly = !may('promotion.change') || promotion?.state === 'ended';
  const isDirty = !isReadOnly && (promotion === null || JSON.stringify(draft) !== JSON.stringify(saved.definition));
  const definitions = useMemo(() => [draft], [draft]);
  const words = useWords(definitions);
  const gaps = gapsOf(draft);
  const gapMarks = Object.fromEntries(gaps.map(({ place, word }) => [place, t('gap', word)]));
  const marks: Marks = { ...(isAsked ? gapMarks : {}), ...refused };
  const guard = useLeaveGuard(isDirty);
  const moves = usePromotionMoves();
  useEffect(() => {
    if (!promotion || isDirty) return;
    const definition = definitionOf(promotion.definition) as Definition;
    setSaved({ definition, version: promotion.version });
    setDraft(definition);
  }, [promotion, isDirty]);
  const change = (next: Definition) => {
    setDraft(next);
    setRefused({});
  };
  const showRefusal = (error: unknown) => {
    if (!(error instanceof ProblemError)) return tell.problem(error);
    if (error.code === 'promotion.changed_meanwhile') return setIsConflict(true);
    const place = placeOf(error.field, draft.action.kind);
    const said = t('refused', error.code) || error.message;
    if (!place) return tell.warn(said);
    setRefused({ [place]: said });
    if (place !== 'name') setOpened(place);
  };
  const refresh = [['promotions'], ['promotion']];
  const create = useCommand('POST /api/promotions', {
    refresh,
    done: t('saved'),
    isQuiet: true,
    onDone: (made) => {
      guard.letGo();
      go(`/promotions/${made.id}`);
    },
  });
  const put = useCommand('PUT /api/promotions/:id', {
    refresh,
    done: t('saved'),
    isQuiet: true,
    onDone: (made) => setSaved({ definition: draft, version: made.version }),
  });
  const save = (version = saved.version) => {
    setIsAsked(true);
    const [gap] = gaps;
    if (gap) return gap.place === 'name' ? undefined : setOpened(gap.place);
    if (!promotion) return create.mutate({ body: draft }, { onError: showRefusal });
    put.mutate({ params: { id: promotion.id }, body: { version, definition: draft } }, { onError: showRefusal });
  };
  const isLive = promotion !== null && promotion.state !== 'draft' && promotion.state !== 'ended';
  const name = text(draft.name);
  return (
    <Page
      isForThumb={!isReadOnly || promotion !== null}
      title={promotion ? text(promotion.definition.name) : name || t('newTitle')}
      badge={promotion ? <PromotionState state={promotion.state} /> : null}
      subtitle={promotion ? p('changedBy', relative(promotion.updatedAt), promotion.updatedBy ?? '') : null}
      back={{ href: '/promotions', label: p('title') }}
      actions={
        <>
          {isDirty ? <span className={classes.unsaved}>{t('unsaved')}</span> : null}
          {promotion && !isDirty && may('promotion.change')
            ? movesOf(promotion.state).map((move: Move) => (
                <Button
                  key={move}
                  variant={move === 'publish' || move === 'resume' ? 'filled' : 'default'}
                  {...(move === 'end' ? { color: 'red', variant: 'light' } : {})}
                  onClick={() => moves.start(move, promotion)}
                >
                  {p(move)}
                </Button>
              ))
            : null}
          {isDirty ? (
            <Button loading={create.isPending || put.isPending} onClick={() => save()}>
              {isLive ? t('saveLive') : t('save')}
            </Button>
          ) : null}
        </>
      }
    >
      {tabs}
      {isLive && isDirty ? <p className={classes.live}>{t('liveHint')}</p> : null}
      {promotion?.state === 'ended' ? <p className={classes.live}>{t('endedHint')}</p> : null}
      <div className={classes.columns}>
        <div className={classes.main}>
          <Panel>
            <NameFields
              isDisabled={isReadOnly}
              error={marks.name}
              fieldOf={(locale) => ({
                value: draft.name[locale] ?? '',
                onChange: (event) =>
                  change({ ...draft, name: nameWith(draft.name, locale, event.currentTarget.value) }),
              })}
            />
          </Panel>
          <Panel
            title={t('sentence')}
            hint={isReadOnly ? undefined : t('sentenceHint')}
            actions={
              <NativeSelect
                size="xs"
                aria-label={t('kind')}
                value={draft.action.kind}
                disabled={isReadOnly}
                data={kinds.map((value) => ({ value, label: t('actionKind', value) }))}
                onChange={(event) => {
                  const kind = event.currentTarget.value as ActionKind;
                  change(withAction(draft, templateOf(templateOfKind[kind], merchant.currency).action));
                }}
              />
            }
          >
            <SentenceView
              definition={draft}
              onChange={change}
              words={words}
              marks={marks}
              opened={opened}
              onOpen={setOpened}
              isReadOnly={isReadOnly}
            />
          </Panel>
          {may('promotion.change') ? (
            <div className={classes.tools}>
              <Button
                variant="default"
                leftSection={<IconFlask size={16} aria-hidden />}
                onClick={() => {
                  setIsAsked(true);
                  if (gaps.length === 0) setIsSimulating(true);
                }}
              >
                {p('simulate')}
              </Button>
              <span className={classes.small}>{p('simulateHint')}</span>
            </div>
          ) : null}
        </div>
        <PreviewPanel
          definition={draft}
          promotionId={promotion?.id ?? null}
          isWhole={gaps.every((gap) => gap.place === 'name')}
          onRefused={showRefusal}
        />
      </div>
      {isSimulating ? (
        <SimulationDrawer
          definition={draft}
          promotionId={promotion?.id ?? null}
          onClose={() => setIsSimulating(false)}
        />
      ) : null}
      {isConflict && promotion ? (
        <ConflictModal
          id={promotion.id}
          mine={draft}
          words={words}
          onClose={() => setIsConflict(false)}
          onTake={(theirs) => {
            const definition = definitionOf(theirs.definition) as Definition;
            setSaved({ definition, version: theirs.version });
            setDraft(definition);
            setIsConflict(false);
          }}
          onKeep={(theirs) => {
            setSaved({ definition: definitionOf(theirs.definition) as Definition, version: theirs.version });
            setIsConflict(false);
            save(theirs.version);
          }}
        />
      ) : null}
      {guard.dialog}
      {moves.dialog}
    </Page>
  );
}

/** The names with one of them changed; an empty one is left out. */
function nameWith(names: Definition['name'], locale: string, name: string): Definition['name'] {
  const { [locale]: _, ...others } = names;
  return name ? { ...others, [locale]: name } : others;
}
