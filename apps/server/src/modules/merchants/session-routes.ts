/** Routes of signing in and out. */
import { type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { dropCookie, putCookie, readToken, staffCookie } from './cookies.ts';
import { describeSession } from './describe-session.ts';
import { endSession, revokeSession } from './end-session.ts';
import { listSessions } from './list-sessions.ts';
import { readSession } from './read-session.ts';
import { signIn } from './sign-in.ts';

/** `forget` drops the sessions that are remembered, after one ended. */
export function sessionRoutes({ pool, clock }: Pick<Platform, 'pool' | 'clock'>, forget: () => void): Implementation[] {
  return [
    implement('POST /api/session', async ({ body, principal, request, reply }) => {
      const { merchantId } = principal;
      const userAgent = request.headers['user-agent'] ?? '';
      const { token, session } = await signIn({ pool, clock }, { merchantId, ...body, address: request.ip, userAgent });
      // The session that this browser had before is not left behind.
      const before = readToken(request.cookies[staffCookie]);
      if (before !== undefined) await readAs(pool, before.merchantId, (tx) => endSession(tx, before.hash));
      forget();
      putCookie(reply, staffCookie, token);
      return session;
    }),
    implement('GET /api/session', ({ principal, request }) =>
      readAs(pool, principal.merchantId, async (tx) => {
        const token = readToken(request.cookies[staffCookie]);
        const live = token === undefined ? undefined : await readSession(tx, token, clock.now());
        if (live === undefined) return refuse('session.missing', 'Sign in first.', { status: 401 });
        return describeSession(tx, live.staffId, live.expiresAt.toISOString());
      }),
    ),
    implement('DELETE /api/session', async ({ principal, reply }) => {
      const { sessionHash } = principal;
      if (sessionHash !== undefined) await readAs(pool, principal.merchantId, (tx) => endSession(tx, sessionHash));
      forget();
      dropCookie(reply, staffCookie);
      return { ok: true as const };
    }),
    implement('GET /api/sessions', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, (tx) =>
        listSessions(tx, principal.actor.staffId ?? '', principal.sessionHash, clock.now()),
      ),
    })),
    implement('DELETE /api/sessions/:id', async ({ params, principal }) => {
      await readAs(pool, principal.merchantId, (tx) => revokeSession(tx, principal.actor.staffId ?? '', params.id));
      forget();
      return { ok: true as const };
    }),
  ];
}
