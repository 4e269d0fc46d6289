/** Validation at the wire, by the contract's schemas: nothing is coerced in a body, nothing unknown is let through. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { RefusalError } from '../refusal.ts';
import { shareShapes } from './share-shapes.ts';

const year = (text: string) => Number(text.slice(0, 4));

/** The validator of bodies, or with coercion of what is text anyway. */
export function newAjv(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({
    coerceTypes: coerceTypes ? 'array' : false,
    removeAdditional: false,
    useDefaults: true,
    allErrors: false,
    strict: false,
    discriminator: true,
    unicodeRegExp: true,
    // A shape that was given a name is compiled once and called, not written out again at each place.
    inlineRefs: false,
    // Optimising took most of the time of compiling and saves nothing that a request would notice.
    code: { optimize: false },
  });
  const dateTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i;
  ajv.addFormat('date-time', {
    type: 'string',
    validate: (text: string) => dateTime.test(text) && !Number.isNaN(Date.parse(text)) && inRange(year(text)),
  });
  ajv.addFormat('date', { type: 'string', validate: isDate });
  ajv.addFormat('email', {
    type: 'string',
    validate: (text: string) => /^[^\s@<>"]{1,64}@[^\s@<>"]{1,189}\.[^\s@<>".]{2,}$/.test(text),
  });
  ajv.addFormat('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  return ajv;
}

const inRange = (value: number): boolean => value >= 1900 && value <= 2200;
function isDate(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(text) &&
    inRange(year(text))
  );
}

const strict = newAjv(false);
const coercing = newAjv(true);

/**
 * Fastify's validator: bodies strictly, query and path (which are text) with coercion. Refuses with the field's path. Each is
 * compiled when it is first needed: compiling all of them would make every start seconds longer.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let compiled: ValidateFunction | undefined;
  return (input: unknown) => {
    compiled ??= httpPart === 'body' ? strict.compile(shareShapes(schema)) : coercing.compile(schema);
    const validate = compiled;
    if (validate(input)) return { value: input };
    return { error: invalid(httpPart ?? 'body', validate.errors?.[0]) };
  };
};

function invalid(part: string, error: ErrorObject | undefined): RefusalError {
  const extra = error?.params?.additionalProperty ?? error?.params?.missingProperty ?? error?.params?.tag;
  const path = [
    ...(error?.instancePath ?? '').split('/').filter((step) => step !== ''),
    ...(extra === undefined ? [] : [String(extra)]),
  ];
  const field = path.length === 0 ? part : path.join('.');
  return new RefusalError({
    code: 'input.invalid',
    status: 400,
    field,
    detail: `${field}: ${error?.message ?? 'is not valid'}`,
  });
}
