/** A module's SQL names only its own schema and the platform's; what it needs of another it asks through `index.ts`. */
import type { Fault, Verdict } from './fault.ts';
import { isTest, serverPart } from './file-kinds.ts';
import type { Graph } from './graph.ts';
import { lineAt, type Source, type SourceString } from './scan-source.ts';

const keyword =
  /\b(select|insert\s+into|update|delete\s+from|merge\s+into|from|join|truncate|create|alter|drop|call)\s/i;
const writing =
  /\b(insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?|alter\s+table|drop\s+table)\s+(?:only\s+)?$/i;

/** Looks at the SQL in templates and strings of modules and platform. Tests may look everywhere. */
export function checkSql(graph: Graph, sources: readonly Source[]): Verdict {
  const looked = sources.filter((source) => {
    const part = serverPart(source.path);
    return (part?.kind === 'module' || part?.kind === 'platform') && !isTest(source.path);
  });
  return {
    check: 'schemas named in SQL',
    looked: looked.length,
    faults: looked.flatMap((source) => checkFile(graph, source)),
  };
}

function checkFile(graph: Graph, source: Source): Fault[] {
  const owner = serverPart(source.path)?.name ?? '';
  return source.strings.filter(isSql).flatMap((string) =>
    string.pieces.flatMap((piece) =>
      schemasIn(graph, piece.text)
        .filter(({ schema, isWrite }) => !maySee(graph, owner, schema, isWrite))
        .map(({ schema, offset, isWrite }) => ({
          path: source.path,
          line: lineAt(source.text, piece.start + offset),
          rule: 'sql',
          message: `${owner} ${isWrite ? 'writes in' : 'reads'} the schema ${schema}`,
        })),
    ),
  );
}

function isSql(string: SourceString): boolean {
  return string.tag === 'sql' || (/\s/.test(string.text) && keyword.test(string.text));
}

function maySee(graph: Graph, owner: string, schema: string, isWrite: boolean): boolean {
  if (schema === owner || schema === 'platform') return true;
  return graph.readers.includes(owner) && !isWrite;
}

/** Every `schema.name` of a known schema in a piece of SQL; values in quotes and comments do not count. */
export function schemasIn(
  graph: Graph,
  text: string,
): { schema: string; name: string; offset: number; isWrite: boolean }[] {
  const hide = (found: string) => found.replace(/[^\n]/g, ' ');
  const sql = text.replace(/--[^\n]*/g, hide).replace(/'[^']*'/g, hide);
  return [...sql.matchAll(/(?<![\w.])"?([a-z_]+)"?\."?([a-z_]+)"?/gi)].flatMap((match) => {
    const [, schema = '', name = ''] = match;
    if (graph.modules[schema] === undefined && schema !== 'platform') return [];
    return [{ schema, name, offset: match.index, isWrite: writing.test(sql.slice(0, match.index)) }];
  });
}
