/** A request to any route that could have been meant: values made from the route's own schema, ids of things that are there. */
import { routes } from '@tandem/contract/index.ts';
import type { Route } from '@tandem/contract/route.ts';
import { newId } from '../platform/ids.ts';
import type { Ids } from './furnish.ts';

/** What the contract's schemas are made of. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
}
export interface Plausible {
  method: string;
  path: string;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

export const routeKeys = Object.keys(routes);
export const routeOf = (key: string): Route => (routes as Record<string, Route>)[key] as Route;

/** One text that each pattern of the contract takes; a new pattern wants a line here. */
const patternExamples: Readonly<Record<string, string>> = {
  '\\S': 'Text',
  '^[A-Z]{3}$': 'HKD',
  '^[0-9]{4,8}$': '1234',
  '^\\d\\d:\\d\\d$': '09:30',
  '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$': '2026-11-01T00:00',
  '^[a-z0-9.-]+$': 'shop.example',
  '^[A-Z]{2}$': 'HK',
  '^#[0-9a-fA-F]{6}$': '#aabbcc',
  '^[A-Za-z0-9][A-Za-z0-9_.-]*$': 'CODE-1',
  '^(\\d{4}|-)-\\d\\d-\\d\\d$': '--05-17',
  '^[\\p{L}\\p{N}][\\p{L}\\p{N} #/_.:-]*$': 'M-1001',
  '^[+0-9][0-9 ()./-]*$': '+852 9123 4567',
  '^[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*$': 'handle-1',
};
const formatExamples: Readonly<Record<string, () => string>> = {
  uuid: newId,
  'date-time': () => new Date().toISOString(),
  date: () => '2026-03-01',
  email: () => 'someone@example.test',
};
/** What `:id` names, by the last word of the path before it. */
const paramThings: Readonly<Record<string, keyof Ids>> = {
  products: 'productId',
  variants: 'variantId',
  categories: 'categoryId',
  collections: 'collectionId',
  media: 'mediaId',
  locations: 'locationId',
  channels: 'channelId',
  registers: 'registerId',
  staff: 'staffId',
  sessions: 'sessionId',
  exceptions: 'exceptionId',
  imports: 'importId',
  orders: 'orderId',
  sales: 'saleId',
  fulfilments: 'fulfilmentId',
  baskets: 'basketId',
  'tax-rates': 'taxRateId',
  promotions: 'promotionId',
  simulations: 'simulationId',
  'coupon-batches': 'couponBatchId',
  coupons: 'couponId',
  'price-lists': 'priceListId',
  members: 'memberId',
};
const fieldThings: Readonly<Record<string, keyof Ids>> = {
  variants: 'variantId',
  products: 'productId',
  categories: 'categoryId',
  collections: 'collectionId',
  channels: 'channelId',
  locations: 'locationId',
  members: 'memberId',
  memberIds: 'memberId',
  referredBy: 'memberId',
  offeredBy: 'promotionId',
  parentId: 'categoryId',
  locationIds: 'locationId',
  channelIds: 'channelId',
  publishIn: 'channelId',
  unpublishFrom: 'channelId',
  productIds: 'productId',
  categoryIds: 'categoryId',
  variantIds: 'variantId',
  hostname: 'host',
  token: 'token',
  code: 'barcode',
};

/** The request of the route for a merchant with these things. Every optional field is given. */
export function plausibleRequest(key: string, ids: Ids): Plausible {
  const route = routeOf(key);
  const [method = '', path = ''] = key.split(' ');
  const params = Object.entries((route.params as Schema | undefined)?.properties ?? {}).map(([name, schema]) => [
    name,
    String(paramValue(path, name, schema, ids)),
  ]);
  const query = Object.entries((route.query as Schema | undefined)?.properties ?? {}).map(([name, schema]) => [
    name,
    queryValue(key, name, schema, ids),
  ]);
  const body = route.body === undefined ? undefined : valueFor(route.body as Schema, { key, name: 'body', ids });
  return { method, path, params: Object.fromEntries(params), query: Object.fromEntries(query), body };
}

