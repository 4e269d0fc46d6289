import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { importSales, salesMonths } from './index.ts';

const realFile = path.join(
  import.meta.dirname,
  '../../../../../../shared/data/uci-online-retail/online_retail_2010_2011.csv.gz',
);
let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await createTestWorld({ currency: 'GBP', products: 0 });
  folder = await mkdtemp(path.join(tmpdir(), 'tandem-sales-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const rows = async (statement: string) => (await world.database.adminPool.query(statement)).rows;
const bring = async (file: string, more: { columns?: string } = {}) => {
  const started = await importSales(world.platform, {
    merchantId: world.merchantId,
    path: file,
    fileName: 'sales.csv',
    staffId: null,
    locationCode: 'CENTRAL',
    ...more,
  });
  return { isKnown: started.isKnown, ...(await started.ended) };
};
const wrong = async () =>
  (await verifyBooks(world.platform.pool, world.merchantId)).filter((result) => result.differences > 0);

const text = `Bill,Code,Text,Pieces,When,Each,Who
1001,85123A,Heart,6,2010-12-01 08:26:00,2.545,17850
1001,85123a,Heart small,1,2010-12-01 08:26:00,1.005,17850
1002,POST,Postage,1,2010-12-01 09:00:00,18,
1001,22752,Boxes,2,2010-12-01 08:26:00,7.65,17850
C1003,85123A,Heart,-2,2010-12-02 10:00:00,2.545,17850
1004,22752,found,3,2010-12-02 11:00:00,0,
1005,22752,lost,-4,2010-12-02 12:00:00,0,
A1006,B,Adjust bad debt,1,2010-12-02 13:00:00,-11062.06,
1007,22752,Boxes,three,2010-12-02 13:00:00,7.65,
1008,22752,Boxes,1,2010-13-41 13:00:00,7.65,
`;
const columns = 'invoice=Bill,sku=Code,name=Text,quantity=Pieces,at=When,price=Each,customer=Who';

describe('a sales file', () => {
  it('becomes sales, returns and adjustments, to the penny; the rest is listed', async () => {
    const file = path.join(folder, 'sales.csv');
    await writeFile(file, text);

    const view = await bring(file, { columns });

    expect(view).toMatchObject({
      state: 'done',
      rowsDone: 10,
      counts: {
        sales: 2,
        returns: 1,
        saleLines: 4,
        returnLines: 1,
        adjustmentLines: 2,
        linesNotSales: 1,
        amountNotSales: -1_106_206,
        articlesAdded: 5,
        members: 1,
        errors: 2,
        warnings: 1,
      },
    });
    expect(
      view.messages.filter((message) => message.level === 'error').map(({ row, column }) => [row, column]),
    ).toEqual([
      [10, 'quantity'],
      [11, 'at'],
    ]);
    // 6 × 2.545 = 15.27, 1 × 1.005 = 1.01, 2 × 7.65 = 15.30
    expect(
      await rows(
        'select l.sku, l.unit_amount, l.net_amount from orders.order_line l join orders."order" o on o.id = l.order_id where o.total_amount = 3158 order by line_no',
      ),
    ).toEqual([
      { sku: '85123A', unit_amount: 255, net_amount: 1527 },
      { sku: '85123a', unit_amount: 101, net_amount: 101 },
      { sku: '22752', unit_amount: 765, net_amount: 1530 },
    ]);
    expect(
      await rows(
        'select r.total_amount, m.reference, r.order_id from orders."return" r join members.member m on m.id = r.member_id',
      ),
    ).toEqual([{ total_amount: 509, reference: '17850', order_id: null }]);
    expect(
      await rows(
        "select s.sellable from inventory.stock_level s join catalog.variant v on v.id = s.variant_id where v.sku = '22752'",
      ),
    ).toEqual([{ sellable: -3000 }]);
    expect(await rows('select kind, sum(amount) as amount from orders.tender group by kind')).toEqual([
      { kind: 'external', amount: '4958' },
    ]);
    expect(await wrong()).toEqual([]);
  });

  it('that comes again changes nothing, also with its end cut off the first time', async () => {
    const before = await rows(
      'select (select count(*) from orders.order_line) as lines, (select count(*) from inventory.movement) as movements',
    );

    expect((await bring(path.join(folder, 'sales.csv'), { columns })).isKnown).toBe(true);
    await rows("update imports.import set state = 'failed'");
    expect(await bring(path.join(folder, 'sales.csv'), { columns })).toMatchObject({ isKnown: false, state: 'done' });

    expect(
      await rows(
        'select (select count(*) from orders.order_line) as lines, (select count(*) from inventory.movement) as movements',
      ),
    ).toEqual(before);
  });

  it('without a column that is needed is refused, and so is a column of no name', async () => {
    const file = path.join(folder, 'sales.csv');
    await expect(bring(file)).rejects.toMatchObject({
      refusal: {
        code: 'import.not_readable',
        detail: 'Row 1: there is no column for invoice. Name it with invoice=… among the columns.',
      },
    });
    await expect(bring(file, { columns: 'bill=Bill' })).rejects.toMatchObject({
      refusal: { code: 'import.not_readable' },
    });
  });
});

describe('a sales file of a shop whose prices exclude tax', () => {
  it('comes in with the tax on top, in the total and in what was paid, and leaves nothing to look at', async () => {
    const net = await createTestWorld({ currency: 'USD', products: 2, ratePpm: 88_750, pricesIncludeTax: false });
    const { platform, merchantId, database } = net;
    const file = path.join(folder, 'net.csv');
    await writeFile(
      file,
      `invoice,sku,quantity,date,price
1,A-1,2,2024-05-01 10:00:00,19.99
1,A-2,1,2024-05-01 10:00:00,1.005
2,A-2,3,2024-05-02 11:00:00,0.33
C3,A-1,-1,2024-05-03 12:00:00,19.99
`,
    );

    const started = await importSales(platform, {
      merchantId,
      path: file,
      fileName: 'net.csv',
      staffId: null,
      locationCode: 'CENTRAL',
      columns: 'invoice=invoice,sku=sku,quantity=quantity,at=date,price=price',
    });

    expect(await started.ended).toMatchObject({ state: 'done', counts: { sales: 2, returns: 1, saleLines: 3 } });
    const all = async (statement: string) => (await database.adminPool.query(statement)).rows;
    // 39.98 × 8.875 % = 3.55, 1.01 × 8.875 % = 0.09; 0.99 × 8.875 % = 0.09
    expect(
      await all(
        `select o.net_amount, o.tax_amount, o.total_amount, o.paid_amount, t.kind, t.amount
        from orders."order" o join orders.tender t on t.order_id = o.id order by o.placed_at`,
      ),
    ).toEqual([
      { net_amount: 4099, tax_amount: 364, total_amount: 4463, paid_amount: 4463, kind: 'external', amount: 4463 },
      { net_amount: 99, tax_amount: 9, total_amount: 108, paid_amount: 108, kind: 'external', amount: 108 },
    ]);
    expect(await all('select net_amount, tax_amount, total_amount from orders."return"')).toEqual([
      { net_amount: 1999, tax_amount: 177, total_amount: 2176 },
    ]);
    expect(await all('select kind, detail from platform.exception')).toEqual([]);
    expect((await verifyBooks(platform.pool, merchantId)).filter((result) => result.differences > 0)).toEqual([]);
    await net.close();
  });
});

describe.skipIf(!existsSync(realFile))('541,909 lines of a real shop', () => {
  it('come in as 25,900 invoices, and each month is the file’s own', { timeout: 600_000 }, async () => {
    const real = await createTestWorld({ currency: 'GBP', products: 0 });
    const { platform, merchantId, database } = real;
    await database.adminPool.query("update merchants.location set time_zone = 'Europe/London'");
    const started = await importSales(platform, {
      merchantId,
      path: realFile,
      fileName: 'uci.csv.gz',
      staffId: null,
      locationCode: 'CENTRAL',
    });
    const view = await started.ended;

    expect(view).toMatchObject({
      state: 'done',
      rowsDone: 541_909,
      counts: {
        invoices: 25_900,
        sales: 19_959,
        returns: 3836,
        members: 4372,
        adjustmentLines: 2515,
        linesNotSales: 3,
        amountNotSales: -1_106_206,
      },
    });
    expect((await verifyBooks(platform.pool, merchantId)).filter((result) => result.differences > 0)).toEqual([]);
    const months = (await salesMonths(platform, merchantId, started.id)) ?? {};
    const reported = await database.adminPool.query(
      "select to_char(business_date, 'YYYY-MM') as month, sum(net_amount)::bigint as net from reports.daily_sales group by 1 order by 1",
    );
    const total = reported.rows.reduce((sum, row) => sum + row.net, 0);
    expect(total + (view.counts.amountNotSales ?? 0)).toBe(974_774_793);
    expect(reported.rows.map(({ month, net }) => [month, net + (months[month]?.not_a_sale ?? 0)])).toEqual(
      Object.entries(months).map(([month, sums]) => [month, sums.file]),
    );
    await real.close();
  });
});
