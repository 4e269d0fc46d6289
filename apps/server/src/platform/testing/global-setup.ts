// Vitest's global set-up of the projects `database` and `browser`: one PostgreSQL for the whole run.
import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './test-server.ts';

/** Each project loads this file for itself; what they share lives outside of it. */
const shared = globalThis as { tandemTestServer?: { users: number; server: Promise<TestServer> } | undefined };

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.tandemTestServer ??= { users: 0, server: startTestServer() };
  const running = shared.tandemTestServer;
  running.users += 1;
  project.provide('testServer', (await running.server).target);
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    shared.tandemTestServer = undefined;
    await (await running.server).stop();
  };
}
