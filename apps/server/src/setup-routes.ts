/** The set-up page's routes: is Tandem empty, set it up, or fill it with the demo merchant. */

import { describeSession, openSession, putCookie, staffCookie, type Tenants } from './modules/merchants/index.ts';
import { type Implementation, implement } from './platform/http/implement.ts';
import type { Platform } from './platform/platform.ts';
import { refuse } from './platform/refusal.ts';
import { readAs } from './platform/transaction.ts';
import { setUpMerchant } from './setup.ts';

export interface DemoProgress {
  state: 'running' | 'done' | 'failed';
  percent: number;
  step: string;
}
export interface SetUpPorts {
  tenants: Tenants;
  forget(): void;
  /** Fills the demo merchant; tells how far it is. */
  fillDemo(tell: (percent: number, step: string) => void): Promise<void>;
}

export function setUpImplementations(
  { pool, bus, clock, log }: Platform,
  { tenants, forget, fillDemo }: SetUpPorts,
): Implementation[] {
  let demo: DemoProgress | null = null;
  const isEmpty = async (): Promise<boolean> => (await tenants.all()).length === 0;
  const requireEmpty = async (): Promise<void> => {
    const isStillEmpty = await isEmpty();
    // Looked at last: of two who waited for the database, the first has started by now.
    if (demo?.state === 'running' || !isStillEmpty)
      refuse('setup.done', 'Tandem is set up already. Sign in.', { status: 409 });
  };
  const start = (): void => {
    const running: DemoProgress = { state: 'running', percent: 0, step: '' };
    demo = running;
    fillDemo((percent, step) => Object.assign(running, { percent, step }))
      .then(() => Object.assign(running, { state: 'done', percent: 100 }))
      .catch((error: unknown) => {
        log.error({ err: error }, 'demo');
        running.state = 'failed';
      })
      .finally(forget);
  };
  return [
    implement('GET /api/setup', async () => ({ isEmpty: demo?.state !== 'running' && (await isEmpty()), demo })),
    implement('POST /api/setup', async ({ body, request, reply }) => {
      await requireEmpty();
      const { merchantId, owner } = await setUpMerchant({ bus, pool }, body, { isFirst: true });
      forget();
      return readAs(pool, merchantId, async (tx) => {
        const { token, expiresAt } = await openSession(tx, {
          staffId: owner.id,
          registerId: null,
          userAgent: request.headers['user-agent'] ?? '',
          now: clock.now(),
        });
        putCookie(reply, staffCookie, token);
        return describeSession(tx, owner.id, expiresAt);
      });
    }),
    implement('POST /api/setup/demo', async () => {
      await requireEmpty();
      start();
      return { ok: true as const };
    }),
  ];
}
