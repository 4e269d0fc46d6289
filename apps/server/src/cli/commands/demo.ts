/** Fills an empty Tandem with the demo merchant. */
import { demoPassword, demoStaff } from '../../demo/catalogue/index.ts';
import { fillDemo } from '../../demo/fill-demo.ts';
import type { CliCommand } from '../command-line.ts';

export const demoCommand: CliCommand = {
  name: 'demo',
  usage: '[--json]',
  summary: 'Fill the empty Tandem with a demo merchant: stores, products, 90 days of history',
  help: ['--json   who may sign in as one JSON object'],
  options: { json: { type: 'boolean' } },
  positionals: 0,
  run: async ({ open, print, progress, values }) => {
    const { platform } = await open();
    const started = performance.now();
    await fillDemo(platform, (percent, step) => progress(`${String(percent).padStart(3)} %  ${step}`));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (values.json === true) {
      const staff = demoStaff.map(({ role, email, pin }) => ({ role, email, pin }));
      print(JSON.stringify({ seconds: Number(seconds), password: demoPassword, staff }));
      return 0;
    }
    print(`The demo is ready (${seconds} s). Everybody's password is ${demoPassword}:`);
    for (const person of demoStaff) print(`  ${person.role.padEnd(10)}  ${person.email}  PIN ${person.pin}`);
    return 0;
  },
};
