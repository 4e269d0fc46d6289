/** Staff make the code by which a member gets into the online store, in the back office or at a till. */
import { type Implementation, implement } from '../../platform/http/implement.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { refuse } from '../../platform/refusal.ts';
import { makeClaimCode } from './claim-codes.ts';
import type { AccountPorts } from './sign-in-member.ts';

export function accountRoutes(ports: AccountPorts): Implementation[] {
  return [
    implement('POST /api/members/:id/claim-code', ({ principal, params }) =>
      makeClaimCode(ports, principal.merchantId, params.id, makerOf(principal)),
    ),
    implement('POST /api/till/members/:id/claim-code', ({ principal, params }) => {
      if (!principal.permissions.has('member.add'))
        refuse('permission.missing', 'Your role does not allow this.', {
          status: 403,
          params: { permission: 'member.add' },
        });
      return makeClaimCode(ports, principal.merchantId, params.id, makerOf(principal));
    }),
  ];
}

const makerOf = ({ actor, permissions }: Principal) => ({ actor, mayReplace: permissions.has('member.change') });
