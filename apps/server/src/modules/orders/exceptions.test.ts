import { readFileSync } from 'node:fs';
import { exceptionKinds } from '@tandem/contract/exceptions.ts';
import { expect, test } from 'vitest';

const runbook = readFileSync(new URL('../../../../../docs/runbook.md', import.meta.url), 'utf8');

test.each(exceptionKinds)('the runbook says what to do with %s', (kind) => {
  const row = runbook.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${kind}\``));
  expect(row?.split('|').filter((cell) => cell.trim() !== '')).toHaveLength(3);
});
