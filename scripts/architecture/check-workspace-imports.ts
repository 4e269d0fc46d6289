/** Between the workspaces: faces and server stand on the packages, the packages never on them, the domain on nothing. */
import type { Verdict } from './fault.ts';
import { isTest, isTypeScript, workspaceOf } from './file-kinds.ts';
import { findImports, type Import } from './find-imports.ts';
import type { Graph } from './graph.ts';
import type { Source } from './scan-source.ts';

const faces = ['apps/admin', 'apps/pos', 'apps/storefront'];

/** Looks at every import that leaves its own workspace. */
export function checkWorkspaceImports(graph: Graph, sources: readonly Source[]): Verdict[] {
  return ['packages/domain', 'packages/contract', 'packages/ui', 'apps/server', ...faces].map((workspace) => {
    const looked = sources.filter((source) => source.path.startsWith(`${workspace}/src/`) && isTypeScript(source.path));
    const faults = looked.flatMap((source) =>
      findImports(source).flatMap((found) => {
        if (found.target !== undefined && workspaceOf(found.target) === workspace) return [];
        const message = wrongImport(graph, workspace, source.path, found);
        return message === undefined ? [] : [{ path: source.path, line: found.line, rule: 'import', message }];
      }),
    );
    return { check: `imports of ${workspace}`, looked: looked.length, faults };
  });
}

function wrongImport(graph: Graph, workspace: string, path: string, found: Import): string | undefined {
  const { specifier, target } = found;
  if (target !== undefined && specifier.startsWith('.')) return `leaves its workspace by a relative path: ${specifier}`;
  if (isTest(path)) return undefined;
  const to = target === undefined ? undefined : workspaceOf(target);
  if (workspace === 'packages/domain') return `the domain stands alone, but imports ${specifier}`;
  if (workspace === 'packages/contract') {
    if (/^typebox(\/|$)/.test(specifier) || (to === 'packages/domain' && found.isTypeOnly)) return undefined;
    return `the contract imports only typebox and types of the domain, not ${specifier}`;
  }
  if (to?.startsWith('packages/') === true || to === undefined) return undefined;
  if (workspace !== 'apps/server') return `${workspace} stands on packages only, but imports ${specifier}`;
  const part = path.slice('apps/server/src/'.length);
  const hosts = graph.pageHosts.some((host) => part === host || part.startsWith(`${host}/`));
  return to === 'apps/storefront' && hosts ? undefined : `the server may not import ${specifier} here`;
}
