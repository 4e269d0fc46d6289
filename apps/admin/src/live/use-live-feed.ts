// Connects the feeds with what the screens have asked for: what moved is asked again, at most once a second.
import type { CatalogRow, OrderRow } from '@tandem/contract/feeds.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useShop } from '../shop/shop.ts';
import { liveFeed } from './live-feed.ts';
import { refresher } from './refresher.ts';

const productsMax = 50;

/** Keeps the page live as long as somebody is signed in. */
export function useLiveFeed(): void {
  const queries = useQueryClient();
  const { locations, may, session } = useShop();
  const isEverywhere = session.staff.locationIds.length === 0;
  const mayOrders = may('order.read') && isEverywhere;
  const mayCatalog = may('catalog.read');
  const mayStock = may('stock.read');
  const places = locations.map((one) => one.id).join(',');
  useEffect(() => {
    const own = session.staff.locationIds;
    const stores = places.split(',').filter((id) => id !== '' && (own.length === 0 || own.includes(id)));
    const streams = [
      ...(mayOrders ? ['orders'] : []),
      ...(mayCatalog ? ['catalog'] : []),
      ...(mayStock ? stores.map((id) => `store:${id}`) : []),
    ];
    const refresh = refresher(
      (key) => void queries.invalidateQueries({ queryKey: JSON.parse(key) as unknown[] }),
      1000,
    );
    const stop = liveFeed.listen((stream, rows) => {
      if (stream === 'orders') {
        refresh.ask(JSON.stringify(['today']));
        refresh.ask(JSON.stringify(['orders', 'newest']));
        for (const row of rows as OrderRow[]) if (row.orderId) refresh.ask(JSON.stringify(['order', row.orderId]));
      } else if (stream === 'catalog') {
        const products = new Set((rows as CatalogRow[]).flatMap((row) => row.productId ?? []));
        // A bulk edit tells of thousands at once: then everything that is on the screen is asked again.
        if (products.size > productsMax) refresh.ask(JSON.stringify(['product']));
        else for (const id of products) refresh.ask(JSON.stringify(['product', id]));
      } else {
        refresh.ask(JSON.stringify(['stock']));
      }
    });
    const close = liveFeed.open(streams, () => {
      refresh.ask(JSON.stringify(['today']));
      refresh.ask(JSON.stringify(['orders', 'newest']));
    });
    return () => {
      close();
      stop();
      refresh.stop();
    };
  }, [queries, places, mayOrders, mayCatalog, mayStock, session.staff.locationIds]);
}
