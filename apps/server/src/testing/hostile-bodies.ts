/** Bodies that differ from a plausible one in a single place, each in a way that must be refused. */
import type { Schema } from './plausible-request.ts';

export interface Hostile {
  /** What was done, for the message of a failing test. */
  what: string;
  /** Where, as the field of the problem document names it; '' for the body itself. */
  field: string;
  payload: Buffer;
}

type Path = readonly (string | number)[];
interface Spot {
  schema: Schema;
  value: unknown;
  path: Path;
  isNullable: boolean;
}

const hole = '@@hole@@';
/** A million bytes and more than any JSON route of the contract takes in one text. */
export const longText = 'x'.repeat(1_048_577);
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

/** Every single mutation of a body that its schema takes. */
export function hostileBodies(schema: Schema, body: unknown): Hostile[] {
  const raw = (spot: Spot, what: string, text: string | Buffer, more: Path = []): Hostile => {
    const holed = JSON.stringify(replaced(body, spot.path, hole));
    const [before = '', after = ''] = holed.split(`"${hole}"`);
    return {
      what,
      field: [...spot.path, ...more].join('.'),
      payload: Buffer.concat([Buffer.from(before), Buffer.from(text), Buffer.from(after)]),
    };
  };
  return spotsOf({ schema, value: body, path: [], isNullable: false }).flatMap((spot) => {
    const put = (what: string, value: unknown, more: Path = []): Hostile =>
      raw(spot, what, JSON.stringify(value), more);
    return [
      ...wrongTypes(spot).map(([what, value]) => put(what, value)),
      raw(spot, 'nested 20,000 deep', deep),
      ...numbers(spot).map(([what, text]) => raw(spot, what, text)),
      ...texts(spot, raw, put),
      ...lists(spot, put),
      ...objects(spot, raw, put),
    ];
  });
}

/** The place itself and all within it. */
function spotsOf(spot: Spot): Spot[] {
  const { schema, value, path } = spot;
  if (schema.oneOf !== undefined) return spotsOf({ ...spot, schema: schema.oneOf[0] as Schema });
  if (schema.anyOf !== undefined)
    return spotsOf({
      ...spot,
      schema: schema.anyOf[0] as Schema,
      isNullable: schema.anyOf.some(({ type }) => type === 'null'),
    });
  const inner = (name: string | number, innerSchema: Schema) =>
    spotsOf({
      schema: innerSchema,
      value: (value as Record<string | number, unknown>)[name],
      path: [...path, name],
      isNullable: false,
    });
  if (schema.type === 'object')
    return [
      spot,
      ...Object.entries(schema.properties ?? {}).flatMap(([name, innerSchema]) => inner(name, innerSchema)),
    ];
  if (schema.type === 'array') return [spot, ...inner(0, schema.items as Schema)];
  return [spot];
}

function wrongTypes({ schema, isNullable }: Spot): [string, unknown][] {
  const kind = schema.type ?? typeof schema.enum?.[0];
  const values: [string, string, unknown][] = [
    ['string', 'a text', '7'],
    ['integer', 'a number', 7],
    ['boolean', 'a truth value', true],
    ['array', 'a list', []],
    ['object', 'an object', {}],
    ['null', 'null', null],
  ];
  return values
    .filter(([type]) => type !== kind && !(type === 'null' && isNullable) && !(type === 'integer' && kind === 'number'))
    .map(([, what, value]) => [`${what} instead of ${kind}`, value]);
}

function numbers({ schema }: Spot): [string, string][] {
  if (schema.type !== 'integer') return [];
  const { minimum, maximum } = schema;
  const past = maximum === undefined ? [] : [['one too many', String(maximum + 1)] as [string, string]];
  const below =
    minimum === undefined
      ? []
      : [['below the least', String(minimum - 1)] as [string, string], ['far below', '-1e15'] as [string, string]];
  return [
    ...past,
    ...below,
    ['a fraction', '1.5'],
    ['1e308', '1e308'],
    ['-1e308', '-1e308'],
    ['1e400', '1e400'],
    ['30 digits', '9'.repeat(30)],
  ];
}

