import type { ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import type { Ids } from '../../testing/furnish.ts';
import { hostileBodies } from '../../testing/hostile-bodies.ts';
import { plausibleRequest, routeOf, type Schema } from '../../testing/plausible-request.ts';
import { newId } from '../ids.ts';
import { shareShapes } from './share-shapes.ts';
import { newAjv } from './validate.ts';

const ids = new Proxy({}, { get: () => newId() }) as Ids;
const writePromotion = 'POST /api/promotions';
const schema = routeOf(writePromotion).body as Schema;

/** What is wrong with a body, and where; null: nothing. */
function verdict(validate: ValidateFunction, body: unknown) {
  if (validate(structuredClone(body))) return null;
  const [error] = validate.errors ?? [];
  return { path: error?.instancePath, keyword: error?.keyword, message: error?.message, params: error?.params };
}

/** The promotion with nothing but the kind in the place of its action or condition. */
function otherKinds(body: object, field: 'action' | 'condition'): object[] {
  const place = schema.properties?.[field] as Schema;
  const shapes = (place.oneOf ?? place.anyOf?.[0]?.oneOf ?? []) as Schema[];
  const kinds = shapes.flatMap((one) => one.properties?.kind?.const ?? one.properties?.kind?.enum ?? []);
  return [...kinds, 'none_of_them'].map((kind) => ({ ...body, [field]: { kind } }));
}

test('a promotion is taken or refused for the same reason whether its shapes are shared or written out', () => {
  const written = newAjv(false).compile(schema);
  const shared = newAjv(false).compile(shareShapes(schema));
  const body = plausibleRequest(writePromotion, ids).body as object;
  expect(verdict(shared, body)).toBe(null);
  const attacks = hostileBodies(schema, body).flatMap(({ what, payload }) => {
    try {
      return payload.length > 30_000 ? [] : [{ what, attack: JSON.parse(payload.toString()) as unknown }];
    } catch {
      return [];
    }
  });
  const kinds = [...otherKinds(body, 'action'), ...otherKinds(body, 'condition')];
  expect(attacks.length).toBeGreaterThan(300);
  expect(kinds.length).toBeGreaterThanOrEqual(28);
  for (const { what, attack } of [...attacks, ...kinds.map((attack) => ({ what: 'another kind', attack }))]) {
    expect({ what, verdict: verdict(shared, attack) }).toEqual({ what, verdict: verdict(written, attack) });
  }
});

test('a schema that says everything once stays what it is, and one that repeats itself becomes small', () => {
  const once = { type: 'object', properties: { id: { type: 'string' }, other: { type: 'string' } } };
  expect(shareShapes(once)).toBe(once);
  expect(JSON.stringify(shareShapes(schema)).length).toBeLessThan(JSON.stringify(schema).length / 3);
});

test('a shape with a default is written out: what a reference stands for gives none', () => {
  const text = { type: 'string', default: 'x', description: 'a long description '.repeat(20) };
  const twice = { type: 'object', properties: { one: text, other: text } };
  expect(shareShapes(twice)).toBe(twice);
});
