/** Members at a till: found, added, and told with what its prices look at. */
import type { Answer } from '@tandem/contract/index.ts';
import type { Permission } from '@tandem/contract/permissions.ts';
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { addMember, findMembers, type MemberRow, requireMember } from '../members/index.ts';
import { pricingMembers } from '../orders/index.ts';
import { keptRules } from '../pricing/index.ts';
import { memberUsesOf } from '../promotions/index.ts';

type TillMember = Answer<'GET /api/till/members/:id'>;
const foundMax = 20;

export function tillMemberRoutes({ pool, bus }: Platform): Implementation[] {
  return [
    implement('GET /api/till/members', async ({ principal, query }) => {
      requirePermission(principal, 'member.read');
      return {
        items: await readAs(pool, principal.merchantId, async (tx) =>
          viewsOf(tx, await findMembers(tx, query.search, foundMax)),
        ),
      };
    }),
    implement('GET /api/till/members/:id', ({ principal, params }) => {
      requirePermission(principal, 'member.read');
      return readOne(principal, params.id);
    }),
    implement('POST /api/till/members', async (asked) => {
      requirePermission(asked.principal, 'member.add');
      const { id } = await bus.run(addMember, given(asked, asked.body));
      return readOne(asked.principal, id);
    }),
  ];

  function readOne(principal: Principal, id: string): Promise<TillMember> {
    return readAs(
      pool,
      principal.merchantId,
      async (tx) => (await viewsOf(tx, [await requireMember(tx, id)]))[0] as TillMember,
    );
  }
}

async function viewsOf(tx: Tx, rows: readonly MemberRow[]): Promise<TillMember[]> {
  const ids = rows.map((row) => row.id);
  const facts = await pricingMembers(tx, ids);
  const limited = (await keptRules(tx)).promotions.filter(({ limits }) => limits.usesPerMember !== null);
  const used = await memberUsesOf(
    tx,
    limited.map((promotion) => promotion.id),
    ids,
    null,
  );
  return rows.flatMap(({ id, reference, name, phone, email }) => {
    const member = facts.get(id);
    if (member === undefined) return [];
    return [
      {
        ...member,
        tags: [...member.tags],
        reference,
        name,
        phoneEnd: phone === null ? null : phone.slice(-4),
        uses: [...(used.get(id) ?? [])].map(([promotionId, uses]) => ({ promotionId, uses })),
        emailHint: email === null ? null : email.replace(/^(.).*@/, '$1•••@'),
      },
    ];
  });
}

function requirePermission({ permissions }: Principal, permission: Permission): void {
  if (!permissions.has(permission))
    refuse('permission.missing', 'Your role does not allow this.', { status: 403, params: { permission } });
}
