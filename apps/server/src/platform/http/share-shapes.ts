/** Gives what a schema says more than once a name, so that a validator is compiled once for it and not once for each place. */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords that hold a schema, a list of schemas, or schemas by name. */
const single = ['items', 'additionalProperties', 'not'];
const lists = ['anyOf', 'oneOf', 'allOf'];
const named = ['properties', 'patternProperties'];
/** Smaller shapes cost less to repeat than to call. */
const worthSharing = 150;

/** The same schema with `$defs` for every larger shape that it repeats. It admits and refuses the same. */
export function shareShapes<Schema>(schema: Schema): Schema {
  const seen = new Map<string, number>();
  count(schema, seen);
  const repeated = [...seen].filter(([, times]) => times > 1).map(([text]) => text);
  if (repeated.length === 0) return schema;
  const names = new Map(repeated.map((text, index) => [text, `shape${index}`]));
  const definitions = Object.fromEntries(
    [...names].map(([text, name]) => [name, mapInside(JSON.parse(text), (inner) => refer(inner, names))]),
  );
  return { ...(mapInside(schema, (inner) => refer(inner, names)) as Json), $defs: definitions } as Schema;
}

function count(schema: unknown, seen: Map<string, number>): void {
  mapInside(schema, (inner) => {
    if (isObject(inner)) {
      const text = JSON.stringify(inner);
      const times = seen.get(text) ?? 0;
      // A default counts only where it is written out.
      if (text.length >= worthSharing && !('default' in inner)) seen.set(text, times + 1);
      // What is inside a shape that was met before is not said once more.
      if (times === 0) count(inner, seen);
    }
    return inner;
  });
}

function refer(schema: unknown, names: ReadonlyMap<string, string>): unknown {
  const name = isObject(schema) ? names.get(JSON.stringify(schema)) : undefined;
  return name ? { $ref: `#/$defs/${name}` } : mapInside(schema, (inner) => refer(inner, names));
}

/** A copy with every schema directly inside replaced. */
function mapInside(schema: unknown, change: (inner: unknown) => unknown): unknown {
  if (!isObject(schema)) return schema;
  const copy: Json = { ...schema };
  for (const key of single) if (isObject(copy[key])) copy[key] = change(copy[key]);
  for (const key of lists) {
    const list = copy[key];
    if (Array.isArray(list)) copy[key] = list.map(change);
  }
  for (const key of named) {
    const byName = copy[key];
    if (isObject(byName))
      copy[key] = Object.fromEntries(Object.entries(byName).map(([name, one]) => [name, change(one)]));
  }
  return copy;
}
