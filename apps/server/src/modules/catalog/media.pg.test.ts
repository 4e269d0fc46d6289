/** Pictures over HTTP: what is taken in, and what is given out. */
import Fastify from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf, sendProblem } from '../../platform/http/problem.ts';
import { newId } from '../../platform/ids.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addDrawnMedia, addPicture, readMediaFile, removePicture, resizePicture } from './media.ts';
import { readProduct } from './read-product.ts';
import { catalogPlugin } from './routes.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 1, pieces: 0 });
});
afterAll(() => world.close());

const productId = () => world.variants[0]?.productId ?? '';
const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } });
const read = <T>(ask: (tx: Parameters<Parameters<typeof readAs<T>>[2]>[0]) => Promise<T>): Promise<T> =>
  readAs(world.platform.pool, world.merchantId, ask);

describe('an uploaded picture', () => {
  it('is kept upright as WebP in three sizes, without what the camera wrote into it', async () => {
    const file = await photo(1600, 800)
      .withExif({ IFD0: { Artist: 'canary' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(file.includes('Exif')).toBe(true);

    const picture = await resizePicture(file);

    expect([picture.width, picture.height]).toEqual([800, 1600]);
    expect(picture.files.map(({ size, contentType }) => [size, contentType])).toEqual([
      ['320', 'image/webp'],
      ['640', 'image/webp'],
      ['1200', 'image/webp'],
    ]);
    const kept = await Promise.all(picture.files.map(({ content }) => sharp(content).metadata()));
    expect(kept.map(({ width, height }) => [width, height])).toEqual([
      [320, 640],
      [640, 1280],
      [800, 1600],
    ]);
    expect(kept.map(({ exif, orientation }) => [exif, orientation])).toEqual(Array(3).fill([undefined, undefined]));
  });

  it.each([
    [
      'a drawing',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    ],
    ['a drawing behind white space', Buffer.from('   <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<!doctype html><p>GIF89a')],
    ['nothing', Buffer.alloc(0)],
    ['the beginning of a photo only', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ])('that is %s is refused', async (_what, file) => {
    const attempt = async () => resizePicture(file);
    await expect(attempt()).rejects.toMatchObject({
      refusal: { code: 'media.not_a_picture', status: 415, field: 'file' },
    });
  });

  it('with more pixels than a shop needs is refused before it is unpacked', async () => {
    const file = await photo(8000, 7000).png({ compressionLevel: 9 }).toBuffer();
    await expect(resizePicture(file)).rejects.toMatchObject({ refusal: { code: 'media.not_a_picture' } });
  });
});

describe('a product’s pictures', () => {
  it('stand behind one another at addresses that never change, and go when they are taken off', async () => {
    const run = (body: { productId: string; picture: string }) =>
      world.platform.bus.run(addPicture, {
        merchantId: world.merchantId,
        id: newId(),
        actor: { kind: 'system' },
        body,
      });
    const { files, ...size } = await resizePicture(await photo(700, 700).png().toBuffer());
    const picture = JSON.stringify({
      ...size,
      files: files.map((file) => ({ ...file, content: file.content.toString('base64') })),
    });
    await run({ productId: productId(), picture });
    const product = await run({ productId: productId(), picture });
    expect(product.media.map(({ rank, width, url, id }) => [rank, width, url === `/media/${id}/640`])).toEqual([
      [0, 700, true],
      [1, 700, true],
    ]);

    const [first, second] = product.media;
    const kept = await read((tx) => readMediaFile(tx, first?.id ?? '', '640'));
    expect(kept?.content.equals(files[1]?.content ?? Buffer.alloc(0))).toBe(true);
    await world.platform.bus.run(removePicture, {
      merchantId: world.merchantId,
      id: newId(),
      actor: { kind: 'system' },
      body: { mediaId: first?.id ?? '' },
    });
    expect((await read((tx) => readProduct(tx, productId()))).media.map(({ id }) => id)).toEqual([second?.id]);
    expect(await read((tx) => readMediaFile(tx, first?.id ?? '', '640'))).toBeUndefined();
  });

  it('that Tandem drew itself are given out as drawings', async () => {
    await read((tx) => addDrawnMedia(tx, { productId: productId(), svg: '<svg/>', alt: { en: 'A cup' } }));
    const drawn = (await read((tx) => readProduct(tx, productId()))).media.at(-1);
    expect(drawn).toMatchObject({ alt: { en: 'A cup' }, url: `/media/${drawn?.id}/svg` });
  });
});

describe('the address of a picture', () => {
  it('may be kept for ever, runs no script, and is not there for another merchant or when it is made up', async () => {
    const other = await createTestWorld({ products: 0, database: world.database });
    const app = Fastify();
    app.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof RefusalError)) throw error;
      return sendProblem(reply, problemOf(error.refusal));
    });
    await catalogPlugin(world.platform, (hostname) =>
      hostname === 'other.example' ? other.merchantId : world.merchantId,
    )(app);
    const drawn = (await read((tx) => readProduct(tx, productId()))).media.at(-1);
    const get = (url: string, host = 'shop.example') => app.inject({ url, headers: { host } });

    const answer = await get(drawn?.url ?? '');
    expect(answer.body).toBe('<svg/>');
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    const statuses = [];
    for (const url of [
      `/media/${newId()}/640`,
      `/media/${'-'.repeat(36)}/640`,
      `/media/${drawn?.id}/640x`,
      '/media/x/svg',
    ]) {
      statuses.push((await get(url)).statusCode);
    }
    statuses.push((await get(drawn?.url ?? '', 'other.example')).statusCode);
    expect(statuses).toEqual(Array(5).fill(404));
    await app.close();
    await other.close();
  });
});
