import { expect, test } from 'vitest';
import { checkPin, isPinKept, keepPin } from './kept-pins.ts';
import { type KeptFacts, keepFact, readFact, type TillDatabase } from './open-database.ts';

const minute = 60_000;
const day = 86_400_000;
const now = Date.parse('2026-11-23T04:00:00Z');

/** The facts of one device; what is put is copied, as IndexedDB does. */
function device(): { database: TillDatabase; facts: Map<string, unknown> } {
  const facts = new Map<string, unknown>();
  const database = {
    get: async (_store: string, name: string) => facts.get(name),
    put: async (_store: string, value: unknown, name: string) =>
      void facts.set(name, value instanceof CryptoKey ? value : structuredClone(value)),
    delete: async (_store: string, name: string) => void facts.delete(name),
  };
  return { database: database as unknown as TillDatabase, facts };
}

test('a PIN that was right here opens without the network for two weeks, that of this person alone', async () => {
  const { database } = device();
  await keepPin(database, 'mandy', '4321', now);
  await keepPin(database, 'ken', '8765', now + day);

  expect(await checkPin(database, 'mandy', '4321', now + minute)).toBe('right');
  expect(await checkPin(database, 'mandy', '8765', now + minute)).toBe('wrong');
  expect(await checkPin(database, 'ken', '8765', now + 2 * minute)).toBe('right');
  expect(await checkPin(database, 'nobody', '4321', now)).toBe('unknown');
  expect(await checkPin(database, 'mandy', '4321', now + 14 * day - 1)).toBe('right');
  expect(await checkPin(database, 'mandy', '4321', now + 14 * day)).toBe('unknown');
  expect([
    await isPinKept(database, 'mandy', now + 14 * day),
    await isPinKept(database, 'ken', now + 14 * day),
  ]).toEqual([false, true]);
});

test('five wrong PINs, of whomever, close this way for fifteen minutes, to the right one too', async () => {
  const { database } = device();
  await keepPin(database, 'mandy', '4321', now);
  await keepPin(database, 'ken', '8765', now);
  const tries = [];
  for (const id of ['mandy', 'ken', 'mandy', 'ken', 'mandy', 'mandy'])
    tries.push(await checkPin(database, id, '0000', now + minute));

  expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'too_many']);
  expect(await checkPin(database, 'mandy', '4321', now + 16 * minute - 1)).toBe('too_many');
  expect(await checkPin(database, 'ken', '8765', now + 16 * minute - 1)).toBe('too_many');
  expect(await checkPin(database, 'mandy', '4321', now + 16 * minute)).toBe('right');
});

test('a right PIN, here or at the server, begins the count anew', async () => {
  const { database } = device();
  await keepPin(database, 'mandy', '4321', now);
  for (let wrong = 0; wrong < 4; wrong += 1) await checkPin(database, 'mandy', '0000', now);
  expect(await checkPin(database, 'mandy', '4321', now)).toBe('right');
  for (let wrong = 0; wrong < 5; wrong += 1) await checkPin(database, 'mandy', '0000', now);
  expect(await checkPin(database, 'mandy', '4321', now)).toBe('too_many');
  await keepPin(database, 'mandy', '4321', now);
  expect(await checkPin(database, 'mandy', '4321', now)).toBe('right');
});

test('a try is counted before it is looked at, so that closing the page in the middle undoes nothing', async () => {
  const { database } = device();
  await keepPin(database, 'mandy', '4321', now);
  const closing: TillDatabase = Object.assign(Object.create(database), {
    put: async (...given: Parameters<TillDatabase['put']>) => {
      await database.put(...given);
      throw new Error('closed');
    },
  });
  for (let left = 0; left < 5; left += 1) await expect(checkPin(closing, 'mandy', '0000', now)).rejects.toThrow();

  expect(await checkPin(database, 'mandy', '4321', now)).toBe('too_many');
});

test('nothing of a PIN can be read from the device, nor be tried with what is copied from it', async () => {
  const { database, facts } = device();
  await keepPin(database, 'mandy', '4321', now);
  const kept = (await readFact(database, 'pins')) as KeptFacts['pins'];
  const key = (await readFact(database, 'deviceKey')) as CryptoKey;

  expect([...facts.keys()].sort()).toEqual(['deviceKey', 'pins']);
  expect(Object.keys(kept.mandy ?? {}).sort()).toEqual(['at', 'proof']);
  expect(kept.mandy?.proof.byteLength).toBe(32);
  expect(Buffer.from(kept.mandy?.proof ?? new ArrayBuffer(0)).includes('4321')).toBe(false);
  expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();

  // The proofs on another device, which has a key of its own.
  const other = device();
  await keepPin(other.database, 'ken', '8765', now);
  await keepFact(other.database, 'pins', kept);
  expect(await checkPin(other.database, 'mandy', '4321', now)).toBe('wrong');
});
