import { chmodSync, chownSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openClient } from './platform/database/open-pool.ts';
import { postmasterPid, runsOn } from './platform/database/orphan.ts';
import { readOccupant } from './platform/home/lock-home.ts';
import { joinDatabase } from './platform/home/obtain-database.ts';
import { silentLog } from './platform/start-log.ts';
import {
  freePort,
  programsLeftWith,
  programsWith,
  startTandem,
  waitUntilReady,
} from './platform/testing/start-tandem.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'tandem-start-'));
  chmodSync(home, 0o755);
});
afterEach(async () => {
  for (const pid of programsWith(home)) process.kill(pid, 'SIGKILL');
  await programsLeftWith(home);
  rmSync(home, { recursive: true, force: true });
});

async function startReady(user = {}, settings: Record<string, string> = {}) {
  const port = await freePort();
  const tandem = startTandem({ PORT: String(port), TANDEM_HOME: home, ...settings }, user);
  await waitUntilReady(tandem, port);
  return { ...tandem, port };
}

async function refusal(settings: Record<string, string>) {
  const tandem = startTandem({ TANDEM_HOME: home, PORT: String(await freePort()), ...settings });
  expect(await tandem.ended).toBe(1);
  return tandem.said.err;
}

async function query(statement: string) {
  const occupant = await readOccupant(home);
  const client = openClient(occupant!.target!);
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

describe('starting and stopping', () => {
  test('a first start prints the three addresses, SIGTERM ends everything in order, a later start finds the data', async () => {
    const first = await startReady();
    await expect.poll(() => first.said.out).toContain(`  Back office   http://localhost:${first.port}/admin\n`);
    expect(first.said.out).toContain(`  Online store  http://localhost:${first.port}/\n`);
    expect(first.said.out).toContain(`  Till          http://localhost:${first.port}/pos\n`);
    await query(`create table public.kept as select 7 as number`);

    first.child.kill('SIGTERM');

    expect(await first.ended).toBe(0);
    expect(await programsLeftWith(home)).toEqual([]);
    const second = await startReady();
    expect(await query('select number from public.kept')).toEqual([{ number: 7 }]);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  }, 60_000);

  test('a second signal ends it at once, and the database goes with it', async () => {
    const tandem = await startReady();

    tandem.child.kill('SIGTERM');
    tandem.child.kill('SIGINT');

    expect([0, 1]).toContain(await tandem.ended);
    expect(await programsLeftWith(home)).toEqual([]);
  }, 60_000);

  test('a second start on the same home is refused, a command shares its database', async () => {
    const first = await startReady();
    await expect.poll(async () => (await readOccupant(home))?.address).toBe(`http://localhost:${first.port}/`);

    expect(await refusal({})).toBe(
      `Tandem already runs here, pid ${first.child.pid}, at http://localhost:${first.port}/: use that one, or give this one its own TANDEM_HOME and PORT.\n`,
    );
    const joined = await joinDatabase({ home, databaseUrl: undefined }, silentLog);
    expect(joined.target).toEqual((await readOccupant(home))?.target);
    await joined.release();
    expect((await fetch(`http://127.0.0.1:${first.port}/readyz`)).status).toBe(200);
  }, 60_000);
});

describe('killed with SIGKILL', () => {
  test('what was committed is there after the next start, and no PostgreSQL stays behind', async () => {
    const first = await startReady();
    await query(`create table public.kept as select 7 as number`);

    first.child.kill('SIGKILL');

    await first.ended;
    expect(await programsLeftWith(home)).toEqual([]);
    await startReady();
    expect(await query('select number from public.kept')).toEqual([{ number: 7 }]);
  }, 60_000);

  test('a start right after it does not trip over the PostgreSQL that is still ending', async () => {
    const first = await startReady();

    first.child.kill('SIGKILL');
    const second = await startReady();

    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  }, 60_000);

  test.each([60, 250, 500, 800, 1200])(
    '%i ms into the first start',
    async (milliseconds) => {
      const first = startTandem({ PORT: String(await freePort()), TANDEM_HOME: home });
      await sleep(milliseconds);

      first.child.kill('SIGKILL');

      await first.ended;
      const second = await startReady();
      second.child.kill('SIGTERM');
      expect(await second.ended).toBe(0);
      expect(await programsLeftWith(home)).toEqual([]);
    },
    60_000,
  );

  test('a PostgreSQL whose watch was killed too is ended by the next start', async () => {
    const first = await startReady();
    const data = path.join(home, 'postgres/data');
    for (const pid of programsWith(home)) {
      // The watch names the home as well; everything that is not PostgreSQL is killed.
      if (programsWith('tandem-watch').includes(pid)) process.kill(pid, 'SIGKILL');
    }
    first.child.kill('SIGKILL');
    await first.ended;
    const orphan = (await postmasterPid(data)) ?? 0;
    expect(runsOn(orphan, data)).toBe(true);

    const second = await startReady();

    expect(runsOn(orphan, data)).toBe(false);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await programsLeftWith(home)).toEqual([]);
  }, 60_000);
});

