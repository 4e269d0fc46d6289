import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importText } from '@tandem/ui/import-texts.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { type ImportView, importProducts } from './index.ts';

const realFiles = path.join(import.meta.dirname, '../../../../../../shared/data/shopify');
let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await createTestWorld({ currency: 'USD' });
  folder = await mkdtemp(path.join(tmpdir(), 'tandem-products-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const rows = async (statement: string, values: unknown[] = []) =>
  (await world.database.adminPool.query(statement, values)).rows;
const bring = async (file: string, more: { dryRun?: boolean } = {}): Promise<ImportView & { isKnown: boolean }> => {
  const started = await importProducts(world.platform, {
    merchantId: world.merchantId,
    path: file,
    fileName: path.basename(file),
    staffId: null,
    locationCode: 'CENTRAL',
    ...more,
  });
  return { isKnown: started.isKnown, ...(await started.ended) };
};
let written = 0;
const write = async (text: string | Buffer): Promise<string> => {
  written += 1;
  const file = path.join(folder, `${written}.csv`);
  await writeFile(file, text);
  return file;
};
const header =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Cost per item,Status';
const errorsOf = (view: ImportView) =>
  view.messages.flatMap(({ level, row, column, ...message }) =>
    level === 'error' ? [{ row, column, text: importText(message, 'en') }] : [],
  );

describe('a product file', () => {
  it('becomes products with variants, prices, stock at its cost, category, barcode and plain text', async () => {
    const file = await write(`${header}
linen-shirt,Linen shirt,"<p>Soft &amp; light</p><ul><li>washed</li></ul>",Harbour,Shirts,"linen, summer",TRUE,Size,S,LS-S,180,12,49.95,59.95,4006381333931,https://example.test/a.jpg,21.5,active
mug,Mug,,Harbour,,,FALSE,Title,Default Title,MUG-1,,3,8.5,,,,,
linen-shirt,,,,,,,,M,LS-M,190,0,49.95,,,,21.5,
`);

    const view = await bring(file);

    expect(view).toMatchObject({
      state: 'done',
      rowsDone: 3,
      rowsTotal: 3,
      counts: { productsAdded: 2, variantsAdded: 3, pricesSet: 3, stocked: 2, notes: 1 },
    });
    const [shirt] = await rows(
      "select p.*, c.name as category from catalog.product p left join catalog.category c on c.id = p.category_id where p.handle = 'linen-shirt'",
    );
    expect(shirt).toMatchObject({
      name: { en: 'Linen shirt' },
      description: { en: 'Soft & light\n\n• washed' },
      brand: 'Harbour',
      tags: ['linen', 'summer'],
      status: 'active',
      category: { en: 'Shirts' },
    });
    expect(
      await rows(
        'select v.sku, v.weight_grams, p.amount, p.compare_at_amount, b.code, s.sellable, s.value_amount from catalog.variant v join pricing.variant_price p on p.variant_id = v.id left join catalog.barcode b on b.variant_id = v.id left join inventory.stock_level s on s.variant_id = v.id where v.product_id = $1 order by v.position',
        [shirt.id],
      ),
    ).toEqual([
      {
        sku: 'LS-S',
        weight_grams: 180,
        amount: 4995,
        compare_at_amount: 5995,
        code: '04006381333931',
        sellable: 12_000,
        value_amount: 25_800,
      },
      {
        sku: 'LS-M',
        weight_grams: 190,
        amount: 4995,
        compare_at_amount: null,
        code: null,
        sellable: null,
        value_amount: null,
      },
    ]);
    expect(
      await rows(
        "select p.handle from catalog.publication u join catalog.product p on p.id = u.product_id where p.handle in ('linen-shirt', 'mug')",
      ),
    ).toEqual([{ handle: 'linen-shirt' }]);
  });

  it('changes by SKU what is there, and never adds opening stock twice', async () => {
    const file = await write(`${header}
linen-shirt,Linen shirt new,,Harbour,Shirts,,TRUE,Size,S,LS-S,180,99,45,,,,21.5,active
linen-shirt,,,,,,,,L,LS-L,200,5,49.95,,,,21.5,
`);

    const view = await bring(file);

    expect(view.counts).toMatchObject({ productsChanged: 1, variantsChanged: 1, variantsAdded: 1, stocked: 1 });
    expect(
      await rows(
        "select v.sku, r.amount, s.sellable from catalog.variant v join pricing.variant_price r on r.variant_id = v.id left join inventory.stock_level s on s.variant_id = v.id where v.sku like 'LS-%' order by v.position",
      ),
    ).toEqual([
      { sku: 'LS-S', amount: 4500, sellable: 12_000 },
      { sku: 'LS-M', amount: 4995, sellable: null },
      { sku: 'LS-L', amount: 4995, sellable: 5000 },
    ]);
    const [product] = await rows("select options, name from catalog.product where handle = 'linen-shirt'");
    expect(product.name).toEqual({ en: 'Linen shirt new' });
    expect(product.options[0].values.map((value: { code: string }) => value.code).sort()).toEqual(['L', 'M', 'S']);
  });

  it('that was brought in with the same options is shown as already done', async () => {
    const file = await write(`${header}\ncup,Cup,,,,,TRUE,,,CUP-1,,4,5,,,,,\n`);
    const first = await bring(file);

    const again = await bring(file);

    expect(again).toMatchObject({ isKnown: true, id: first.id, state: 'done' });
    expect(await rows('select count(*) as n from imports.import where id = $1', [first.id])).toEqual([{ n: 1 }]);
  });

  it('is only looked at in a dry run', async () => {
    const before = await rows(
      'select (select count(*) from catalog.product) as products, (select count(*) from inventory.movement) as movements, (select count(*) from catalog.category) as categories',
    );
    const file = await write(`${header}\nplate,Plate,,,Tableware,,TRUE,,,PLATE-1,,4,12,,,,,\n`);

    const view = await bring(file, { dryRun: true });

    expect(view).toMatchObject({ isDryRun: true, state: 'done', counts: { productsAdded: 1, stocked: 1 } });
    expect(
      await rows(
        'select (select count(*) from catalog.product) as products, (select count(*) from inventory.movement) as movements, (select count(*) from catalog.category) as categories',
      ),
    ).toEqual(before);
    expect((await bring(file)).counts).toMatchObject({ productsAdded: 1, stocked: 1 });
  });

  it('keeps the good rows and names what is wrong with the others', async () => {
    const file = await write(`${header}
bowl,Bowl,,,,,TRUE,Size,S,BOWL-S,,1,"1,50",,,,,
bowl,,,,,,,,M,BOWL-M,,1,2,,,,,
bowl,,,,,,,,M,BOWL-M2,,1,2,,,,,
,Nothing,,,,,TRUE,,,X-1,,,1,,,,,
spoon,,,,,,TRUE,,,SPOON-1,,,1,,,,,
fork,Fork,,,,,TRUE,,,BOWL-M,,,1,,,,,
pan,Pan,,,,,TRUE,,,A-1,,,1,,,,,
`);

    const view = await bring(file);

    expect(errorsOf(view)).toEqual([
      { row: 2, column: 'Variant Price', text: '"1,50" is no number that can be taken.' },
      { row: 4, column: 'Option1 Value', text: 'The variant has the same options as row 3.' },
      { row: 5, column: 'Handle', text: 'The row has no handle.' },
      { row: 6, column: 'Title', text: 'The product has no title.' },
      { row: 7, column: 'Variant SKU', text: 'The SKU BOWL-M stands in row 3 already.' },
      { row: 7, column: undefined, text: 'No row of the product holds a variant that can be taken.' },
    ]);
    expect(view.counts).toMatchObject({ productsAdded: 1, productsChanged: 1, errors: 6 });
    expect(view.messages.map((message) => message.text).filter(Boolean)).toEqual([]);
    expect(importText(view.messages[0] ?? {}, 'zh-Hant')).toBe('「1,50」不是有效的數字。');
  });
});

describe('a file that is no product file', () => {
  const cases: [what: string, content: string | Buffer, detail: string][] = [
    ['an empty one', '', 'Row 1: The file is empty.'],
    ['one of other columns', 'a,b\n1,2\n', 'Row 1: there is no column "handle". Is this a Shopify product file?'],
    [
      'one in Latin-1',
      Buffer.from(`${header}\ncafe,Caf\xe9,,,,,TRUE,,,CAFE-1,,,1,,,,,\n`, 'latin1'),
      'Row 2: The row is not in UTF-8. Save the file as "CSV UTF-8".',
    ],
    [
      'one with a quote in the middle of a row',
      `${header}\ncup8,Cup,,,,,TRUE,,,CUP-8,,,1,,,,,\ncup9,"Cup" 9,,,,,TRUE,,,CUP-9,,,1,,,,,\n`,
      'Row 3, column 2: A quote stands where none may stand.',
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'Row 1: The file is no text.'],
  ];

  it.each(cases)('%s is refused before anything begins', async (_what, content, detail) => {
    await expect(bring(await write(content))).rejects.toMatchObject({
      refusal: { code: 'import.not_readable', detail },
    });
  });

  it('one that is not there, or is a folder, is refused in one line', async () => {
    const missing = `${await write('')}-missing`;
    await expect(bring(missing)).rejects.toMatchObject({
      refusal: { code: 'import.not_readable', detail: `The file ${missing} cannot be read (ENOENT).` },
    });
    await expect(bring(path.dirname(missing))).rejects.toMatchObject({
      refusal: { detail: `The file ${path.dirname(missing)} cannot be read (EISDIR).` },
    });
  });

  it.each([
    [
      'with a quote that never ends',
      `${header}\ncup9,"Cup,,,,,TRUE,,,CUP-9,,,1,,,,,\n`,
      { row: 2, column: '2', text: 'A quote is opened in this row and never closed.' },
    ],
    [
      'with cells that no column names',
      `${header}\ncup9,Cup,,,,,TRUE,,,CUP-9,,,1,,,,,active,more\n`,
      { row: 2, column: '19', text: 'The row has 19 cells, the header 18.' },
    ],
  ])('one %s fails with its row', async (_what, content, error) => {
    const view = await bring(await write(content));

    expect(view.state).toBe('failed');
    expect(errorsOf(view)[0]).toEqual(error);
  });

  it('a mark, semicolons and Windows line ends are understood', async () => {
    const file = await write(
      `\ufeff${header.replaceAll(',', ';')}\r\ntray;Tray;"Line 1\r\nLine 2";;;;TRUE;;;TRAY-1;;2;7.25;;;;;\r\n`,
    );

    expect((await bring(file)).counts).toMatchObject({ productsAdded: 1, stocked: 1 });
  });

  it('an unknown location is refused', async () => {
    const file = await write(`${header}\n`);
    const asked = { merchantId: world.merchantId, path: file, fileName: 'x', staffId: null, locationCode: 'NOWHERE' };
    await expect(importProducts(world.platform, asked)).rejects.toMatchObject({
      refusal: { code: 'location.unknown' },
    });
  });
});

describe.skipIf(!existsSync(realFiles))('the real files', () => {
  const expected: Record<string, { products: number; variants: number; errors: number }> = {
    'generated_99_products_lowercase_headers.csv': { products: 99, variants: 299, errors: 1 },
    'packt_theme_book_products.csv': { products: 20, variants: 21, errors: 0 },
    'shopify_product_template_51col.csv': { products: 3, variants: 5, errors: 0 },
    'shopify_template_2018_47col.csv': { products: 1, variants: 3, errors: 0 },
  };

  it('come in whole, twice without a difference, and the books balance', async () => {
    const files = (await readdir(realFiles)).filter((name) => name.endsWith('.csv')).sort();
    expect(files).toEqual(Object.keys(expected));
    for (const name of files) {
      const { state, counts } = await bring(path.join(realFiles, name));
      const products = (counts.productsAdded ?? 0) + (counts.productsChanged ?? 0);
      const variants = (counts.variantsAdded ?? 0) + (counts.variantsChanged ?? 0);
      expect({ name, state, products, variants, errors: counts.errors ?? 0 }).toEqual({
        name,
        state: 'done',
        ...expected[name],
      });
      expect(await bring(path.join(realFiles, name))).toMatchObject({ isKnown: true });
    }
    const wrong = (await verifyBooks(world.platform.pool, world.merchantId)).filter((result) => result.differences > 0);
    expect(wrong).toEqual([]);
  });
});
