import { aConfiguration, aFlag, aTargeting } from '@latchkey/testkit/builders';
import { describe, expect, test, vi } from 'vitest';
import { startClient } from '../test/clients.ts';
import { scriptedServer } from '../test/scripted-server.ts';

const configuration = aConfiguration({ revision: 5, flags: [aFlag()], targeting: [aTargeting()] });
const user = { kind: 'user', key: 'ada' };
const turnedOff = { kind: 'flag_targeting', id: 'exports-flag', after: aTargeting({ on: false }) } as const;

describe('following an environment', () => {
  test('everything once, then each change as it happens', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    expect(await tested.client.ready()).toMatchObject({
      state: 'live',
      epoch: 'one',
      revision: 5,
      lastError: null,
    });
    expect(tested.client.flag('exports-flag', user, false)).toBe(true);
    server.patch({ revision: 6, changes: [turnedOff] });
    await vi.waitFor(() => expect(tested.client.flag('exports-flag', user, true)).toBe(false));
    expect(tested.client.status().revision).toBe(6);
    expect(server.paths('/sdk/v1/stream')).toHaveLength(1);
  });

  test('a stream that ended is taken up where it was, after a while', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    await tested.client.ready();
    server.hangUp();
    await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
    expect(tested.client.flag('exports-flag', user, false)).toBe(true);
    tested.time.advance(749);
    expect(server.paths('/sdk/v1/stream')).toHaveLength(1);
    tested.time.advance(1);
    await vi.waitFor(() => expect(tested.client.status().state).toBe('live'));
    expect(server.seen.at(-1)?.headers['last-event-id']).toBe('one:5');
  });

  test('two and a half heartbeats of silence end a stream that nobody else ended', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    await tested.client.ready();
    tested.time.advance(37_000);
    expect(tested.client.status().state).toBe('live');
    server.send(':\n\n');
    await vi.waitFor(() => expect(tested.time.waits).toContain(37_500));
    tested.time.advance(37_499);
    expect(tested.client.status().state).toBe('live');
    tested.time.advance(1);
    await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
    expect(tested.client.status().lastError?.message).toBe('The server fell silent.');
    tested.time.advance(750);
    await vi.waitFor(() => expect(tested.client.status().state).toBe('live'));
  });

  test('a missed change means everything anew', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    await tested.client.ready();
    server.patch({ revision: 8, changes: [turnedOff] });
    await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
    expect(tested.client.status().revision).toBe(5);
    tested.time.advance(750);
    await vi.waitFor(() => expect(tested.client.status()).toMatchObject({ state: 'live', revision: 8 }));
    expect(server.seen.at(-1)?.headers['last-event-id']).toBeUndefined();
  });

  test('within an epoch nothing goes back; another epoch replaces all, also by a lower revision', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    await tested.client.ready();
    server.configuration = aConfiguration({ revision: 3 });
    server.hangUp();
    await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
    tested.time.advance(750);
    await vi.waitFor(() => expect(tested.client.status().state).toBe('live'));
    expect(tested.client.status().revision).toBe(5);
    server.configuration = aConfiguration({ revision: 1, epoch: 'two' });
    server.hangUp();
    await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
    tested.time.advance(1500);
    await vi.waitFor(() => expect(tested.client.status()).toMatchObject({ epoch: 'two', revision: 1 }));
  });

  test('what is no configuration and no change is refused, and what is held decides on', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    await tested.client.ready();
    for (const nonsense of ['patch\ndata: {"epoch":"one"', 'put\ndata: {"epoch":"one","revision":9}']) {
      const before = server.paths('/sdk/v1/stream').length;
      server.send(`event: ${nonsense}\n\n`);
      await vi.waitFor(() => expect(tested.client.status().state).toBe('stale'));
      expect(tested.client.flag('exports-flag', user, false)).toBe(true);
      await vi.waitFor(() => {
        tested.time.advance(500);
        expect(server.paths('/sdk/v1/stream').length).toBeGreaterThan(before);
        expect(tested.client.status().state).toBe('live');
      });
    }
  });

  test('a goodbye says when to come back', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    await tested.client.ready();
    server.send('retry: 6000\nevent: goodbye\ndata: {}\n\n');
    server.hangUp();
    await vi.waitFor(() => expect(tested.time.waits).toEqual([6000]));
  });
});

