import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InsightReport } from '@latchkey/model';
import { expect, test, vi } from 'vitest';
import { noon, runtimeOf } from '../test/clients.ts';
import { ManualTime } from '../test/manual-time.ts';
import type { LogEntry } from './log.ts';
import { Reporter } from './reporter.ts';

/** The other end, answering with what the test says and keeping what it was told. */
async function anEnd() {
  const end = { status: 202, told: [] as InsightReport[] };
  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    end.told.push(JSON.parse(Buffer.concat(parts).toString()) as InsightReport);
    response.writeHead(end.status).end('{}');
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return Object.assign(end, {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  });
}

function aReporter(address: string) {
  const time = new ManualTime(noon);
  const logged: LogEntry[] = [];
  const door = { address, sdkKey: 'lk_sdk_test' };
  return { reporter: new Reporter(door, runtimeOf(time, logged), 10), time, logged };
}

const counted = ({ evaluations }: InsightReport) => evaluations.map(({ flag, count }) => `${flag} ${count}`);

test('what was counted is reported every ten seconds, and nothing when there is nothing', async () => {
  await using end = await anEnd();
  const { reporter, time } = aReporter(end.address);
  reporter.start();
  time.advance(10_000);
  await vi.waitFor(() => expect(time.waits).toEqual([10_000]));
  reporter.tally.evaluated('checkout', 0, time.now());
  reporter.tally.evaluated('checkout', 0, time.now());
  time.advance(10_000);
  await vi.waitFor(() => expect(end.told.map(counted)).toEqual([['checkout 2']]));
  expect(end.told[0]?.sentAt).toBe('2026-03-01T12:00:20.000Z');
  await reporter.close();
  expect(end.told).toHaveLength(1);
});

test('a report that does not arrive is sent again after a second, and then with the next, under one id', async () => {
  await using end = await anEnd();
  const { reporter, time, logged } = aReporter(end.address);
  end.status = 503;
  reporter.tally.evaluated('checkout', 0, time.now());
  const first = reporter.flush();
  await vi.waitFor(() => expect(time.waits).toContain(1_000));
  time.advance(1_000);
  await first;
  expect(end.told).toHaveLength(2);
  expect(logged).toMatchObject([{ level: 'warn', event: expect.stringContaining('kept and sent again') }]);
  reporter.tally.evaluated('search', 1, time.now());
  end.status = 202;
  await reporter.flush();
  await reporter.flush();
  expect(end.told.map(counted)).toEqual([['checkout 1'], ['checkout 1'], ['checkout 1'], ['search 1']]);
  expect(new Set(end.told.slice(0, 3).map(({ id }) => id)).size).toBe(1);
  expect(end.told[3]?.id).not.toBe(end.told[0]?.id);
});

test('what the server will never take is dropped, and the next report tells how much that was', async () => {
  await using end = await anEnd();
  const { reporter, time, logged } = aReporter(end.address);
  end.status = 413;
  for (let number = 0; number < 4; number += 1) reporter.tally.evaluated('checkout', 0, time.now());
  await reporter.flush();
  expect(end.told).toHaveLength(1);
  expect(logged).toMatchObject([{ event: 'answers are counted nowhere', answers: 4 }]);
  end.status = 202;
  await reporter.flush();
  expect(end.told[1]).toMatchObject({ evaluations: [], dropped: 4 });
});

test('a nearly full tally is reported before its time', async () => {
  await using end = await anEnd();
  const { reporter, time } = aReporter(end.address);
  for (let number = 0; number < 4_100; number += 1) reporter.tally.evaluated(`flag-${number}`, 0, time.now());
  await vi.waitFor(() => expect(end.told).toHaveLength(1));
  expect(end.told[0]?.evaluations).toHaveLength(4_100);
});

test('closing reports what is left', async () => {
  await using end = await anEnd();
  const { reporter, time } = aReporter(end.address);
  reporter.start();
  reporter.tally.evaluated('checkout', 0, time.now());
  await reporter.close();
  expect(end.told.map(counted)).toEqual([['checkout 1']]);
  expect(time.waits).toEqual([]);
});

test('closing does not wait for a server that is gone, and says what was lost', async () => {
  const { reporter, time, logged } = aReporter('http://127.0.0.1:1');
  reporter.tally.evaluated('checkout', 0, time.now());
  reporter.tally.evaluated('checkout', 1, time.now());
  await reporter.close();
  expect(logged.at(-1)).toMatchObject({ event: 'answers are counted nowhere', answers: 2 });
});
