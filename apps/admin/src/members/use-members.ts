// Members and their labels, as the server has them.
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useQuery } from '@tanstack/react-query';

export type Member = Answer<'GET /api/members/:id'>;
export type MemberChange = Answer<'GET /api/members/:id/history'>['items'][number];

/** Tiers and tags that members have, the most frequent first. */
export function useMemberLabels(isAllowed = true) {
  return useQuery({
    queryKey: ['members', 'labels'],
    queryFn: ({ signal }) => call('GET /api/member-labels', { signal }),
    enabled: isAllowed,
    staleTime: 30_000,
  });
}

/** How a member is called where there may be no name. */
export const calledBy = ({ name, reference, email }: Pick<Member, 'name' | 'reference' | 'email'>): string =>
  name || reference || email || '?';

/** A birthday in words, with its year where that is known. */
export function birthdayWords(birthday: string, locale: string): string {
  const hasYear = !birthday.startsWith('--');
  const day = new Date(`${hasYear ? birthday : `2000-${birthday.slice(2)}`}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    ...(hasYear ? { year: 'numeric' as const } : {}),
  }).format(day);
}