describe('a server that does not let one in', () => {
  test('with a refused key the client stays on what it knows, says so, and asks again seldom', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address);
    await tested.client.ready();
    server.refusal = { status: 401, code: 'unauthenticated' };
    server.hangUp();
    await vi.waitFor(() => expect(tested.time.waits).toEqual([750]));
    tested.time.advance(750);
    await vi.waitFor(() => expect(tested.client.status().lastError?.status).toBe(401));
    expect(tested.client.status()).toMatchObject({ state: 'stale', revision: 5 });
    expect(tested.time.waits).toEqual([45_000]);
    expect(tested.client.flag('exports-flag', user, false)).toBe(true);
    server.refusal = null;
    tested.time.advance(45_000);
    await vi.waitFor(() => expect(tested.client.status()).toMatchObject({ state: 'live', lastError: null }));
  });

  test('when it is too busy, its time is honoured', async () => {
    await using server = await scriptedServer(configuration);
    server.refusal = { status: 503, code: 'unavailable', retryAfter: '7' };
    await using tested = startClient(server.address);
    await vi.waitFor(() => expect(tested.client.status().state).toBe('fallback'));
    expect(tested.time.waits).toEqual([7000]);
  });

  test('each failure in a row doubles the wait, and nothing is said twice', async () => {
    await using server = await scriptedServer(configuration);
    server.refusal = { status: 500, code: 'internal' };
    await using tested = startClient(server.address);
    for (const wait of [750, 1500, 3000, 6000, 12_000, 22_500, 22_500]) {
      await vi.waitFor(() => expect(tested.time.waits).toEqual([wait]));
      tested.time.advance(wait);
    }
    expect(tested.logged).toHaveLength(1);
    expect(JSON.stringify(tested.logged)).not.toContain('lk_sdk_test');
  });

  test('one that never answers is given up after ten seconds', async () => {
    await using server = await scriptedServer(configuration);
    const silent: typeof fetch = (_url, { signal } = {}) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    await using tested = startClient(server.address, { fetch: silent });
    await vi.waitFor(() => expect(tested.time.waits).toEqual([10_000]));
    tested.time.advance(10_000);
    await vi.waitFor(() =>
      expect(tested.client.status().lastError?.message).toBe('The server did not answer.'),
    );
  });
});

describe('asking at regular times instead of a stream', () => {
  test('nothing is sent twice, and changes arrive', async () => {
    await using server = await scriptedServer(configuration);
    await using tested = startClient(server.address, { pollSeconds: 20 });
    await vi.waitFor(() => expect(tested.client.status().state).toBe('live'));
    tested.time.advance(20_000);
    await vi.waitFor(() => expect(server.paths('/sdk/v1/configuration')).toHaveLength(2));
    expect(server.seen.at(-1)?.headers['if-none-match']).toBe('"one:5"');
    server.configuration = { ...configuration, revision: 6, targeting: [aTargeting({ on: false })] };
    await vi.waitFor(() => expect(tested.time.waits).toEqual([20_000]));
    tested.time.advance(20_000);
    await vi.waitFor(() => expect(tested.client.flag('exports-flag', user, true)).toBe(false));
    expect(server.paths('/sdk/v1/stream')).toHaveLength(0);
  });

  test('a failure is not asked about more often than regularly', async () => {
    await using server = await scriptedServer(configuration);
    server.refusal = { status: 500, code: 'internal' };
    await using tested = startClient(server.address, { pollSeconds: 20 });
    await vi.waitFor(() => expect(tested.time.waits).toEqual([20_000]));
    expect(tested.client.status()).toMatchObject({ state: 'fallback', lastError: { status: 500 } });
  });
});
