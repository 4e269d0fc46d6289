/** Loads what `vite build` made of apps/storefront: the pages as functions, and the files that browsers fetch, in memory. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { StorefrontPages } from '@tandem/storefront/pages.ts';
import type { Assets } from '@tandem/storefront/views.ts';

export interface AssetFile {
  contentType: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

export interface LoadedPages {
  pages: StorefrontPages;
  assets: Assets;
  /** By name below /assets/. */
  files: ReadonlyMap<string, AssetFile>;
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};
const folder = join(import.meta.dirname, '../../../../storefront/dist');

/** Undefined where the store was not built. */
export async function loadPages(): Promise<LoadedPages | undefined> {
  const manifestText = await readFile(join(folder, 'client/manifest.json'), 'utf8').catch(() => undefined);
  if (manifestText === undefined) return undefined;
  const manifest = JSON.parse(manifestText) as Record<string, { file: string; dynamicImports?: string[] }>;
  const { pages } = (await import(pathToFileURL(join(folder, 'server/entry.js')).href)) as { pages: StorefrontPages };
  const fileOf = (source: string): string => {
    const made = manifest[source];
    if (made === undefined) throw new Error(`The build of the online store has no ${source}`);
    return `/${made.file}`;
  };
  const assets = {
    style: fileOf('src/styles/store.css'),
    script: fileOf('src/islands/store.ts'),
    buyBox: fileOf('src/islands/start-buy-box.ts'),
  };
  return { pages, assets, files: await readFiles() };
}

async function readFiles(): Promise<Map<string, AssetFile>> {
  const names = await readdir(join(folder, 'client/assets'));
  const files = await Promise.all(
    names.map(async (name) => {
      const plain = await readFile(join(folder, 'client/assets', name));
      const contentType = contentTypes[extname(name)] ?? 'application/octet-stream';
      const isPacked = contentType.startsWith('font/');
      return [
        name,
        {
          contentType,
          plain,
          gzip: isPacked ? plain : gzipSync(plain),
          brotli: isPacked ? plain : brotliCompressSync(plain),
        },
      ] as const;
    }),
  );
  return new Map(files);
}
