/** Fills an empty Tandem with the demo merchant. */
import { demoPassword, demoStaff } from '../../demo/catalogue/index.ts';
import { fillDemo } from '../../demo/fill-demo.ts';
import type { CliCommand } from '../command-line.ts';

export const demoCommand: CliCommand = {
  name: 'demo',
  usage: '',
  summary: 'Fill the empty Tandem with a demo merchant: stores, products, 90 days of history',
  help: [],
  options: {},
  positionals: 0,
  run: async ({ open, print, progress }) => {
    const { platform } = await open();
    const started = performance.now();
    await fillDemo(platform, (percent, step) => progress(`${String(percent).padStart(3)} %  ${step}`));
    print(
      `The demo is ready (${((performance.now() - started) / 1000).toFixed(1)} s). Everybody's password is ${demoPassword}:`,
    );
    for (const person of demoStaff) print(`  ${person.role.padEnd(10)}  ${person.email}  PIN ${person.pin}`);
    return 0;
  },
};
