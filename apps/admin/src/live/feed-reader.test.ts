import { expect, test } from 'vitest';
import { feedReader } from './feed-reader.ts';

const at = '2026-11-23T02:00:00.000Z';

function world(stream: string, entryCount: number, pageSize = 100) {
  const asked: string[] = [];
  const reader = feedReader(async (after) => {
    asked.push(after);
    const from = Number(after.slice(stream.length + 1));
    const positions = Array.from({ length: entryCount }, (_, index) => index + 1).filter((one) => one > from);
    const entries = positions
      .slice(0, pageSize)
      .map((position) => ({ stream, position, at, rows: [`row ${position}`] }));
    return { entries, positions: {} };
  });
  const heard: unknown[] = [];
  reader.listen((_, rows) => heard.push(...rows));
  return { reader, asked, heard };
}

test('what happened after the known position is heard once and in order, over several pages', async () => {
  const { reader, asked, heard } = world('orders', 5, 2);
  reader.startAt('orders', 1);

  await reader.poked({ orders: 5 });
  await reader.poked({ orders: 5 });

  expect(heard).toEqual(['row 2', 'row 3', 'row 4', 'row 5']);
  expect(asked).toEqual(['orders:1', 'orders:3']);
});

test('a stream that was not known is read from the entry that the poke tells of', async () => {
  const { reader, heard } = world('catalog', 9);
  await reader.poked({ catalog: 9 });
  expect(heard).toEqual(['row 9']);
});

test('a poke ahead of what can be read does not turn in circles', async () => {
  const { reader, asked } = world('orders', 3);
  reader.startAt('orders', 3);
  await reader.poked({ orders: 4 });
  expect(asked).toEqual(['orders:3']);
});

test('after a silence the known streams are read again', async () => {
  const { reader, heard } = world('orders', 2);
  reader.startAt('orders', 0);
  await reader.catchUp();
  expect(heard).toEqual(['row 1', 'row 2']);
});

test('a failed pull is made good by the next poke', async () => {
  let isDown = true;
  const reader = feedReader(async () => {
    if (isDown) throw new Error('no network');
    return { entries: [{ stream: 'orders', position: 1, at, rows: ['row 1'] }], positions: {} };
  });
  const heard: unknown[] = [];
  reader.listen((_, rows) => heard.push(...rows));
  await reader.poked({ orders: 1 });
  isDown = false;
  await reader.poked({ orders: 1 });
  expect(heard).toEqual(['row 1']);
});
