/** What a file imports, and where each import leads inside the repository. */
import { posix } from 'node:path';
import { lineAt, type Source } from './scan-source.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly isTypeOnly: boolean;
  /** Path from the root when the import stays in the repository, else undefined. */
  readonly target: string | undefined;
}

const statement =
  /\b(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\}|[\w$]+)\s*from\s*(?=['"])/g;
const bare = /\bimport\s*\(?\s*(?=['"`])/g;

/** All imports and re-exports of a file, dynamic ones too. */
export function findImports(source: Source): Import[] {
  const byStart = new Map(source.strings.map((string) => [string.start, string.text]));
  return [...source.code.matchAll(statement), ...source.code.matchAll(bare)].flatMap((match) => {
    const specifier = byStart.get(match.index + match[0].length);
    if (specifier === undefined) return [];
    const line = lineAt(source.text, match.index);
    return [{ specifier, line, isTypeOnly: isTypeOnly(match[0]), target: targetOf(source.path, specifier) }];
  });
}

function isTypeOnly(text: string): boolean {
  if (/^(import|export)\s+type\b/.test(text)) return true;
  const names = /\{([^}]*)\}/
    .exec(text)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

const apps = new Set(['server', 'admin', 'pos', 'storefront']);

function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), specifier));
  const [, name, rest] = /^@tandem\/([\w-]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  if (name === 'simulation' || name === 'bench') return `${name}/${rest ?? 'index.ts'}`;
  return `${apps.has(name) ? 'apps' : 'packages'}/${name}/src/${rest ?? 'index.ts'}`;
}
