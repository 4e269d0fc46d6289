import { ActionIcon, Button } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowDown,
  IconArrowUp,
  IconPencil,
  IconStack2,
  IconX,
} from '@tabler/icons-react';
import { EmptyState, ErrorState, StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { problemText } from '../api/problem-text.ts';
import { useCommand } from '../api/use-command.ts';
import { collectionTexts } from '../messages/collections.ts';
import { problemTexts } from '../messages/problems.ts';
import { BottomBar } from '../parts/bottom-bar.tsx';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { Panel } from '../parts/panel.tsx';
import { Thumb } from '../parts/thumb.tsx';
import { ProductState } from '../products/product-state.tsx';
import { useCategories } from '../products/use-categories.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { ArchiveModal } from './archive-modal.tsx';
import { CollectionForm } from './collection-form.tsx';
import classes from './collections.module.css';
import { ProductFinder } from './product-finder.tsx';
import { movedBy, ruleWords } from './rule-words.ts';
import { type Collection, type Member, useCollection, useMembers } from './use-collections.ts';

/** One collection: what fills it, and its products. */
export default function CollectionPage({ id }: { readonly id: string }) {
  const problem = useTexts(problemTexts);
  const collection = useCollection(id);
  const members = useMembers(id, collection.data?.version ?? 0);
  if (collection.isPending || (members.isPending && !members.isError)) return <PageSkeleton />;
  if (!collection.data || !members.data)
    return (
      <ErrorState
        advice={problemText(collection.error ?? members.error, problem)}
        onRetry={() => void Promise.all([collection.refetch(), members.refetch()])}
        isRetrying={collection.isFetching || members.isFetching}
      />
    );
  return <Shown key={collection.data.version} collection={collection.data} stored={members.data} />;
}

interface ShownProps {
  readonly collection: Collection;
  readonly stored: readonly Member[];
}
const pageSize = 100;

function Shown({ collection, stored }: ShownProps) {
  const t = useTexts(collectionTexts);
  const { may } = useShop();
  const { text } = useFormat();
  const { name } = useCategories();
  const [isEditing, setIsEditing] = useState(false);
  const [members, setMembers] = useState(stored);
  const [shown, setShown] = useState(pageSize);
  const [isArchiving, setIsArchiving] = useState(false);
  const isArchived = collection.archivedAt !== null;
  const mayChange = may('catalog.change') && !isArchived;
  const restore = useCommand('POST /api/collections/:id/restoration', {
    refresh: [['collections'], ['product']],
    done: t('restored'),
  });
  const isManual = collection.kind === 'manual';
  const put = useCommand('PUT /api/collections/:id/products', {
    refresh: [['collections'], ['product']],
    done: t('productsSaved'),
  });
  const there = new Set(members.map((one) => one.productId));
  return (
    <Page
      title={text(collection.name)}
      subtitle={collection.rule ? ruleWords(collection.rule, t, name) : t('manual')}
      back={{ href: '/products/collections', label: t('title') }}
      isNarrow
      badge={
        isArchived ? (
          <StatusBadge tone="neutral" icon={IconArchive}>
            {t('archived')}
          </StatusBadge>
        ) : null
      }
      actions={
        mayChange ? (
          <>
            <Button
              variant="default"
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => setIsArchiving(true)}
            >
              {t('archive')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setIsEditing(true)}
            >
              {t('edit')}
            </Button>
          </>
        ) : isArchived && may('catalog.change') ? (
          <Button
            leftSection={<IconArchiveOff size={16} aria-hidden />}
            loading={restore.isPending}
            onClick={() => restore.mutate({ params: { id: collection.id } })}
          >
            {t('restore')}
          </Button>
        ) : null
      }
    >
      <Panel title={t('productCount', members.length)} isFlush>
        {isManual && mayChange ? (
          <div className={classes.picker}>
            <ProductFinder isThere={(id) => there.has(id)} onPick={(one) => setMembers((before) => [...before, one])} />
          </div>
        ) : null}
        {members.length === 0 ? (
          <EmptyState icon={IconStack2} title={t('noProducts')}>
            {isManual ? t('noProductsManual') : t('noProductsRule')}
          </EmptyState>
        ) : (
          <ol className={classes.members}>
            {members.slice(0, shown).map((one, place) => (
              <MemberLine
                key={one.productId}
                member={one}
                place={place}
                count={members.length}
                onChange={isManual && mayChange ? setMembers : undefined}
              />
            ))}
          </ol>
        )}
        {members.length > shown ? (
          <div className={classes.more}>
            <Button variant="subtle" onClick={() => setShown(shown + pageSize)}>
              {t('more')}
            </Button>
          </div>
        ) : null}
      </Panel>
      {members === stored ? null : (
        <BottomBar>
          <span>{t('unsaved')}</span>
          <Button variant="subtle" color="gray" onClick={() => setMembers(stored)}>
            {t('discard')}
          </Button>
          <Button
            loading={put.isPending}
            onClick={() =>
              put.mutate({
                params: { id: collection.id },
                body: { version: collection.version, productIds: members.map((one) => one.productId) },
              })
            }
          >
            {t('save')}
          </Button>
        </BottomBar>
      )}
      {isEditing ? (
        <CollectionForm collection={collection} onClose={() => setIsEditing(false)} onSaved={() => undefined} />
      ) : null}
      {isArchiving ? <ArchiveModal collection={collection} onClose={() => setIsArchiving(false)} /> : null}
    </Page>
  );
}

interface MemberLineProps {
  readonly member: Member;
  readonly place: number;
  readonly count: number;
  /** Undefined where the products follow from a rule. */
  readonly onChange: ((change: (before: readonly Member[]) => readonly Member[]) => void) | undefined;
}

function MemberLine({ member, place, count, onChange }: MemberLineProps) {
  const t = useTexts(collectionTexts);
  const { text } = useFormat();
  const name = text(member.name);
  const button = { variant: 'subtle', color: 'gray' } as const;
  return (
    <li className={classes.member}>
      {onChange ? <span className={classes.rank}>{place + 1}</span> : null}
      <Thumb url={member.imageUrl} size={32} />
      <span className={classes.words}>
        <Link href={`/products/${member.productId}`} className={classes.name}>
          {name}
        </Link>
        <span className={classes.quiet}>{member.brand}</span>
      </span>
      <ProductState status={member.status} />
      {onChange ? (
        <span className={classes.acts}>
          <ActionIcon
            {...button}
            aria-label={t('up', name)}
            disabled={place === 0}
            onClick={() => onChange((before) => movedBy(before, place, -1))}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...button}
            aria-label={t('down', name)}
            disabled={place === count - 1}
            onClick={() => onChange((before) => movedBy(before, place, 1))}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...button}
            aria-label={t('remove', name)}
            onClick={() => onChange((before) => before.toSpliced(place, 1))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </span>
      ) : null}
    </li>
  );
}
