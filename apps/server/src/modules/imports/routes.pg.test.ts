import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, headersFor, type TestApp } from '../../testing/test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

const csv = 'Handle,Title,Published,Variant SKU,Variant Inventory Qty,Variant Price\nvase,Vase,TRUE,VASE-1,7,129.5\n';
const form = (fields: Record<string, string>, file?: string): Buffer =>
  Buffer.from(
    [
      ...Object.entries(fields).map(
        ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      ),
      ...(file === undefined
        ? []
        : [
            `--b\r\ncontent-disposition: form-data; name="file"; filename="vases.csv"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n`,
          ]),
      '--b--\r\n',
    ].join(''),
  );
const headers = () => headersFor('staff', tandem.first.credentials);
const upload = (body: Buffer) =>
  tandem.send({
    method: 'POST',
    url: '/api/imports',
    headers: { ...headers(), 'idempotency-key': newId(), 'content-type': 'multipart/form-data; boundary=b' },
    body,
  });

it('takes a file, brings it in behind the answer, and shows how it went', async () => {
  const answered = await upload(form({ format: 'shopify', locationCode: 'CENTRAL', dryRun: 'false' }, csv));
  expect(answered.status).toBe(202);
  const url = `/api/imports/${String(answered.body.id)}`;
  let shown = await tandem.send({ method: 'GET', url, headers: headers() });
  for (let tries = 0; tries < 100 && shown.body.state === 'running'; tries += 1) {
    await wait(20);
    shown = await tandem.send({ method: 'GET', url, headers: headers() });
  }

  expect(shown.body).toMatchObject({
    state: 'done',
    fileName: 'vases.csv',
    rowsDone: 1,
    rowsTotal: 1,
    counts: { productsAdded: 1, stocked: 1 },
  });
  const again = await upload(form({ format: 'shopify', locationCode: 'CENTRAL' }, csv));
  expect(again).toMatchObject({ status: 202, body: { id: answered.body.id, state: 'done' } });
});

it.each([
  ['without a file', form({ format: 'shopify' }), 'import.not_readable', 'file'],
  ['of another format', form({ format: 'other' }, csv), 'import.format_unknown', 'format'],
  ['for a place of nobody’s', form({ locationCode: 'NOWHERE' }, csv), 'location.unknown', 'locationCode'],
  ['that is no product file', form({}, 'a,b\n1,2\n'), 'import.not_readable', 'file'],
])('refuses a form %s', async (_what, body, code, field) => {
  expect(await upload(body)).toMatchObject({ status: 422, body: { code, field } });
});
