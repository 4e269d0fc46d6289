/** Holds the code to the picture in ARCHITECTURE.md. Run by `npm test`; alone: `node scripts/check-architecture.ts`. */
import { checkDependencies } from './architecture/check-dependencies.ts';
import { checkMigrations } from './architecture/check-migrations.ts';
import { checkModuleImports } from './architecture/check-module-imports.ts';
import { checkNames } from './architecture/check-names.ts';
import { checkPurity, checkRandomness } from './architecture/check-purity.ts';
import { checkSizes } from './architecture/check-sizes.ts';
import { checkSql } from './architecture/check-sql.ts';
import { checkTidy } from './architecture/check-tidy.ts';
import { checkWorkspaceImports } from './architecture/check-workspace-imports.ts';
import type { Fault, Verdict } from './architecture/fault.ts';
import { isTypeScript } from './architecture/file-kinds.ts';
import { checkGraph, readGraph } from './architecture/graph.ts';
import { readTree } from './architecture/read-tree.ts';
import { scanSource } from './architecture/scan-source.ts';

/** Every fault of the tree under `root`. A check that found no file to look at is a fault itself. */
export async function checkArchitecture(root: string): Promise<Fault[]> {
  const graph = await readGraph(root);
  const files = readTree(root);
  const sources = files.filter((file) => isTypeScript(file.path)).map((file) => scanSource(file.path, file.text));
  const verdicts: Verdict[] = [
    checkGraph(graph, files),
    checkModuleImports(graph, sources),
    ...checkWorkspaceImports(graph, sources),
    checkPurity(sources),
    checkRandomness(sources),
    checkSql(graph, sources),
    checkMigrations(graph, files),
    checkDependencies(files),
    checkSizes(sources),
    checkNames(sources),
    checkTidy(files),
  ];
  return verdicts.flatMap(({ check, looked, faults }) => (looked === 0 ? [lookedAtNothing(check)] : faults));
}

function lookedAtNothing(check: string): Fault {
  return { path: '.', line: 0, rule: 'nothing', message: `the check of ${check} looked at nothing` };
}

if (import.meta.main) {
  const faults = await checkArchitecture(process.argv[2] ?? process.cwd());
  for (const { path, line, rule, message } of faults) console.error(`${path}:${line} ${rule}: ${message}`);
  console.log(faults.length === 0 ? 'The architecture holds.' : `${faults.length} faults in the architecture.`);
  if (faults.length > 0) process.exitCode = 1;
}
