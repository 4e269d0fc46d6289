import type { CliCommand } from '../command-line.ts';
export const importSalesCommand: CliCommand = {
  name: 'import sales',
  usage: '',
  summary: '',
  help: [],
  options: {},
  positionals: 1,
  run: async () => 1,
};
