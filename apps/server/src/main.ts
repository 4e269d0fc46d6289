/** Starts everything: configuration, lock, database, migrations, application; and stops it in order. */
import { type App, buildApp } from './app.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { type Config, readConfig } from './platform/config.ts';
import { type ObtainedDatabase, obtainDatabase } from './platform/home/obtain-database.ts';
import { ownAddress } from './platform/home/own-address.ts';
import { checkAddress } from './platform/http/check-address.ts';
import { newLog } from './platform/log.ts';
import { stopWhenAsked } from './platform/stop-when-asked.ts';

const stopMsMax = 19_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = newLog(config.logLevel);
  const running: { app?: App; database?: ObtainedDatabase } = {};
  const stopping = stopWhenAsked(stopMsMax, async () => {
    await running.app?.close();
    await running.database?.release();
  });
  // The lock comes first: on a second start "already runs" is the reason, and the taken port only follows from it.
  const database = await obtainDatabase(config, log, () => checkAddress(config));
  running.database = database;
  void database.ended.then(() => stopping.isStopping() || endWithoutDatabase());
  const app = await buildApp({ config, target: database.target, log, poolMax: config.poolMax });
  running.app = app;
  const port = Number(new URL(await app.listen()).port);
  await database.announce(`http://localhost:${port}/`);
  process.stdout.write(welcome(config, port));
}

function endWithoutDatabase(): never {
  process.stderr.write(
    'The embedded PostgreSQL has ended by itself: see postgres.log in TANDEM_HOME, then npm start again.\n',
  );
  process.exit(1);
}

function welcome({ host }: Config, port: number): string {
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(host);
  const name = isLocal ? 'localhost' : host === '0.0.0.0' || host === '::' ? (ownAddress() ?? 'localhost') : host;
  const lines = [
    'Tandem is ready.',
    `  Online store  http://${name}:${port}/`,
    `  Till          http://${name}:${port}/pos`,
    `  Back office   http://${name}:${port}/admin`,
  ];
  lines.push(
    isLocal
      ? '  Open to this machine only. For other devices see "Other devices" in docs/runbook.md'
      : '  Browsers on other devices keep no sign-in and no basket without https: see "Other devices" in docs/runbook.md',
  );
  return `${lines.join('\n')}\n`;
}

try {
  await start();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
