/** Members over HTTP. */
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { addMember, changeMember, type NewMember } from './change-members.ts';
import { historyOf, listMembers, memberLabels } from './list-members.ts';
import { memberView } from './member-rows.ts';

export function membersRoutes({ pool, bus }: Platform): Implementation[] {
  return [
    implement('GET /api/members', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listMembers(tx, query)),
    ),
    implement('GET /api/member-labels', ({ principal }) => readAs(pool, principal.merchantId, memberLabels)),
    implement('POST /api/members', (asked) => {
      requireContactOnly(asked.principal, asked.body);
      return bus.run(addMember, given(asked, asked.body));
    }),
    implement('GET /api/members/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => memberView(tx, params.id)),
    ),
    implement('PUT /api/members/:id', (asked) =>
      bus.run(changeMember, given(asked, { memberId: asked.params.id, ...asked.body })),
    ),
    implement('GET /api/members/:id/history', async ({ principal, params }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => historyOf(tx, params.id)),
    })),
  ];
}

/** What is worth money is for those who may change members. */
function requireContactOnly({ permissions }: Principal, { tier, tags, isTaxExempt }: NewMember): void {
  const worth = { tier: (tier ?? null) !== null, tags: (tags ?? []).length > 0, isTaxExempt: isTaxExempt === true };
  const field = Object.entries(worth).find(([, isGiven]) => isGiven)?.[0];
  if (field !== undefined && !permissions.has('member.change'))
    refuse('permission.missing', 'Your role does not allow this.', {
      status: 403,
      field,
      params: { permission: 'member.change' },
    });
}
