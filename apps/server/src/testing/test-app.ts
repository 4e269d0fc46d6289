/** The real application on a database of two merchants, each with its own host name, signed-in owner and paired till. */
import { Writable } from 'node:stream';
import type { Access } from '@tandem/contract/route.ts';
import pino from 'pino';
import { type App, buildApp } from '../app.ts';
import type { TestDatabase } from '../platform/testing/test-database.ts';
import { type Furnished, furnish } from './furnish.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

export interface Request {
  method: string;
  url: string;
  /** Sent as JSON, unless it is bytes or text. */
  body?: object | string | Buffer;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
  cookies: { name: string; value: string }[];
  // A test looks at whatever the route answers.
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any route
  body: any;
}

/** One merchant with everything that a test can name, and the credentials of each kind of access. */
export interface TestMerchant extends Furnished {
  label: string;
  host: string;
  world: TestWorld;
  credentials: Credentials;
}

export interface Credentials {
  host: string;
  staffCookie: string;
  registerToken: string;
  tillCookie: string;
}

export interface TestApp {
  app: App;
  database: TestDatabase;
  first: TestMerchant;
  second: TestMerchant;
  /** What the application logged as errors: bugs and outages. */
  errors: string[];
  send(request: Request): Promise<Answered>;
  close(): Promise<void>;
}

export const password = 'correct horse battery';
export const pin = '1234';

/** Builds it; jobs do not run. Call `close` in `afterAll`. */
export async function createTestApp(): Promise<TestApp> {
  const first = await createTestWorld({ label: 'FIRSTMARK', ratePpm: 50_000 });
  const { database } = first;
  const second = await createTestWorld({ label: 'SECONDMARK', ratePpm: 50_000, database });
  const errors: string[] = [];
  const log = pino(
    { level: 'error' },
    new Writable({ write: (line, _encoding, done) => done(void errors.push(String(line))) }),
  );
  const app = await buildApp({ config: { host: '127.0.0.1', port: 0 }, target: database.target, log, withJobs: false });
  const send = newSender(app);
  return {
    app,
    database,
    errors,
    send,
    first: await openMerchant(send, first, 'FIRSTMARK', 'first.example'),
    second: await openMerchant(send, second, 'SECONDMARK', 'second.example'),
    close: async () => {
      await app.close();
      await second.close();
      await first.close();
    },
  };
}

/** The headers by which a caller of this kind is known. */
export function headersFor(
  access: Access,
  { host, staffCookie, registerToken, tillCookie }: Credentials,
): Record<string, string> {
  if (access === 'public' || access === 'shopper') return { host };
  if (access === 'register') return { host, authorization: `Bearer ${registerToken}` };
  if (access === 'register_staff')
    return { host, authorization: `Bearer ${registerToken}`, cookie: `__Host-tandem-till=${tillCookie}` };
  return { host, cookie: `__Host-tandem-staff=${staffCookie}` };
}

function newSender(app: App): TestApp['send'] {
  return async ({ method, url, body, headers = {} }) => {
    const isText = typeof body === 'string' || Buffer.isBuffer(body);
    const answer = await app.http.inject({
      method: method as 'GET',
      url,
      headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
    });
    const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      cookies: answer.cookies,
      body: isJson ? JSON.parse(answer.body) : undefined,
    };
  };
}

async function openMerchant(
  send: TestApp['send'],
  world: TestWorld,
  label: string,
  host: string,
): Promise<TestMerchant> {
  await world.database.adminPool.query(
    'insert into platform.hostname (hostname, merchant_id, channel_id) values ($1, $2, $3)',
    [host, world.merchantId, world.shopId],
  );
  const credentials = await signInEverywhere(send, world, host);
  return { label, host, world, credentials, ...(await furnish({ send, world, label, credentials })) };
}

async function signInEverywhere(send: TestApp['send'], world: TestWorld, host: string): Promise<Credentials> {
  const opened: Credentials = { host, staffCookie: '', registerToken: '', tillCookie: '' };
  const session = await expectDone(
    send({
      method: 'POST',
      url: '/api/session',
      body: { email: `owner-${world.merchantId}@example.test`, password },
      headers: { host },
    }),
  );
  opened.staffCookie = cookieOf(session, '__Host-tandem-staff');
  const code = await expectDone(
    send({
      method: 'POST',
      url: `/api/registers/${world.registerId}/pairing-code`,
      headers: headersFor('staff', opened),
    }),
  );
  const paired = await expectDone(
    send({ method: 'POST', url: '/api/till/pairing', body: { code: code.body.code }, headers: { host } }),
  );
  opened.registerToken = cookieOf(paired, '__Host-tandem-register');
  const till = await expectDone(
    send({
      method: 'POST',
      url: '/api/till/session',
      body: { staffId: world.ownerId, pin },
      headers: headersFor('register', opened),
    }),
  );
  opened.tillCookie = cookieOf(till, '__Host-tandem-till');
  return opened;
}

/** The answer, which must be a success: a test's preparation that fails must not look like the test's own result. */
export async function expectDone(answering: Promise<Answered>): Promise<Answered> {
  const answer = await answering;
  if (answer.status >= 300) throw new Error(`Preparing failed with ${answer.status}: ${answer.text}`);
  return answer;
}

export function cookieOf(answer: Answered, name: string): string {
  const found = answer.cookies.find((cookie) => cookie.name === name);
  if (found === undefined) throw new Error(`No cookie ${name} in the answer`);
  return found.value;
}
