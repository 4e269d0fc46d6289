// How PostgreSQL's values become JavaScript's: every number is exact or the query fails.
import { TypeOverrides, types } from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;
// The parser's own types do not know array types, although it parses them.
const TEXT_ARRAY = 1009 as Parameters<typeof types.getTypeParser>[0];

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} is too large to be exact.`);
  return value;
}

function exactIntegers(text: string): unknown {
  return mapNested(types.getTypeParser(TEXT_ARRAY)(text), exactInteger);
}

function mapNested(value: unknown, parse: (text: string) => number): unknown {
  if (Array.isArray(value)) return value.map((entry) => mapNested(entry, parse));
  return value === null ? null : parse(String(value));
}

/**
 * The parsers of every pool: int8 → number (refused when not exact), numeric → string, timestamptz → Date,
 * date → 'YYYY-MM-DD' (a business date has no time zone, so it must not become an instant).
 */
export function columnTypes(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(INT8, exactInteger);
  overrides.setTypeParser(INT8_ARRAY, exactIntegers);
  overrides.setTypeParser(DATE, (text: string) => text);
  overrides.setTypeParser(DATE_ARRAY, types.getTypeParser(TEXT_ARRAY));
  return overrides;
}
