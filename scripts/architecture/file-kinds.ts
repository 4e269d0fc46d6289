/** What a path says about a file. */

/** Tests, and what only tests use: they may look at every module, yet through its door. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)(testing|journeys)\//.test(path);
}

export function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

/** The workspace a path belongs to: `packages/domain`, `apps/server`, `simulation` … */
export function workspaceOf(path: string): string {
  return /^(?:packages|apps)\/[^/]+/.exec(path)?.[0] ?? path.split('/')[0] ?? '';
}

const serverSource = 'apps/server/src/';

/** The part of the server a path belongs to: a module's name, `platform`, or the composing file or folder. */
export function serverPart(path: string): { kind: 'module' | 'platform' | 'other'; name: string } | undefined {
  if (!path.startsWith(serverSource)) return undefined;
  const [first = '', second = ''] = path.slice(serverSource.length).split('/');
  if (first === 'modules') return { kind: 'module', name: second };
  return { kind: first === 'platform' ? 'platform' : 'other', name: first };
}
