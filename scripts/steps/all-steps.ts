/** What `npm test` does, in this order: the cheap answers first. */
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { checkStep } from './check-step.ts';
import type { Step } from './step.ts';
import { vitestStep } from './vitest-step.ts';

export const testSteps: readonly string[] = ['unit', 'database', 'browser'];

/** Vitest itself leaves a core free, of two as well: half of what the tests wait for is a database or a page. */
const twoFilesAtOnce = [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`];

/** Every step with its time limit in seconds, several times what it takes: a step that hangs is ended, not waited for. */
export function allSteps(): Step[] {
  return [
    checkStep('format', 60, [['biome', 'format', '.']]),
    checkStep('lint', 120, [
      ['biome', 'check', '--formatter-enabled=false', '--error-on-warnings', '.'],
      ['oxlint', '--type-aware', '--deny-warnings', '.'],
    ]),
    checkStep(
      'types',
      180,
      projects().map((project) => ['tsc', '-p', project]),
      2,
    ),
    checkStep('architecture', 30, [['node', 'scripts/check-architecture.ts']]),
    checkStep('build', 180, [['node', 'scripts/build-faces.ts']]),
    vitestStep('unit', 300, twoFilesAtOnce),
    vitestStep('database', 840, twoFilesAtOnce),
    checkStep('simulation', 180, [['node', 'simulation/main.ts', '--seeds', '3', '--operations', '300']]),
    browserStep(),
  ];
}

/** Every folder with a tsconfig.json: the workspaces and the scripts. */
function projects(): string[] {
  const inside = (folder: string) => readdirSync(folder).map((name) => `${folder}/${name}`);
  const folders = [...inside('packages'), ...inside('apps'), 'simulation', 'bench', 'scripts'];
  return folders.filter((folder) => existsSync(`${folder}/tsconfig.json`) && hasSource(folder));
}

/** TypeScript refuses a project without any file, which is no fault of the types. */
function hasSource(folder: string): boolean {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.some((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'));
}

function browserStep(): Step {
  if (process.env.CHROMIUM_PATH !== undefined && process.env.CHROMIUM_PATH !== '')
    return vitestStep('browser', 600, twoFilesAtOnce);
  const output = 'There is no browser: CHROMIUM_PATH names none. See scripts/ensure-browser.sh.';
  return {
    name: 'browser',
    run: async () => ({ counts: { passed: 0, failed: 1, skipped: 0 }, isTests: false, output }),
  };
}
