import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { problemText } from '../api/problem-text.ts';
import { memberTexts } from '../messages/members.ts';
import { problemTexts } from '../messages/problems.ts';
import page from '../orders/order-page.module.css';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { ClaimPanel } from './claim-panel.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberHistory } from './member-history.tsx';
import { MemberOrders } from './member-orders.tsx';
import classes from './members.module.css';
import { Tier } from './members-page.tsx';
import { phoneWords } from './phone-words.ts';
import { birthdayWords, calledBy, type Member } from './use-members.ts';

/** One member: what is known, what was bought, and who changed it. */
export default function MemberPage({ id }: { readonly id: string }) {
  const t = useTexts(memberTexts);
  const problem = useTexts(problemTexts);
  const { may } = useShop();
  const { date } = useFormat();
  const [isChanging, setIsChanging] = useState(false);
  const query = useQuery({
    queryKey: ['member', id],
    queryFn: ({ signal }) => call('GET /api/members/:id', { params: { id }, signal }),
  });
  if (query.isPending) return <PageSkeleton />;
  if (!query.data)
    return (
      <ErrorState
        advice={problemText(query.error, problem)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  const member = query.data;
  return (
    <Page
      title={calledBy(member)}
      badge={<Tier tier={member.tier} />}
      subtitle={t('since', date(member.createdAt))}
      back={{ href: '/members', label: t('title') }}
      actions={
        may('member.change') ? (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setIsChanging(true)}
          >
            {t('edit')}
          </Button>
        ) : null
      }
    >
      <div className={page.columns}>
        <div className={page.main}>
          {may('order.read') ? <MemberOrders memberId={member.id} /> : null}
          <MemberHistory member={member} />
        </div>
        <div className={`${page.aside} ${classes.aside}`}>
          <ContactPanel member={member} />
          <KnownPanel member={member} />
          {may('member.add') ? <ClaimPanel memberId={member.id} /> : null}
        </div>
      </div>
      {isChanging ? (
        <MemberForm
          key={member.version}
          member={member}
          onClose={() => setIsChanging(false)}
          onSaved={() => void query.refetch()}
        />
      ) : null}
    </Page>
  );
}

function ContactPanel({ member: { phone, email, reference } }: { readonly member: Member }) {
  const t = useTexts(memberTexts);
  return (
    <Panel title={t('contact')}>
      <dl className={page.facts}>
        <Fact name={t('phone')}>{phone ? <a href={`tel:${phone}`}>{phoneWords(phone)}</a> : null}</Fact>
        <Fact name={t('email')}>{email ? <a href={`mailto:${email}`}>{email}</a> : null}</Fact>
        <Fact name={t('reference')}>{reference}</Fact>
      </dl>
    </Panel>
  );
}

function KnownPanel({ member: { tier, tags, birthday, isTaxExempt, referredBy } }: { readonly member: Member }) {
  const t = useTexts(memberTexts);
  const { locale } = useFormat();
  return (
    <Panel title={t('known')}>
      <dl className={page.facts}>
        <Fact name={t('tier')}>{tier}</Fact>
        <Fact name={t('tags')}>{tags.join(', ') || null}</Fact>
        <Fact name={t('birthday')}>{birthday === null ? null : birthdayWords(birthday, locale)}</Fact>
        <Fact name={t('referredBy')}>
          {referredBy ? <Link href={`/members/${referredBy.id}`}>{referredBy.name}</Link> : null}
        </Fact>
        <Fact name={t('isTaxExempt')}>{t(isTaxExempt ? 'yes' : 'no')}</Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  const t = useTexts(memberTexts);
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <span className={page.quiet}>{t('none')}</span>}</dd>
    </div>
  );
}
