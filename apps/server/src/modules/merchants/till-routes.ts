/** Routes of registers, their pairing, and the PIN at a paired till. */
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import { type Principal, requireLocation } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { approveAtTill } from './approve-at-till.ts';
import { dropCookie, putCookie, readToken, registerCookie, tillCookie } from './cookies.ts';
import { endSession } from './end-session.ts';
import { kinds } from './kinds.ts';
import { makePairingCode } from './make-pairing-code.ts';
import { pairRegister } from './pair-register.ts';
import { listRegisters, readRegister } from './read-registers.ts';
import { type LastReceiptNumber, showTill } from './show-till.ts';
import { signInWithPin } from './sign-in-with-pin.ts';

type Ports = Pick<Platform, 'pool' | 'bus' | 'clock'>;

/** `forget` drops the registers and sessions that are remembered, after one ended. */
export function tillRoutes(
  { pool, bus, clock }: Ports,
  forget: () => void,
  lastReceiptNumber: LastReceiptNumber,
): Implementation[] {
  /** Staff who are limited to places may only touch the registers there. */
  const requireRegister = async (principal: Principal, id: string): Promise<void> => {
    if (principal.locationIds === null) return;
    const register = await readAs(pool, principal.merchantId, (tx) => readRegister(tx, id));
    requireLocation(principal, register.locationId);
  };
  return [
    implement('GET /api/registers', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listRegisters),
    })),
    implement('POST /api/registers', async (asked) => {
      requireLocation(asked.principal, asked.body.locationId.toLowerCase());
      const register = await bus.run(kinds.addRegister, given(asked, asked.body));
      forget();
      return register;
    }),
    implement('POST /api/registers/:id/pairing-code', async ({ params, principal }) => {
      await requireRegister(principal, params.id);
      return makePairingCode({ pool, clock }, principal.merchantId, params.id, principal.actor);
    }),
    implement('DELETE /api/registers/:id/pairing', async (asked) => {
      await requireRegister(asked.principal, asked.params.id);
      const register = await bus.run(kinds.unpairRegister, given(asked, { id: asked.params.id }));
      forget();
      return register;
    }),
    implement('POST /api/till/pairing', async ({ body, principal, request, reply }) => {
      const { token, ...paired } = await pairRegister({ pool, clock }, principal.merchantId, body.code, request.ip);
      forget();
      putCookie(reply, registerCookie, token);
      dropCookie(reply, tillCookie);
      return paired;
    }),
    implement('GET /api/till', ({ principal, request }) =>
      readAs(pool, principal.merchantId, (tx) =>
        showTill(tx, principal, request.cookies[tillCookie], clock.now(), lastReceiptNumber),
      ),
    ),
    implement('POST /api/till/session', async ({ body, principal, request, reply }) => {
      const { token, answer } = await signInWithPin({ pool, clock }, principal, {
        ...body,
        userAgent: request.headers['user-agent'] ?? '',
      });
      putCookie(reply, tillCookie, token);
      return answer;
    }),
    implement('POST /api/till/approvals', ({ body, principal }) => approveAtTill({ pool, clock }, principal, body)),
    implement('DELETE /api/till/session', async ({ principal, request, reply }) => {
      const token = readToken(request.cookies[tillCookie]);
      if (token?.merchantId === principal.merchantId)
        await readAs(pool, principal.merchantId, (tx) => endSession(tx, token.hash));
      forget();
      dropCookie(reply, tillCookie);
      return { ok: true as const };
    }),
  ];
}
