/** Whole online journeys of seven requests, each stored before it is answered. */
import { newId } from '../apps/server/src/platform/ids.ts';
import { type Figure, figure } from './figure.ts';
import { type Connection, load } from './http-load.ts';
import type { BenchWorld } from './world.ts';

let turn = 0;

function journey(world: BenchWorld) {
  const address = { lines: ['1 Queen’s Road Central'], city: 'Hong Kong', country: 'HK' };
  return async (connection: Connection): Promise<void> => {
    turn += 1;
    const post = async (method: string, path: string, body: object): Promise<string> => {
      const reply = await connection.request(method, path, `idempotency-key: ${newId()}\r\n`, JSON.stringify(body));
      if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.body}`);
      return reply.body;
    };
    const variant = (step: number) => world.variants[(turn * 13 + step * 37) % world.variants.length]?.variantId;
    const basket = JSON.parse(await post('POST', '/api/shop/baskets', {})) as { id: string };
    const path = `/api/shop/baskets/${basket.id}`;
    await post('POST', `${path}/lines`, { variantId: variant(1), quantity: 1000 });
    await post('POST', `${path}/lines`, { variantId: variant(2), quantity: 1000 });
    await post('PUT', `${path}/contact`, { contact: { name: 'Mei Chan', email: 'mei@example.test' }, address });
    await post('PUT', `${path}/delivery`, { method: 'ship', address });
    await post('POST', `${path}/payment`, { kind: 'test' });
    await post('POST', `${path}/order`, {});
  };
}

export async function benchJourneys(world: BenchWorld, seconds: number): Promise<Figure[]> {
  const c1 = await load(world.port, 1, seconds, journey(world));
  const c32 = await load(world.port, 32, seconds, journey(world));
  return [
    figure('journey.c1', c1.perSecond, 'journeys/s'),
    figure('journey.c32', c32.perSecond, 'journeys/s'),
    figure('journey.c32.p99', c32.p99Ms, 'ms'),
  ];
}
