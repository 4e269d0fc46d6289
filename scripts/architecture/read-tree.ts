/** The files that the checks look at: everything under the root except what is installed, built or kept by tools. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TreeFile {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const ignored = new Set(['node_modules', 'dist', 'coverage', 'test-results', '.git', '.tandem', '.cache']);
const binary = /\.(png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf|wasm|pdf|gz|zip|log)$/i;

/** Every text file under `root`, in a stable order. Links are not followed. */
export function readTree(root: string): TreeFile[] {
  const files: TreeFile[] = [];
  walk(root, '', files);
  return files;
}

function walk(root: string, folder: string, files: TreeFile[]): void {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (ignored.has(entry.name)) continue;
    if (entry.isDirectory()) walk(root, path, files);
    else if (entry.isFile() && !binary.test(entry.name))
      files.push({ path, text: readFileSync(join(root, path), 'utf8') });
  }
}
