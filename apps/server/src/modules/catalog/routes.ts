/** The catalogue over HTTP. */

import multipart from '@fastify/multipart';
import { isUuid } from '@tandem/domain/ids.ts';
import type { FastifyInstance } from 'fastify';
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { addOption } from './add-option.ts';
import { addProduct, addVariant } from './add-product.ts';
import { changeProduct, changeVariant, publishProduct } from './change-product.ts';
import { editProducts } from './edit-products.ts';
import { listCategories } from './list-categories.ts';
import { addPicture, readMediaFile, removePicture, resizePicture } from './media.ts';
import { addCategory, changeCategory } from './put-category.ts';
import { readProduct } from './read-product.ts';
import { resolveBarcode } from './resolve-barcode.ts';

const pictureBytesMax = 15_728_640;

export function catalogRoutes({ pool, bus }: Platform): Implementation[] {
  return [
    implement('GET /api/categories', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listCategories),
    })),
    implement('POST /api/categories', (asked) => bus.run(addCategory, given(asked, asked.body))),
    implement('PATCH /api/categories/:id', (asked) =>
      bus.run(changeCategory, given(asked, { id: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/products', (asked) => bus.run(addProduct, given(asked, asked.body))),
    implement('GET /api/products/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => readProduct(tx, params.id)),
    ),
    implement('PATCH /api/products/:id', (asked) =>
      bus.run(changeProduct, given(asked, { productId: asked.params.id, ...asked.body })),
    ),
    implement('PUT /api/products/:id/publication', (asked) =>
      bus.run(publishProduct, given(asked, { productId: asked.params.id, channelIds: asked.body.channelIds })),
    ),
    implement('POST /api/products/:id/variants', (asked) =>
      bus.run(addVariant, given(asked, { productId: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/products/:id/options', (asked) =>
      bus.run(addOption, given(asked, { productId: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/product-edits', (asked) => bus.run(editProducts, given(asked, asked.body))),
    implement('PATCH /api/variants/:id', (asked) =>
      bus.run(changeVariant, given(asked, { variantId: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/products/:id/media', async (asked) => {
      // A form that cannot be read holds no picture.
      const file = asked.request.isMultipart()
        ? await asked.request.file({ limits: { fileSize: pictureBytesMax, files: 1 } }).catch(() => undefined)
        : undefined;
      if (file === undefined)
        refuse('media.not_a_picture', 'Send the picture as the multipart field `file`.', {
          status: 415,
          field: 'file',
        });
      const bytes = await file
        .toBuffer()
        .catch(() => refuse('media.too_large', 'The picture is larger than 15 MB.', { status: 413, field: 'file' }));
      const { files, ...size } = await resizePicture(bytes);
      // As text, so that the command's hash covers the picture itself.
      const picture = JSON.stringify({
        ...size,
        files: files.map((one) => ({ ...one, content: one.content.toString('base64') })),
      });
      return bus.run(addPicture, given(asked, { productId: asked.params.id, picture }));
    }),
    implement('DELETE /api/media/:id', (asked) => bus.run(removePicture, given(asked, { mediaId: asked.params.id }))),
    implement('GET /api/barcodes/:code', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => resolveBarcode(tx, params.code)),
    ),
  ];
}

/** File uploads, and the pictures themselves at addresses whose content never changes. */
export function catalogPlugin(
  { pool }: Platform,
  merchantOf: (hostname: string) => string | undefined | Promise<string | undefined>,
) {
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(multipart, { limits: { fileSize: pictureBytesMax, files: 1, fields: 10 } });
    app.get<{ Params: { id: string; size: string } }>('/media/:id/:size', async (request, reply) => {
      const { id, size } = request.params;
      if (!isUuid(id) || !/^(svg|\d{3,4})$/.test(size))
        refuse('media.not_found', 'There is no such picture.', { status: 404 });
      const merchantId = await merchantOf(request.hostname);
      const file =
        merchantId === undefined ? undefined : await readAs(pool, merchantId, (tx) => readMediaFile(tx, id, size));
      if (file === undefined) refuse('media.not_found', 'There is no such picture.', { status: 404 });
      return reply
        .header('content-type', file.contentType)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .send(file.content);
    });
  };
}
