/** Spreads the schema over a Citus cluster, by merchant. */
import { openClient } from '../../platform/database/open-pool.ts';
import type { CliCommand } from '../command-line.ts';
import { distributionStatements } from '../distribution.ts';

export const distributeCommand: CliCommand = {
  name: 'database distribute',
  usage: '[--run]',
  summary: 'Print, or run, the statements that distribute the tables over a Citus cluster',
  help: ['--run    run them on this database; without it they are only printed'],
  options: { run: { type: 'boolean' } },
  positionals: 0,
  run: async ({ open, values, print, progress }) => {
    const { target } = await open();
    const client = openClient(target);
    await client.connect();
    try {
      for (const statement of await distributionStatements(client)) {
        if (values.run === true) {
          progress(statement);
          await client.query(statement);
        } else print(`${statement};`);
      }
    } finally {
      await client.end();
    }
    return 0;
  },
};
