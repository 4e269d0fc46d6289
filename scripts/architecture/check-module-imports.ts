/** Inside the server: a module calls only modules below it, through their `index.ts`; the platform knows no module. */
import type { Verdict } from './fault.ts';
import { isTest, serverPart } from './file-kinds.ts';
import { findImports, type Import } from './find-imports.ts';
import { type Graph, graphPath } from './graph.ts';
import type { Source } from './scan-source.ts';

/** Looks at every import from one file of the server to another. */
export function checkModuleImports(graph: Graph, sources: readonly Source[]): Verdict {
  const looked = sources.filter((source) => serverPart(source.path) !== undefined);
  const faults = looked.flatMap((source) => {
    if (isStray(graph, source.path)) {
      const message = 'stands in no module, not in the platform, and is not named as a composer in modules.ts';
      return [{ path: source.path, line: 1, rule: 'import', message }];
    }
    return findImports(source).flatMap((found) => {
      const message = wrongImport(graph, source.path, found);
      return message === undefined ? [] : [{ path: source.path, line: found.line, rule: 'import', message }];
    });
  });
  return { check: 'imports inside the server', looked: looked.length, faults };
}

function isStray(graph: Graph, path: string): boolean {
  const part = serverPart(path);
  // A test belongs to what it stands beside.
  const owner = part?.name.replace(/(\.pg|\.web)?\.test\.ts$/, '.ts') ?? '';
  return part?.kind === 'other' && path !== graphPath && !graph.composers.includes(owner);
}

function wrongImport(graph: Graph, path: string, { target, specifier }: Import): string | undefined {
  const from = serverPart(path);
  const to = target === undefined ? undefined : serverPart(target);
  if (from === undefined || to === undefined || target === undefined) return undefined;
  if (from.kind === to.kind && from.name === to.name) return undefined;
  const free = isTest(path) || from.kind === 'other';
  if (to.kind === 'module') {
    if (from.kind === 'platform' && !free) return `the platform knows no module, but imports ${specifier}`;
    if (target !== `apps/server/src/modules/${to.name}/index.ts`)
      return `reaches into ${to.name} past its index.ts: ${specifier}`;
    const below = graph.modules[from.name] ?? [];
    return free || below.includes(to.name)
      ? undefined
      : `${from.name} may not call ${to.name}: it does not stand below it`;
  }
  if (to.kind === 'platform' || free) return undefined;
  if (target === graphPath && from.kind === 'module') return undefined;
  return `${from.kind === 'module' ? from.name : 'the platform'} may not import ${specifier}, which knows every module`;
}
