/** Words that say nothing about the trade have no place in the name of a file, a folder or an export. */
import type { Verdict } from './fault.ts';
import { lineAt, type Source } from './scan-source.ts';

const emptyWords = [
  'manager',
  'helper',
  'util',
  'service',
  'handler',
  'data',
  'info',
  'process',
  'common',
  'misc',
  'base',
];
const forbidden = new Set(emptyWords.flatMap((word) => [word, `${word}s`]));
const exported =
  /\bexport\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|const|let|class|interface|type)\s+([A-Za-z_$][\w$]*)/g;

/** Looks at the path of every source file (`.data.ts` marks pure data and is allowed) and at what it exports. */
export function checkNames(sources: readonly Source[]): Verdict {
  const faults = sources.flatMap(({ path, code }) => {
    const inPath = emptyWordIn(path.replace(/\.data\.ts$/, '.ts'));
    const message = `the word "${inPath}" says nothing: name the trade's thing or act`;
    const inExports = [...code.matchAll(exported)].flatMap((match) => {
      const name = match[1] ?? '';
      const word = emptyWordIn(name);
      const line = lineAt(code, match.index);
      return word === undefined
        ? []
        : [{ path, line, rule: 'name', message: `the word "${word}" in ${name} says nothing` }];
    });
    return [...(inPath === undefined ? [] : [{ path, line: 1, rule: 'name', message }]), ...inExports];
  });
  return { check: 'names', looked: sources.length, faults };
}

function emptyWordIn(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.find((word) => forbidden.has(word));
}
