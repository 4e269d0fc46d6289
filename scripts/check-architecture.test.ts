/** Every rule is shown a fault planted in a small sound tree, and must name it; the sound tree itself must pass. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allowed, planted } from './architecture/planted-faults.data.ts';
import { sound } from './architecture/sound-tree.data.ts';
import { checkArchitecture } from './check-architecture.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'architecture-'));
  for (const [path, text] of Object.entries(sound)) plant(path, text);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function found(): Promise<string[]> {
  return (await checkArchitecture(root)).map((fault) => `${fault.path}:${fault.line} ${fault.message}`);
}

test('the sound tree has no fault', async () => {
  expect(await found()).toEqual([]);
});

test('an empty tree is refused by every check, because nothing was looked at', async () => {
  rmSync(root, { recursive: true });
  mkdirSync(root);

  const faults = await found();

  expect(faults).toHaveLength(17);
  expect(faults.every((fault) => fault.endsWith('looked at nothing'))).toBe(true);
});

test('a part of the tree that went missing is noticed', async () => {
  rmSync(join(root, 'apps/pos'), { recursive: true });

  expect(await found()).toEqual(['.:0 the check of imports of apps/pos looked at nothing']);
});

test.each(planted)('%s is found', async (_fault, path, text, expected) => {
  plant(path, text);

  expect(await found()).toEqual(expected);
});

test.each(allowed)('%s is allowed', async (_what, path, text) => {
  plant(path, text);

  expect(await found()).toEqual([]);
});
