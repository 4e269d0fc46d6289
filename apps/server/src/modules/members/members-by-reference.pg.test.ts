/** Members by the number that another system gave them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { membersByReference } from './members-by-reference.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 0 });
  other = await createTestWorld({ products: 0, database: world.database });
});
afterAll(async () => {
  await other.close();
  await world.close();
});
const ask = (who: TestWorld, references: string[]) =>
  readAs(world.platform.pool, who.merchantId, (tx) => membersByReference(tx, references));

it('a reference stands for one member, however many ask at once and in whatever order', async () => {
  const references = Array.from({ length: 50 }, () => newId());
  const answers = await Promise.all([
    ask(world, references),
    ask(world, [...references].reverse()),
    ask(world, [...references, ...references]),
  ]);
  expect(answers[0]?.size).toBe(50);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  const { rows } = await world.database.adminPool.query('select count(*) from members.member where merchant_id = $1', [
    world.merchantId,
  ]);
  expect(rows).toEqual([{ count: 50 }]);
});

it('the same reference at another merchant is another member', async () => {
  const [mine, theirs] = [await ask(world, ['17850']), await ask(other, ['17850'])];
  expect(mine.get('17850')).not.toBe(theirs.get('17850'));
});
