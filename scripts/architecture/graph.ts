/** The graph of the modules, read from the tree that is checked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fault, Verdict } from './fault.ts';
import type { TreeFile } from './read-tree.ts';

export const graphPath = 'apps/server/src/modules.ts';

export interface Graph {
  readonly modules: Readonly<Record<string, readonly string[]>>;
  readonly readers: readonly string[];
  readonly composers: readonly string[];
  readonly pageHosts: readonly string[];
}

/** Reads `modules.ts`; a tree without one has an empty graph, which the check of the graph then refuses. */
export async function readGraph(root: string): Promise<Graph> {
  const path = join(root, graphPath);
  const found: Partial<Graph> = existsSync(path) ? await import(pathToFileURL(path).href) : {};
  return {
    modules: found.modules ?? {},
    readers: found.readers ?? [],
    composers: found.composers ?? [],
    pageHosts: found.pageHosts ?? [],
  };
}

/** The graph names only modules it knows, has no circle, and every folder of `modules/` is in it. */
export function checkGraph(graph: Graph, files: readonly TreeFile[]): Verdict {
  const fault = (message: string): Fault => ({ path: graphPath, line: 1, rule: 'graph', message });
  const names = Object.keys(graph.modules);
  const unknown = names.flatMap((name) =>
    (graph.modules[name] ?? [])
      .filter((callee) => graph.modules[callee] === undefined)
      .map((callee) => fault(`${name} calls ${callee}, which is no module`)),
  );
  const folders = new Set(files.flatMap((file) => /^apps\/server\/src\/modules\/([^/]+)\//.exec(file.path)?.[1] ?? []));
  const strangers = [...folders]
    .filter((folder) => graph.modules[folder] === undefined)
    .map((folder) => fault(`the folder modules/${folder} is not in the graph`));
  const circle = findCircle(graph.modules);
  const circles = circle === undefined ? [] : [fault(`the graph has a circle: ${circle.join(' -> ')}`)];
  return { check: 'graph', looked: names.length, faults: [...unknown, ...strangers, ...circles] };
}

function findCircle(modules: Graph['modules']): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const callee of modules[name] ?? []) {
      const circle = visit(callee, [...path, name]);
      if (circle !== undefined) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(modules)) {
    const circle = visit(name, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
