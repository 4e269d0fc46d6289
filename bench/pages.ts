/** Reading: the product list of the shop's API, a product page rendered anew each time, and one from the page cache. */
import { type Figure, figure } from './figure.ts';
import { type Connection, load } from './http-load.ts';
import type { BenchWorld } from './world.ts';

const get =
  (path: () => string) =>
  async (connection: Connection): Promise<void> => {
    const reply = await connection.request('GET', path(), '');
    if (reply.status !== 200) throw new Error(`${path()}: ${reply.status}`);
  };

export async function benchPages(world: BenchWorld, seconds: number): Promise<Figure[]> {
  const handles = world.variants.map((variant) => variant.handle);
  let turn = 0;
  const list = await load(
    world.port,
    32,
    seconds,
    get(() => '/api/shop/products?limit=24'),
  );
  // The page cache is passed by with a header that the server only knows in a bench: see the storefront module.
  const rendered = await load(world.port, 32, seconds, async (connection) => {
    turn += 1;
    const reply = await connection.request(
      'GET',
      `/p/${encodeURIComponent(handles[turn % handles.length] ?? '')}`,
      'cache-control: no-cache\r\n',
    );
    if (reply.status !== 200) throw new Error(`A page failed: ${reply.status}`);
  });
  const cached = await load(
    world.port,
    32,
    seconds,
    get(() => `/p/${encodeURIComponent(handles[0] ?? '')}`),
  );
  return [
    figure('list.api', list.perSecond, 'requests/s'),
    figure('page.product', rendered.perSecond, 'pages/s'),
    figure('page.cached', cached.perSecond, 'pages/s'),
  ];
}
