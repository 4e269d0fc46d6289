/** The domain is pure: the same arguments give the same answer, on the server, on a till without network, in a test. */
import type { Verdict } from './fault.ts';
import { isTest } from './file-kinds.ts';
import { lineAt, type Source } from './scan-source.ts';

const impure: readonly (readonly [RegExp, string])[] = [
  [/\bDate\s*\.\s*now\b/g, 'reads the clock'],
  [/\bnew\s+Date\s*(\(\s*\)|(?=[;,)\]]))/g, 'reads the clock'],
  [/(?<![\w$.]|new\s+)Date\s*\(/g, 'reads the clock'],
  [/\bTemporal\s*\.\s*Now\b/g, 'reads the clock'],
  [/\bperformance\s*\./g, 'reads the clock'],
  [/\bMath\s*\.\s*random\b/g, 'draws at random'],
  [/\bcrypto\s*\./g, 'draws at random'],
  [/(?<![\w$.])process\s*\./g, 'reads the process'],
  [/(?<![\w$.])fetch\s*\(/g, 'uses the network'],
  [/(?<![\w$.])(?:setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/g, 'waits'],
];

/** No clock, no randomness, no process, no network and no timers in `packages/domain`. */
export function checkPurity(sources: readonly Source[]): Verdict {
  const looked = sources.filter((source) => source.path.startsWith('packages/domain/src/') && !isTest(source.path));
  return {
    check: 'purity of the domain',
    looked: looked.length,
    faults: looked.flatMap((source) => find(source, impure)),
  };
}

/** `Math.random` is no source of ids, codes or choices in the server: ids and randomness come from the platform. */
export function checkRandomness(sources: readonly Source[]): Verdict {
  const looked = sources.filter((source) => source.path.startsWith('apps/server/src/') && !isTest(source.path));
  const random = [[/\bMath\s*\.\s*random\b/g, 'draws at random']] as const;
  return {
    check: 'randomness of the server',
    looked: looked.length,
    faults: looked.flatMap((source) => find(source, random)),
  };
}

function find(source: Source, patterns: readonly (readonly [RegExp, string])[]) {
  return patterns.flatMap(([pattern, what]) =>
    [...source.code.matchAll(pattern)].map((match) => ({
      path: source.path,
      line: lineAt(source.code, match.index),
      rule: 'purity',
      message: `${what}: ${match[0].trim()}`,
    })),
  );
}
