/** Imports over HTTP: the file goes to the disk as it comes, and is brought in behind the answer. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { importProducts } from './import-products.ts';
import { listImports, readImport } from './import-rows.ts';

const fileBytesMax = 104_857_600;

interface Upload {
  file: string | undefined;
  fileName: string;
  fields: Map<string, string>;
}
interface FormPart {
  type: 'file' | 'field';
  fieldname: string;
  filename?: string;
  file?: Readable & { truncated: boolean };
  value?: unknown;
}

export function importsRoutes(platform: Platform): Implementation[] {
  const { pool, log } = platform;
  return [
    implement('GET /api/imports', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listImports),
    })),
    implement(
      'GET /api/imports/:id',
      async ({ principal, params }) =>
        (await readAs(pool, principal.merchantId, (tx) => readImport(tx, params.id))) ?? notFound('import'),
    ),
    implement('POST /api/imports', async ({ request, principal }) => {
      if (principal.locationIds !== null)
        refuse('permission.missing', 'Products are brought in by people who work everywhere.', { status: 403 });
      const folder = await mkdtemp(path.join(tmpdir(), 'tandem-import-'));
      const remove = () => rm(folder, { recursive: true, force: true });
      try {
        const upload = await receive(
          request.isMultipart()
            ? (request.parts({ limits: { fileSize: fileBytesMax, files: 1, fields: 10 } }) as AsyncIterable<FormPart>)
            : undefined,
          folder,
        );
        const started = await importProducts(platform, {
          merchantId: principal.merchantId,
          path: upload.file,
          fileName: upload.fileName,
          staffId: principal.actor.staffId ?? null,
          locationCode: upload.fields.get('locationCode'),
          dryRun: upload.fields.get('dryRun') === 'true',
        });
        started.ended
          .catch((error: unknown) => log.error({ err: error, importId: started.id }, 'import'))
          .then(remove, remove);
        return (await readAs(pool, principal.merchantId, (tx) => readImport(tx, started.id))) ?? notFound('import');
      } catch (error) {
        await remove();
        throw error;
      }
    }),
  ];
}

/** Writes the file of the form into the folder. Refuses a form without one, or of a format that is not known. */
async function receive(parts: AsyncIterable<FormPart> | undefined, folder: string): Promise<Upload & { file: string }> {
  const upload: Upload = { file: undefined, fileName: '', fields: new Map() };
  let isTruncated = false;
  try {
    for await (const part of parts ?? []) {
      if (part.type === 'field') upload.fields.set(part.fieldname, String(part.value));
      else if (part.file !== undefined && part.fieldname === 'file' && upload.file === undefined) {
        upload.file = path.join(folder, 'file');
        upload.fileName = path.basename(part.filename ?? '').slice(0, 200) || 'products.csv';
        await pipeline(part.file, createWriteStream(upload.file));
        isTruncated = part.file.truncated;
      } else part.file?.resume();
    }
  } catch {
    refuse('import.not_readable', 'The form cannot be read to its end.', { field: 'file' });
  }
  const { file } = upload;
  if (file === undefined)
    return refuse('import.not_readable', 'Send the file as the multipart field `file`.', { field: 'file' });
  if (isTruncated) refuse('import.not_readable', 'The file is larger than 100 MB.', { status: 413, field: 'file' });
  if ((upload.fields.get('format') ?? 'shopify') !== 'shopify')
    refuse('import.format_unknown', 'The format is shopify.', { field: 'format' });
  return { ...upload, file };
}