describe('refused in one line with the cure', () => {
  test('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    const said = await refusal({ PORT: String(port) });

    other.close();
    expect(said).toBe(`Port ${port} is taken by another program: choose another one, PORT=${port + 1} npm start.\n`);
    expect(await programsLeftWith(home)).toEqual([]);
  });

  test('a folder that cannot be written', async () => {
    const file = path.join(home, 'a-file');
    writeFileSync(file, '');

    expect(await refusal({ TANDEM_HOME: path.join(file, 'home') })).toMatch(
      /^The folder .*a-file\/home cannot be written \(ENOTDIR\): choose another one, TANDEM_HOME=\/path npm start, or give it to this user \(chown\)\.\n$/,
    );
  });

  test('a folder that cannot be made', async () => {
    expect(await refusal({ TANDEM_HOME: '/proc/tandem/home' })).toMatch(
      /^The folder \/proc\/tandem\/home cannot be written \(E[A-Z]+\): choose another one, /,
    );
  });

  test('a database that does not answer', async () => {
    const port = await freePort();

    expect(await refusal({ DATABASE_URL: `postgres://shop:secret@127.0.0.1:${port}/shop` })).toBe(
      `Nothing answers for database shop at 127.0.0.1:${port}: start that server or correct DATABASE_URL.\n`,
    );
  });

  test('a misspelt setting', async () => {
    expect(await refusal({ TANDEM_HOEM: '/srv' })).toBe(
      'There is no setting TANDEM_HOEM: did you mean TANDEM_HOME? Correct or unset it.\n',
    );
  });
});

describe.runIf(isRoot)('users of the machine', () => {
  test('an ordinary user starts it, and root can start it for that user afterwards', async () => {
    chownSync(home, nobody.uid, nobody.gid);
    const asUser = await startReady(nobody);
    asUser.child.kill('SIGTERM');
    expect(await asUser.ended).toBe(0);

    const asRoot = await startReady();
    asRoot.child.kill('SIGTERM');
    expect(await asRoot.ended).toBe(0);

    const again = await startReady(nobody);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }, 60_000);

  test('a folder of another user is refused', async () => {
    const tandem = startTandem({ TANDEM_HOME: home, PORT: String(await freePort()) }, nobody);

    expect(await tandem.ended).toBe(1);
    expect(tandem.said.err).toMatch(/^The folder .* cannot be written \(.*\): choose another one, .*\n$/);
  });

  test('below a folder that only root may enter, the data lies in /var/lib/tandem', async () => {
    chmodSync(home, 0o700);
    const tandem = await startReady();
    const far = readlinkSync(path.join(home, 'postgres'));

    tandem.child.kill('SIGTERM');

    expect(await tandem.ended).toBe(0);
    expect(far).toMatch(/^\/var\/lib\/tandem\/[0-9a-f]{12}$/);
    expect(await programsLeftWith(far)).toEqual([]);
    rmSync(far, { recursive: true });
  }, 60_000);
});
