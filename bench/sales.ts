/** Sales of three lines through HTTP, spread over all variants and all on one hot SKU. */
import { newId } from '../apps/server/src/platform/ids.ts';
import { type Figure, figure } from './figure.ts';
import { type Connection, load } from './http-load.ts';
import type { BenchWorld } from './world.ts';

let turn = 0;

/** A sale; with `hot` each has the first variant and two others. */
export function saleBody(world: BenchWorld, hot: boolean): object {
  turn += 1;
  const { variants } = world;
  const chosen = [0, 1, 2].map(
    (line) =>
      variants[hot && line === 0 ? 0 : (turn * 7 + line * 61) % variants.length] as BenchWorld['variants'][number],
  );
  const total = chosen.reduce((sum, variant) => sum + variant.amount, 0);
  return {
    orderId: newId(),
    soldAt: new Date().toISOString(),
    lines: chosen.map((variant) => ({ variantId: variant.variantId, quantity: 1000, unitAmount: variant.amount })),
    tenders: [{ kind: 'card', amount: total }],
    totalAmount: total,
  };
}

function sell(world: BenchWorld, hot: boolean) {
  return async (connection: Connection): Promise<void> => {
    const reply = await connection.request(
      'POST',
      '/api/till/sales',
      `${world.registerHeaders}idempotency-key: ${newId()}\r\n`,
      JSON.stringify(saleBody(world, hot)),
    );
    if (reply.status !== 201) throw new Error(`A sale failed: ${reply.status} ${reply.body}`);
  };
}

export async function benchSales(world: BenchWorld, limit: number, seconds: number): Promise<Figure[]> {
  const at = async (connections: number, hot = false) =>
    (await load(world.port, connections, seconds, sell(world, hot))).perSecond;
  const c1 = await at(1);
  const c16 = await at(16);
  const c64 = await at(64);
  const hot = await at(64, true);
  return [
    figure('sale.http.c1', c1, 'sales/s', limit),
    figure('sale.http.c16', c16, 'sales/s', limit),
    figure('sale.http.c64', c64, 'sales/s', limit),
    // The hot SKU is measured against the spread of the same run.
    figure('sale.http.hot.c64', hot, 'sales/s', c64),
    figure('sale.limit', limit, 'sales/s'),
  ];
}
