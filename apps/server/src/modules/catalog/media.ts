/** Pictures: taken in as photos and kept in the sizes that the faces use, or as drawings of Tandem's own. */
import sharp from 'sharp';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newGate } from '../../platform/gate.ts';
import { newId } from '../../platform/ids.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { readProduct } from './read-product.ts';

const widths = [320, 640, 1200] as const;
const pixelsMax = 50_000_000;

export interface ResizedPicture {
  width: number;
  height: number;
  files: { size: string; contentType: string; content: Buffer }[];
}

/** Makes WebP in every size; place, camera and everything else that the file told is gone. Refuses what is no photo. */
export function resizePicture(file: Buffer): Promise<ResizedPicture> {
  if (!isPhoto(file))
    return refuse('media.not_a_picture', 'This file is no JPEG, PNG, WebP or AVIF picture.', {
      status: 415,
      field: 'file',
    });
  return gate.run(() => resize(file));
}

// An unpacked picture may take 200 MB.
const gate = newGate(1, 20);

/** Told by the first bytes, so that no drawing or document ever reaches a parser. */
function isPhoto(file: Buffer): boolean {
  const start = file.toString('latin1', 0, 12);
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG') ||
    /^RIFF.{4}WEBP/s.test(start) ||
    /^.{4}ftypavi[fs]/s.test(start)
  );
}

async function resize(file: Buffer): Promise<ResizedPicture> {
  const kind = await sharp(file, { limitInputPixels: pixelsMax })
    .metadata()
    .catch(() => undefined);
  if (kind === undefined || !['jpeg', 'png', 'webp', 'avif', 'heif'].includes(kind.format ?? '')) {
    refuse('media.not_a_picture', 'This file is no JPEG, PNG, WebP or AVIF picture, or has too many pixels.', {
      status: 415,
      field: 'file',
    });
  }
  const upright = sharp(file, { limitInputPixels: pixelsMax }).rotate();
  const files = await Promise.all(
    widths.map(async (width) => ({
      size: String(width),
      contentType: 'image/webp',
      content: await upright.clone().resize({ width, withoutEnlargement: true }).webp({ quality: 82 }).toBuffer(),
    })),
  ).catch(() => refuse('media.not_a_picture', 'This picture cannot be read.', { status: 415, field: 'file' }));
  return { width: kind.autoOrient?.width ?? kind.width, height: kind.autoOrient?.height ?? kind.height, files };
}

/** Keeps a resized picture as the last of its product. */
export const addPicture = singleKind(
  'catalog.add_picture',
  async (tx: Tx, command: Command<{ productId: string; picture: string }>) => {
    const { productId } = command.body;
    const picture = JSON.parse(command.body.picture) as {
      width: number;
      height: number;
      files: { size: string; contentType: string; content: string }[];
    };
    await readProduct(tx, productId);
    const files = picture.files.map((file) => ({ ...file, content: Buffer.from(file.content, 'base64') }));
    await insertMedia(tx, { productId, alt: {}, width: picture.width, height: picture.height, files });
    return readProduct(tx, productId);
  },
);

/** Keeps a drawing (SVG) that the program made itself; never one that was uploaded. */
export function addDrawnMedia(
  tx: Tx,
  drawing: { productId: string; svg: string; alt: Record<string, string> },
): Promise<void> {
  const files = [{ size: 'svg', contentType: 'image/svg+xml', content: Buffer.from(drawing.svg) }];
  return insertMedia(tx, { productId: drawing.productId, alt: drawing.alt, width: 800, height: 800, files });
}

async function insertMedia(
  tx: Tx,
  media: { productId: string; alt: Record<string, string> } & ResizedPicture,
): Promise<void> {
  const id = newId();
  await tx.run(sql`
    insert into catalog.media (merchant_id, id, product_id, alt, rank, width, height)
    values (${tx.merchantId}, ${id}, ${media.productId}, ${JSON.stringify(media.alt)},
      (select coalesce(max(rank) + 1, 0) from catalog.media where merchant_id = ${tx.merchantId} and product_id = ${media.productId}), ${media.width}, ${media.height})`);
  for (const file of media.files) {
    await tx.run(sql`
      insert into catalog.media_file (merchant_id, media_id, size, content_type, content) values (${tx.merchantId}, ${id}, ${file.size}, ${file.contentType}, ${file.content})`);
  }
  tx.changes.add('catalog', { type: 'product', productId: media.productId });
}

/** Takes a picture off its product. */
export const removePicture = singleKind(
  'catalog.remove_picture',
  async (tx: Tx, command: Command<{ mediaId: string }>) => {
    const { mediaId } = command.body;
    const row = await tx.row<{ productId: string }>(
      sql`select product_id as "productId" from catalog.media where merchant_id = ${tx.merchantId} and id = ${mediaId}`,
    );
    if (row === undefined) notFound('media');
    await tx.run(sql`delete from catalog.media_file where merchant_id = ${tx.merchantId} and media_id = ${mediaId}`);
    await tx.run(sql`delete from catalog.media where merchant_id = ${tx.merchantId} and id = ${mediaId}`);
    tx.changes.add('catalog', { type: 'product', productId: row.productId });
    return { ok: true as const };
  },
);

export interface MediaFile {
  contentType: string;
  content: Buffer;
}

/** The bytes of a size; undefined when there are none. */
export async function readMediaFile(tx: Tx, mediaId: string, size: string): Promise<MediaFile | undefined> {
  return tx.row<MediaFile>(sql`
    select content_type as "contentType", content from catalog.media_file where merchant_id = ${tx.merchantId} and media_id = ${mediaId} and size = ${size}`);
}