/** The address of the request. `raw` values are put in as they are, already encoded or wrongly so. */
export function addressOf(
  { path, params, query }: Plausible,
  raw: { params?: Record<string, string>; query?: Record<string, string> } = {},
): string {
  const filled = path.replace(
    /:([A-Za-z]+)/g,
    (_, name: string) => raw.params?.[name] ?? encodeURIComponent(params[name] ?? ''),
  );
  const entries = Object.entries({
    ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)])),
    ...raw.query,
  });
  return entries.length === 0 ? filled : `${filled}?${entries.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

function paramValue(path: string, name: string, schema: Schema, ids: Ids): unknown {
  if (name === 'code' && path.includes('/codes/')) return 'CODE-1';
  if (name !== 'id')
    return fieldThings[name] === undefined ? valueFor(schema, { key: path, name, ids }) : ids[fieldThings[name]];
  const before = path.slice(0, path.indexOf('/:id')).split('/').at(-1) ?? '';
  const thing = paramThings[before];
  if (thing === undefined) throw new Error(`What does :id name in ${path}?`);
  return ids[thing];
}

function queryValue(key: string, name: string, schema: Schema, ids: Ids): string {
  if (name === 'cursor') return cursorOf(key, ids);
  if (name === 'after') return 'catalog:0';
  if (name === 'ids') return ids.variantId;
  return String(valueFor(schema, { key, name, ids }));
}

function cursorOf(key: string, ids: Ids): string {
  if (key === 'GET /api/price-lists/:id/history') return '999999999999';
  if (key === 'GET /api/promotions/simulations') return `2199-01-01T00:00:00.000Z_${ids.simulationId}`;
  if (key === 'GET /api/orders') return `2199-01-01T00:00:00.000Z_${ids.orderId}`;
  if (key === 'GET /api/stock-movements') return `2199-01-01T00:00:00.000Z_${ids.locationId}_1`;
  if (key === 'GET /api/coupon-batches/:id/coupons') return ids.couponId;
  if (key === 'GET /api/members') return ids.memberId;
  return key === 'GET /api/stock-levels' ? `${ids.variantId}_${ids.locationId}` : '0';
}

interface Place {
  key: string;
  name: string;
  ids: Ids;
}

/** A value that the schema takes. */
function valueFor(schema: Schema, place: Place): unknown {
  if (schema.oneOf !== undefined) return valueFor(schema.oneOf[0] as Schema, place);
  if (schema.anyOf !== undefined) return valueFor(schema.anyOf[0] as Schema, place);
  if (schema.type === 'null') return null;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'object') {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valueFor(inner, { ...place, name })]),
    );
  }
  if (schema.type === 'array') return [valueFor(schema.items as Schema, place)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer') return Math.min(Math.max(schema.minimum ?? 1, 1), schema.maximum ?? 1);
  if (schema.type === 'string') return textOf(schema, place);
  throw new Error(`No value is known for ${JSON.stringify(schema)}`);
}

function textOf(schema: Schema, { key, name, ids }: Place): string {
  if (schema.format === 'uuid') return idOf(key, name, ids);
  if (name === 'hostname') return ids.host;
  if (name === 'timeZone') return 'Asia/Hong_Kong';
  if (name === 'zone') return 'store';
  if (name === 'end') return '2036-11-01T00:00';
  if (name === 'until') return '21:30';
  // Dates of a period, and instants that have to be still to come.
  if (name === 'expiresAt') return '2036-11-01T00:00:00.000Z';
  if (name === 'prefix') return 'HH-';
  if (name === 'csv') return 'sku,price\nA-1,5.00\n';
  if (schema.format !== undefined) return exampleOf(formatExamples[schema.format]?.(), `format ${schema.format}`);
  if (schema.pattern !== undefined) return exampleOf(patternExamples[schema.pattern], `pattern ${schema.pattern}`);
  return 'text'.repeat(Math.ceil((schema.minLength ?? 1) / 4));
}

function idOf(key: string, name: string, ids: Ids): string {
  if (key === 'POST /api/tax-rates' && name === 'categoryId') return ids.taxCategoryId;
  // The till makes the id of its sale.
  if (name === 'orderId' || name === 'approvalId') return newId();
  const thing = fieldThings[name] ?? (name in ids ? (name as keyof Ids) : undefined);
  if (thing === undefined) throw new Error(`What does ${name} name in ${key}?`);
  return ids[thing];
}

function exampleOf(example: string | undefined, of: string): string {
  if (example === undefined) throw new Error(`No example is known for the ${of}`);
  return example;
}
