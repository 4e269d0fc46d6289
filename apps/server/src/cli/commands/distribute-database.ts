/** Spreads the schema over a Citus cluster, by merchant. */
import { CannotStart } from '../../platform/cannot-start.ts';
import { openClient } from '../../platform/database/open-pool.ts';
import type { CliCommand } from '../command-line.ts';
import { distributionStatements } from '../distribution.ts';

export const distributeCommand: CliCommand = {
  name: 'database distribute',
  usage: '[--run] [--json]',
  summary: 'Print, or run, the statements that distribute the tables over a Citus cluster',
  help: [
    '--run    run them on this database, which needs the Citus extension; without it they are only printed',
    '--json   the statements, and whether they were run, as one JSON object',
  ],
  options: { run: { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: 0,
  run: async ({ open, values, print, progress }) => {
    const { target } = await open();
    const client = openClient(target);
    await client.connect();
    try {
      const isRun = values.run === true;
      if (isRun) await requireCitus(client);
      const statements = await distributionStatements(client);
      for (const statement of statements) {
        if (isRun) {
          progress(statement);
          await client.query(statement);
        } else if (values.json !== true) print(`${statement};`);
      }
      if (values.json === true) print(JSON.stringify({ isRun, statements }));
    } finally {
      await client.end();
    }
    return 0;
  },
};

async function requireCitus(client: ReturnType<typeof openClient>): Promise<void> {
  const { rows } = await client.query("select 1 from pg_available_extensions where name = 'citus'");
  if (rows.length === 0)
    throw new CannotStart(
      'This PostgreSQL has no Citus extension: give the coordinator of a Citus cluster as DATABASE_URL, or leave --run out to see the statements.',
    );
}
