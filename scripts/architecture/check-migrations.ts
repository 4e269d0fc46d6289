/** A migration builds one module's schema and leans only on schemas below it. */

import { schemasIn } from './check-sql.ts';
import type { Fault, Verdict } from './fault.ts';
import type { Graph } from './graph.ts';
import type { TreeFile } from './read-tree.ts';
import { lineAt } from './scan-source.ts';

const folder = 'apps/server/migrations/';
const making =
  /\b(create|alter|drop|comment\s+on)\s+(?:or\s+replace\s+)?(?:unlogged\s+|materialized\s+|unique\s+)?(?:table|view|function|procedure|type|domain|sequence)\s+(?:if\s+(?:not\s+)?exists\s+)?(?:only\s+)?$/i;
const singularInS = /(ss|us|is|sales|series)$/;

/** Looks at the name of every migration, what it makes, and what it refers to. */
export function checkMigrations(graph: Graph, files: readonly TreeFile[]): Verdict {
  const looked = files.filter((file) => file.path.startsWith(folder));
  const numbers = new Set<string>();
  const faults = looked.flatMap((file) => {
    const fault = (line: number, message: string): Fault => ({ path: file.path, line, rule: 'migration', message });
    const [, number = '', owner = ''] =
      /^(\d{4})_([a-z]+)(?:_[a-z0-9_]+)?\.sql$/.exec(file.path.slice(folder.length)) ?? [];
    const isKnown = owner === 'platform' || graph.modules[owner] !== undefined;
    if (!isKnown) return [fault(1, 'is not named 0000_module.sql or 0000_module_what.sql after a module of the graph')];
    const twice = numbers.has(number) ? [fault(1, `the number ${number} is taken twice`)] : [];
    numbers.add(number);
    return [...twice, ...wrongNames(graph, owner, file, fault), ...wrongTables(file, fault)];
  });
  return { check: 'migrations', looked: looked.length, faults };
}

type NewFault = (line: number, message: string) => Fault;

function wrongNames(graph: Graph, owner: string, file: TreeFile, fault: NewFault): Fault[] {
  const below = new Set([owner, 'platform', ...(graph.modules[owner] ?? [])]);
  const sql = file.text.replace(/--[^\n]*/g, (found) => ' '.repeat(found.length));
  return schemasIn(graph, file.text).flatMap(({ schema, name, offset, isWrite }) => {
    const line = lineAt(file.text, offset);
    const before = sql.slice(Math.max(0, offset - 120), offset);
    const isMade = isWrite || making.test(before);
    if (isMade && schema !== owner) return [fault(line, `${owner} makes or changes ${schema}.${name}`)];
    if (below.has(schema)) return [];
    const isReader = graph.readers.includes(owner) && !/\breferences\s+$/i.test(before);
    return isReader ? [] : [fault(line, `${owner} leans on ${schema}.${name}, which does not stand below it`)];
  });
}

/** Tables are named in full, in snake_case and in the singular. */
function wrongTables(file: TreeFile, fault: NewFault): Fault[] {
  const sql = file.text.replace(/--[^\n]*/g, (found) => ' '.repeat(found.length));
  return [...sql.matchAll(/\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([^\s(]+)/gi)].flatMap(
    (match) => {
      const name = (match[1] ?? '').replaceAll('"', '');
      const line = lineAt(sql, match.index);
      if (!/^[a-z]+\.[a-z][a-z0-9_]*$/.test(name))
        return [fault(line, `the table ${name} is not named schema.snake_case`)];
      return name.endsWith('s') && !singularInS.test(name)
        ? [fault(line, `the table ${name} is not in the singular`)]
        : [];
    },
  );
}
