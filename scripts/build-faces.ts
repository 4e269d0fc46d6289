/** Builds the faces whose sources have changed since their last build; the others are skipped in a few milliseconds. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const faces = ['admin', 'pos', 'storefront'];
/** What every face is made of besides its own files. */
const shared = ['packages/ui', 'packages/contract', 'packages/domain', 'package-lock.json', 'tsconfig.base.json'];

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** The files below a folder, tests and results left out, in a fixed order. */
async function filesOf(name: string): Promise<string[]> {
  const full = path.join(root, name);
  const entries = await readdir(full, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [name];
  const below = entries
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(name, entry.name));
  return (await Promise.all(below.map(filesOf))).flat().toSorted();
}

async function stampOf(face: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const name of [...(await filesOf(`apps/${face}`)), ...(await Promise.all(shared.map(filesOf))).flat()]) {
    hash.update(`${name}\n`).update(await readFile(path.join(root, name)));
  }
  return hash.digest('hex');
}

/** Runs `vite build` in the face; gives what it said when it failed. */
function runVite(folder: string): Promise<string | undefined> {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code === 0 ? undefined : said.trim() || `exit code ${code}`));
  });
}

async function buildFace(face: string): Promise<boolean> {
  const folder = path.join(root, 'apps', face);
  if (!(await isThere(path.join(folder, 'vite.config.ts')))) return true;
  const stamp = await stampOf(face);
  const stampFile = path.join(folder, 'dist/.stamp');
  const built = await readFile(stampFile, 'utf8').catch(() => '');
  if (built === stamp) return true;
  process.stderr.write(`Building ${face} ...\n`);
  const fault = await runVite(folder);
  if (fault !== undefined) {
    process.stderr.write(
      `The face ${face} could not be built: run "npx vite build" in apps/${face} after curing this.\n${fault}\n`,
    );
    return false;
  }
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  return true;
}

const outcomes = await Promise.all(faces.map(buildFace));
if (outcomes.includes(false)) process.exitCode = 1;
