import { describe, expect, test } from 'vitest';
import {
  type Disk,
  diskStorage,
  emptyDisk,
  type FakeClock,
  type FakeServer,
  fakeClock,
  fakeServer,
  saleOf,
  settle,
} from '../testing/fakes.ts';
import { Outbox } from './outbox.ts';

function tillOn(disk: Disk, server: FakeServer, clock: FakeClock = fakeClock()) {
  return { clock, outbox: new Outbox({ storage: diskStorage(disk), network: server, clock }) };
}

const numbersOf = (server: FakeServer) => [...server.counted.values()].map(({ answer }) => answer.number);

describe('a completed sale', () => {
  test('is on the disk when record resolves, and is counted without anybody waiting for it', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox } = tillOn(disk, server);

    const stored = await outbox.record(saleOf('a'), 0);

    expect(disk.sales.get('a')?.state).toBe('waiting');
    expect(stored.body.receipt).toEqual({ series: 'CB1-1', number: 1 });
    await settle();
    expect(disk.sales.get('a')?.state).toBe('sent');
    expect(outbox.answerOf('a')?.token).toBe('token-1');
    expect(outbox.state()).toEqual({ waiting: 0, refused: 0, phase: 'idle', offlineSince: null });
  });

  test('that cannot be stored is not done: nothing is sent and no number is used', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox } = tillOn(disk, server);

    disk.isFull = true;
    await expect(outbox.record(saleOf('a'), 0)).rejects.toThrow('No room');
    await settle();
    disk.isFull = false;
    const stored = await outbox.record(saleOf('a'), 0);
    await settle();

    expect(stored.number).toBe(1);
    expect(server.arrived.map(({ id }) => id)).toEqual(['a']);
  });

  test('is stored once when the same payment is finished twice', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox } = tillOn(disk, server);

    await outbox.record(saleOf('a'), 0);
    await expect(outbox.record(saleOf('a'), 0)).rejects.toThrow('Is there');
    await settle();

    expect(numbersOf(server)).toEqual(['CB1-1-000001']);
    expect(disk.receipts.get('CB1-1')).toBe(1);
  });
});

describe('a crash', () => {
  test('between storing and sending loses nothing: the next start sends it', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const first = tillOn(disk, server);
    server.weather = ['down'];
    await first.outbox.record(saleOf('a'), 0);
    first.outbox.stop();
    await settle();

    const { outbox } = tillOn(disk, server);
    await outbox.start();
    await settle();

    expect(numbersOf(server)).toEqual(['CB1-1-000001']);
    expect(disk.sales.get('a')?.state).toBe('sent');
  });

  test('after the server counted but before the answer was kept: sent again, counted once, same answer', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const first = tillOn(disk, server);
    server.weather = ['answer_lost'];
    await first.outbox.record(saleOf('a'), 0);
    await settle();
    first.outbox.stop();

    const { outbox } = tillOn(disk, server);
    await outbox.start();
    await settle();

    expect(server.arrived).toHaveLength(2);
    expect(server.arrived[1]).toEqual(server.arrived[0]);
    expect(server.counted.size).toBe(1);
    expect(disk.sales.get('a')?.answer?.token).toBe('token-1');
  });

  test('never gives a receipt number again, whatever the server has seen', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const first = tillOn(disk, server);
    server.weather = ['down'];
    await first.outbox.record(saleOf('a'), 41);
    first.outbox.stop();

    const { outbox } = tillOn(disk, server);
    await outbox.start();
    const second = await outbox.record(saleOf('b'), 41);
    await settle();

    expect(second.number).toBe(43);
    expect(numbersOf(server)).toEqual(['CB1-1-000042', 'CB1-1-000043']);
  });
});

describe('without the network', () => {
  test('the till keeps selling, and everything goes up in order once it is back', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox, clock } = tillOn(disk, server);
    server.weather = Array.from({ length: 50 }, () => 'down' as const);

    for (const id of ['a', 'b', 'c']) await outbox.record(saleOf(id), 0);
    await settle();
    expect(outbox.state()).toMatchObject({ waiting: 3, phase: 'offline', offlineSince: clock.now() });
    expect(clock.timers).toBe(1);

    server.weather = [];
    await clock.pass(60_000);

    expect(server.arrived.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(outbox.state()).toEqual({ waiting: 0, refused: 0, phase: 'idle', offlineSince: null });
  });

  test.each([
    ['a busy server', { status: 503, code: 'server.busy' }],
    ['a broken server', { status: 500, code: 'internal' }],
    ['too many requests', { status: 429, code: 'rate' }],
    ['the page of a captive portal', { status: 404, code: 'network' }],
  ])('%s only delays the sale', async (_, weather) => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox, clock } = tillOn(disk, server);
    server.weather = [weather];

    await outbox.record(saleOf('a'), 0);
    await settle();
    expect(outbox.state()).toMatchObject({ waiting: 1, refused: 0, phase: 'offline' });
    await clock.pass(60_000);

    expect(disk.sales.get('a')?.state).toBe('sent');
  });

  test('a woken outbox tries at once and sends nothing twice at the same time', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox } = tillOn(disk, server);
    server.weather = ['down'];
    await outbox.record(saleOf('a'), 0);
    await settle();

    outbox.wake();
    outbox.wake();
    await settle();

    expect(server.arrived).toHaveLength(1);
    expect(outbox.state().phase).toBe('idle');
  });
});

describe('a sale that the server refuses', () => {
  test('is kept with its reason, does not hold up the others, and survives a reload', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const first = tillOn(disk, server);
    server.weather = [{ status: 422, code: 'input.invalid' }];
    await first.outbox.record(saleOf('a'), 0);
    await first.outbox.record(saleOf('b'), 0);
    await settle();
    first.outbox.stop();

    const { outbox } = tillOn(disk, server);
    await outbox.start();
    await settle();

    expect(numbersOf(server)).toEqual(['CB1-1-000002']);
    expect(outbox.state()).toMatchObject({ waiting: 0, refused: 1 });
    expect(outbox.unsent()[0]?.refusal).toMatchObject({ status: 422, code: 'input.invalid' });
  });

  test('can be sent again, unchanged', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox } = tillOn(disk, server);
    server.weather = [{ status: 409, code: 'register.closed' }];
    await outbox.record(saleOf('a'), 0);
    await settle();

    await outbox.retry('a');
    await settle();

    expect(server.arrived[1]).toEqual(server.arrived[0]);
    expect(outbox.state()).toEqual({ waiting: 0, refused: 0, phase: 'idle', offlineSince: null });
  });

  test('is not what a device that is no longer paired meets: its sales wait', async () => {
    const [disk, server] = [emptyDisk(), fakeServer()];
    const { outbox } = tillOn(disk, server);
    server.weather = [{ status: 401, code: 'session.missing' }];

    await outbox.record(saleOf('a'), 0);
    await settle();
    expect(outbox.state()).toMatchObject({ waiting: 1, refused: 0, phase: 'held' });
    outbox.wake();
    await settle();

    expect(disk.sales.get('a')?.state).toBe('sent');
  });
});
