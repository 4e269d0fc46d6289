/** Feeds from two processes at once: dense positions, whole transactions, nothing missed, and everybody woken. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { batchedNotes, type Note, singleNotes } from '../testing/note-commands.ts';
import { openNodes, type TestNode } from '../testing/open-nodes.ts';
import { readAs } from '../transaction.ts';
import type { Poke } from './pokes.ts';
import { type FeedEntry, parsePositions, readFeed, streamPositions } from './read-feed.ts';

let here: TestNode;
let there: TestNode;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ first: here, second: there, close } = await openNodes());
});
afterAll(() => close());

const notes = batchedNotes();
const write = (at: TestNode, merchantId: string, body: Note, kind = notes, id = newId()) =>
  at.platform.bus.run(kind, { merchantId, id, body, actor: { kind: 'system' } });
const read = (merchantId: string, after: Record<string, number>, limit = 500): Promise<FeedEntry[]> =>
  readAs(there.platform.pool, merchantId, (tx) => readFeed(tx, new Map(Object.entries(after)), limit));
const textsOf = (entries: readonly FeedEntry[]) =>
  entries.flatMap((entry) => entry.rows.map((row) => (row as { text: string }).text));

describe('positions', () => {
  test('are dense for each stream, however many write, and a reader who follows misses nothing', async () => {
    const merchantId = newId();
    const streams = ['catalog', 'orders', 'store:a'];
    const seen: Record<string, string[]> = Object.fromEntries(streams.map((stream) => [stream, []]));
    const after: Record<string, number> = Object.fromEntries(streams.map((stream) => [stream, 0]));
    let isWriting = true;
    const follow = async () => {
      for (;;) {
        const wasWriting = isWriting;
        const entries = await read(merchantId, after, 3);
        for (const entry of entries) {
          // The reader's proof: the next position, never one beyond.
          expect([entry.stream, entry.position]).toEqual([entry.stream, (after[entry.stream] ?? 0) + 1]);
          after[entry.stream] = entry.position;
          seen[entry.stream]?.push(...textsOf([entry]));
        }
        if (entries.length === 0 && !wasWriting) return;
      }
    };
    const texts = Array.from({ length: 300 }, (_, index) => `note ${index}`);
    const writing = async () => {
      const written = texts.map(async (text, index) => {
        await wait(index % 40);
        const chosen = streams.filter((_, place) => (index >> place) % 2 === 0);
        return write(
          index % 2 === 0 ? here : there,
          merchantId,
          { text, streams: chosen },
          index % 5 === 0 ? singleNotes : notes,
        );
      });
      await Promise.all(written);
      isWriting = false;
    };
    await Promise.all([follow(), writing()]);

    streams.forEach((stream, place) => {
      const expected = texts.filter((_, index) => (index >> place) % 2 === 0);
      expect([...(seen[stream] ?? [])].sort()).toEqual([...expected].sort());
    });
    expect(await readAs(here.platform.pool, merchantId, (tx) => streamPositions(tx, [...streams, 'never']))).toEqual({
      ...after,
      never: 0,
    });
  });

  test('are not spent by what was undone', async () => {
    const merchantId = newId();
    await write(here, merchantId, { text: 'one' }, singleNotes);
    await expect(write(here, merchantId, { text: 'no', fault: 'refused' }, singleNotes)).rejects.toThrow(
      'test.refused',
    );
    await expect(write(there, merchantId, { text: 'wrong', fault: 'bug' }, singleNotes)).rejects.toThrow(
      'A planted bug',
    );
    await write(there, merchantId, { text: 'two' }, singleNotes);

    const entries = await read(merchantId, { catalog: 0 });
    expect([entries.map(({ position }) => position), textsOf(entries)]).toEqual([
      [1, 2],
      ['one', 'two'],
    ]);
  });

  test('are each merchant’s own', async () => {
    const [one, two] = [newId(), newId()];
    await Promise.all([write(here, one, { text: 'mine' }), write(there, two, { text: 'yours' })]);
    expect(textsOf(await read(one, { catalog: 0 }))).toEqual(['mine']);
    expect(textsOf(await read(two, { catalog: 0 }))).toEqual(['yours']);
  });
});

describe('an entry', () => {
  test('is a whole transaction: rows that were written together are read together', async () => {
    const merchantId = newId();
    const several = batchedNotes([], 'test.several');
    const ids = Array.from({ length: 50 }, () => newId());
    await Promise.all(
      ids.map((id, index) =>
        write(
          index % 2 === 0 ? here : there,
          merchantId,
          { text: id, streams: ['catalog', 'catalog', 'catalog'] },
          several,
          id,
        ),
      ),
    );

    const entries = await read(merchantId, { catalog: 0 });
    expect(entries.length).toBeLessThan(50);
    const placesOf = (id: string) =>
      new Set(entries.filter((entry) => textsOf([entry]).includes(id)).map((entry) => entry.position));
    expect(ids.map((id) => placesOf(id).size)).toEqual(ids.map(() => 1));
    expect(textsOf(entries)).toHaveLength(150);
  });

  test('is read again from any position', async () => {
    const merchantId = newId();
    for (const text of ['a', 'b', 'c', 'd']) await write(here, merchantId, { text }, singleNotes);
    expect(textsOf(await read(merchantId, { catalog: 2 }))).toEqual(['c', 'd']);
    expect(textsOf(await read(merchantId, { catalog: 1 }, 2))).toEqual(['b', 'c']);
    expect(await read(merchantId, { catalog: 4 })).toEqual([]);
    expect(await read(merchantId, { catalog: 99, nothing: 0 })).toEqual([]);
  });
});

describe('a poke', () => {
  const watch = (at: TestNode, merchantId: string) => {
    const heard: Poke[] = [];
    const stop = at.platform.pokes.watch((poke) => void (poke.merchantId === merchantId && heard.push(poke)));
    return { heard, stop };
  };
  const until = async (isThere: () => boolean) => {
    for (let tries = 0; tries < 1000 && !isThere(); tries += 1) await wait(20);
  };

  test('reaches the own process at once and the other one soon, the last position included, and comes back to nobody', async () => {
    const merchantId = newId();
    const [own, other] = [watch(here, merchantId), watch(there, merchantId)];
    const writing = Array.from({ length: 60 }, (_, index) =>
      write(here, merchantId, { text: String(index) }, singleNotes),
    );
    await Promise.all(writing);
    expect(own.heard).toHaveLength(60);
    await until(() => other.heard.at(-1)?.position === 60);
    await wait(60);
    own.stop();
    other.stop();

    expect(Math.max(...other.heard.map((poke) => poke.position))).toBe(60);
    // Coalesced: far fewer wake-ups than commits.
    expect(other.heard.length).toBeLessThan(60);
    expect(own.heard).toHaveLength(60);
    expect(new Set(own.heard.map((poke) => poke.position)).size).toBe(60);
  });

  test('is heard again after the connection of the listener was lost', async () => {
    const merchantId = newId();
    const { heard, stop } = watch(there, merchantId);
    const { rowCount } = await here.database.adminPool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tandem pokes' and datname = current_database()",
    );
    expect(rowCount).toBe(2);
    // Pokes of the time without a connection are lost; a later one arrives.
    for (let tries = 0; tries < 1000 && heard.length === 0; tries += 1) {
      await write(here, merchantId, { text: 'again' }, singleNotes);
      await wait(50);
    }
    stop();
    expect(heard.length).toBeGreaterThan(0);
  });
});

describe('positions in words', () => {
  test('are read strictly', () => {
    expect(parsePositions('catalog:12,orders:40')).toEqual(
      new Map([
        ['catalog', 12],
        ['orders', 40],
      ]),
    );
    const place = newId();
    expect(parsePositions(`store:${place}:7`)).toEqual(new Map([[`store:${place}`, 7]]));
    for (const text of [
      '',
      'catalog',
      'catalog:',
      'catalog:-1',
      'catalog:1.5',
      'catalog:9999999999999999',
      'Catalog:1',
      'catalog:1,',
      'store:x:1',
      "catalog:1' or 1=1",
    ])
      expect(parsePositions(text)).toBeUndefined();
    expect(
      parsePositions(Array.from({ length: 201 }, (_, index) => `s${'x'.repeat(index)}:1`).join(',')),
    ).toBeUndefined();
  });
});