type Raw = (spot: Spot, what: string, text: string | Buffer, more?: Path) => Hostile;
type Put = (what: string, value: unknown, more?: Path) => Hostile;

function texts(spot: Spot, raw: Raw, put: Put): Hostile[] {
  const { schema } = spot;
  if (schema.type !== 'string' && typeof schema.enum?.[0] !== 'string') return [];
  const isFree =
    schema.enum === undefined &&
    schema.format === undefined &&
    schema.pattern === undefined &&
    (schema.minLength ?? 0) === 0;
  return [
    put('a megabyte of text', longText),
    raw(spot, 'NUL', '"a\\u0000b"'),
    raw(spot, 'half a character', '"a\\ud800b"'),
    raw(spot, 'bad UTF-8', Buffer.from([0x22, 0x61, 0xc3, 0x28, 0x62, 0x22])),
    ...(isFree ? [] : [put('empty text', '')]),
    ...(schema.enum === undefined ? [] : [put('an unknown word', 'no-such-word')]),
    ...(schema.maxLength === undefined ? [] : [put('one character too long', 'x'.repeat(schema.maxLength + 1))]),
    ...(schema.format === undefined ? [] : [put('another format', "x' or '1'='1")]),
    ...(schema.pattern === undefined || schema.pattern === '\\S' ? [] : [put('another pattern', '<script>')]),
    ...(schema.pattern === '\\S' ? [put('only spaces', '   ')] : []),
  ];
}

function lists({ schema, value }: Spot, put: Put): Hostile[] {
  if (schema.type !== 'array') return [];
  const [item] = value as unknown[];
  return [
    ...(schema.maxItems === undefined ? [] : [put('one entry too many', Array(schema.maxItems + 1).fill(item))]),
    ...((schema.minItems ?? 0) > 0 ? [put('no entry', [])] : []),
  ];
}

function objects(spot: Spot, raw: Raw, put: Put): Hostile[] {
  const { schema, value } = spot;
  if (schema.type !== 'object') return [];
  const own = value as Record<string, unknown>;
  const text = JSON.stringify(own);
  const withKey = (name: string) =>
    `${text.slice(0, -1)}${text === '{}' ? '' : ','}${JSON.stringify(name)}:{"isAdmin":true}}`;
  return [
    ...['surprise', '__proto__', 'constructor', 'merchantId'].map((name) =>
      raw(spot, `a field ${name}`, withKey(name), [name]),
    ),
    ...(schema.required ?? []).map((name) =>
      put(`without ${name}`, Object.fromEntries(Object.entries(own).filter(([field]) => field !== name)), [name]),
    ),
    ...((schema.minProperties ?? 0) > 0 ? [put('nothing in it', {})] : []),
  ];
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, item]) => [name, name === step ? replaced(item, rest, by) : item]),
  );
}

/** Bodies with numbers at the ends of what the schema takes: they may be done or refused, but never be a bug. */
export function extremeBodies(schema: Schema, body: unknown): Hostile[] {
  const spots = spotsOf({ schema, value: body, path: [], isNullable: false }).filter(
    (spot) => spot.schema.type === 'integer',
  );
  const at = (end: 'minimum' | 'maximum', some: Spot[]) =>
    some.reduce((whole, spot) => replaced(whole, spot.path, spot.schema[end] ?? 1), body);
  const made = (what: string, field: string, value: unknown): Hostile => ({
    what,
    field,
    payload: Buffer.from(JSON.stringify(value)),
  });
  if (spots.length === 0) return [];
  return (['maximum', 'minimum'] as const).flatMap((end) => [
    ...spots.map((spot) => made(`at its ${end}`, spot.path.join('.'), at(end, [spot]))),
    made(`all at their ${end}`, '', at(end, spots)),
  ]);
}
