/** Collections over HTTP. */
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { restoreCollection } from './archive-collection.ts';
import { listBrands, listTags } from './list-labels.ts';
import { addCollection, changeCollection, putCollectionProducts } from './put-collection.ts';
import { listCollectionProducts, listCollections, listProductCollections, readCollection } from './read-collections.ts';

export function collectionRoutes({ pool, bus }: Platform): Implementation[] {
  return [
    implement('GET /api/collections', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listCollections),
    })),
    implement('POST /api/collections', (asked) => bus.run(addCollection, given(asked, asked.body))),
    implement('GET /api/collections/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => readCollection(tx, params.id)),
    ),
    implement('PATCH /api/collections/:id', (asked) =>
      bus.run(changeCollection, given(asked, { id: asked.params.id, ...asked.body })),
    ),
    implement('GET /api/collections/:id/products', ({ principal, params, query }) =>
      readAs(pool, principal.merchantId, (tx) => listCollectionProducts(tx, params.id, query)),
    ),
    implement('PUT /api/collections/:id/products', (asked) =>
      bus.run(putCollectionProducts, given(asked, { id: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/collections/:id/restoration', (asked) =>
      bus.run(restoreCollection, given(asked, { id: asked.params.id })),
    ),
    implement('GET /api/brands', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listBrands),
    })),
    implement('GET /api/tags', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listTags),
    })),
    implement('GET /api/products/:id/collections', async ({ principal, params }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => listProductCollections(tx, params.id)),
    })),
  ];
}
