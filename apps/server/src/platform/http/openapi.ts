/** OpenAPI 3.1, printed from the contract: the same schemas validate, serialise and document. */
import { routes } from '@tandem/contract/index.ts';
import type { Route } from '@tandem/contract/route.ts';
import { Problem } from '@tandem/contract/shapes.ts';
import type { TSchema } from 'typebox';

/** The document as plain data. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [key, route] of Object.entries(routes as Record<string, Route>)) {
    const [method = '', path = ''] = key.split(' ');
    const address = path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(key, path, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tandem',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'One store, online and offline. Money is in minor units, quantities in thousandths of a piece, instants in UTC. Every command is named by its caller in the Idempotency-Key header (a UUID): the same id with the same body gives the same answer for ever.',
    },
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: '__Host-tandem-staff' },
        register: { type: 'apiKey', in: 'cookie', name: '__Host-tandem-register' },
        registerBearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf(key: string, path: string, route: Route): object {
  const problem = {
    description: `Refusals: ${['input.invalid', ...(route.refusals ?? [])].join(', ')}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    operationId: key.toLowerCase().replace(/[^a-z]+/g, '_'),
    summary: route.summary,
    tags: [path.split('/')[2] ?? 'api'],
    'x-access': route.access,
    security: securityOf(route.access),
    parameters: [...parametersOf('path', route.params), ...parametersOf('query', route.query), ...idempotencyOf(route)],
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: {
      [route.status ?? 200]: {
        description: 'Done',
        content: { [route.answerType ?? 'application/json']: { schema: route.answer } },
      },
      '4XX': problem,
    },
  };
}

function securityOf(access: Route['access']): object[] {
  if (access === 'public' || access === 'shopper') return [];
  return access === 'register' || access === 'register_staff'
    ? [{ register: [] }, { registerBearer: [] }]
    : [{ staff: [] }];
}

function parametersOf(place: 'path' | 'query', schema: TSchema | undefined): object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function idempotencyOf(route: Route): object[] {
  if (route.idempotency === undefined) return [];
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: route.idempotency === 'required',
      schema: { type: 'string', format: 'uuid' },
    },
  ];
}
