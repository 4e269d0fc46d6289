import { call } from '@tandem/contract/client.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { QueryList } from '../lists/query-list.tsx';
import { memberTexts } from '../messages/members.ts';
import page from '../orders/order-page.module.css';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './members.module.css';
import { birthdayWords, type Member, type MemberChange } from './use-members.ts';

/** Every change with what was before and after, the last first. */
export function MemberHistory({ member }: { readonly member: Member }) {
  const t = useTexts(memberTexts);
  const { dateTime } = useFormat();
  const query = useQuery({
    queryKey: ['member', member.id, 'history', member.version],
    queryFn: ({ signal }) => call('GET /api/members/:id/history', { params: { id: member.id }, signal }),
  });
  const items = query.data?.items ?? [];
  return (
    <Panel title={t('history')}>
      <QueryList query={query} isEmpty={items.length === 0} empty={<p className={page.empty}>{t('noHistory')}</p>}>
        <ol className={page.story}>
          {items.map((one) => (
            <li key={one.version} className={page.moment}>
              <div className={page.strong}>{t('event', one.event)}</div>
              <Changed change={one} />
              <div className={page.quiet}>
                {[dateTime(one.at), one.staffName ? t('by', one.staffName) : t('online')].join(' · ')}
              </div>
            </li>
          ))}
        </ol>
      </QueryList>
    </Panel>
  );
}

const fields = ['name', 'phone', 'email', 'reference', 'tier', 'tags', 'birthday', 'isTaxExempt'] as const;

function Changed({ change: { before, after } }: { readonly change: MemberChange }) {
  const t = useTexts(memberTexts);
  const { locale } = useLanguage();
  const words = (facts: MemberChange['after'], field: (typeof fields)[number]) => {
    const value = facts[field];
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (value === null || value.length === 0) return t('none');
    if (typeof value !== 'string') return value.join(', ');
    return field === 'birthday' ? birthdayWords(value, locale) : value;
  };
  const changed = before === null ? [] : fields.filter((field) => words(before, field) !== words(after, field));
  const hasReferrer = before !== null && before.referredBy !== after.referredBy;
  return (
    <>
      {changed.map((field) => (
        <div key={field}>
          {t(field)}: <span className="only-heard">{t('before')} </span>
          <del className={classes.small}>{before === null ? '' : words(before, field)}</del>{' '}
          <span className="only-heard">{t('after')} </span>
          {words(after, field)}
        </div>
      ))}
      {hasReferrer ? <div>{t('referredBy')}</div> : null}
    </>
  );
}
