/** What belongs to one person's machine or one afternoon does not belong in the repository. */
import type { Verdict } from './fault.ts';
import type { TreeFile } from './read-tree.ts';
import { lineAt } from './scan-source.ts';

// The words are put together here so that this file does not accuse itself.
const unfinished = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`, 'g');
const machinePath = new RegExp(`(?<![\\w.\\-$}])/(?:${['work', 'root', 'Users/\\w+', 'home/\\w+'].join('|')})/`, 'g');
const registry = new RegExp(
  [
    'registry\\.npmjs',
    'registry\\.yarnpkg',
    'npm\\.pkg\\.github',
    'arti' + 'factory',
    'verda' + 'ccio',
    'npm' + 'mirror',
  ].join('|'),
  'gi',
);
const consoleLog = new RegExp(`(?<![\\w$.])conso${'le'}\\.log\\(`, 'g');

/** Looks at every text file: nothing unfinished, no path of a machine, no host of a registry, no `log` left in a source. */
export function checkTidy(files: readonly TreeFile[]): Verdict {
  const faults = files.flatMap((file) => [
    ...find(file, unfinished, 'is unfinished'),
    ...find(file, machinePath, 'is a path of one machine'),
    ...find(file, registry, 'is the host of a registry'),
    ...(isQuiet(file.path) ? find(file, consoleLog, 'is left from a search for a fault') : []),
  ]);
  return { check: 'tidiness', looked: files.length, faults };
}

function isQuiet(path: string): boolean {
  return /^(apps|packages)\/[^/]+\/src\/.*\.tsx?$/.test(path) && !path.startsWith('apps/server/src/cli/');
}

function find(file: TreeFile, pattern: RegExp, what: string) {
  return [...file.text.matchAll(pattern)].map((match) => ({
    path: file.path,
    line: lineAt(file.text, match.index),
    rule: 'tidy',
    message: `${match[0].trim()} ${what}`,
  }));
}
