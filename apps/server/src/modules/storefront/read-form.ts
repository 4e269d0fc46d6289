/** Reads what a plain HTML form sends. */
import { isUtf8 } from 'node:buffer';
import type { Typed } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkText } from '../../platform/http/read-json.ts';
import { refuse } from '../../platform/refusal.ts';

const fieldsMax = 60;
const bad = (detail: string): never => refuse('input.invalid', detail, { status: 400, field: 'body' });

/** Lets the routes of this scope take forms. */
export function addFormParser(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: 32_768 },
    (_request, body, done) => {
      try {
        done(null, parseForm(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** The form of a request; empty when it sent something else. */
export function formOf(request: FastifyRequest): Typed {
  return request.body instanceof Form ? request.body.fields : {};
}

/** The class proves that the body came through the parser below, not through the one for JSON. */
class Form {
  readonly fields: Typed;
  constructor(fields: Typed) {
    this.fields = fields;
  }
}

export function parseForm(body: Buffer): Form {
  if (!isUtf8(body)) bad('The form is not valid UTF-8.');
  const fields: Record<string, string> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    count += 1;
    if (count > fieldsMax || !/^[A-Za-z0-9.]{1,40}$/.test(name)) bad('The form has a field that is not known.');
    checkText(value, name, 0);
    fields[name] ??= value.trim();
  }
  return new Form(fields);
}
