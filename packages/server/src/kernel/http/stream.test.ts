import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createStreams, type Stream, type StreamOptions, type StreamsOptions, toFrame } from './stream.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(() => {
  for (const close of cleanUp.splice(0).reverse()) close();
});

/** A listener that opens a stream for whoever comes, and a reader that is connected to it. */
async function connected({
  limits = {},
  options = {},
}: {
  limits?: StreamsOptions;
  options?: StreamOptions;
}) {
  const streams = createStreams(limits);
  const opened: { stream: Stream; queued: () => number; closed: Promise<unknown> }[] = [];
  const listener = createServer((request, response) => {
    const stream = streams.open(request, response, options);
    opened.push({ stream, queued: () => response.writableLength, closed: once(response, 'close') });
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const { port } = listener.address() as AddressInfo;
  cleanUp.push(
    () => listener.closeAllConnections(),
    () => listener.close(),
    () => streams.stop(),
  );
  const join = async (): Promise<IncomingMessage> => {
    const request = get({ port, host: '127.0.0.1', agent: false });
    const [reader] = (await once(request, 'response')) as [IncomingMessage];
    reader.on('error', () => undefined);
    return reader;
  };
  const reader = await join();
  const [first] = opened;
  if (!first) throw new Error('nothing was opened');
  return { streams, reader, join, opened, ...first };
}

/** Reads until the text holds what is waited for. */
async function readUntil(reader: IncomingMessage, wanted: string): Promise<string> {
  let text = '';
  for await (const part of reader) {
    const before = text.slice(-wanted.length);
    text += String(part);
    if (`${before}${String(part)}`.includes(wanted)) return text;
  }
  throw new Error(`the stream ended without ${wanted}`);
}

const queueBytesMax = 256 * 1024;
const large = toFrame({ event: 'change', body: 'x'.repeat(64 * 1024) });

/** Sends until the reader's and the system's buffers are full and a frame is left out. */
async function fallBehind(stream: Stream, queued: () => number): Promise<number> {
  let most = 0;
  for (let sent = 0; sent < 4000; sent += 1) {
    const taken = stream.send(large);
    most = Math.max(most, queued());
    if (!taken) return most;
    // The kernel takes what it can between two frames, as it would in life.
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('the reader never fell behind');
}

test('an event is written once, line by line', () => {
  expect(String(toFrame({ event: 'entry', id: '41', body: 'one\ntwo\r\nthree' }))).toBe(
    'event: entry\nid: 41\ndata: one\ndata: two\ndata: three\n\n',
  );
});

test('a slow reader never makes more wait than the queue holds, and is then disconnected', async () => {
  const { stream, queued, closed, streams, reader } = await connected({ limits: { queueBytesMax } });
  reader.pause();
  expect(await fallBehind(stream, queued)).toBeLessThanOrEqual(queueBytesMax);
  await closed;
  expect(streams.count()).toBe(0);
});

test('a slow reader who can catch up gets one frame for all that was left out', async () => {
  const catchUp = () => toFrame({ event: 'put', body: 'the newest' });
  const { stream, queued, reader } = await connected({ limits: { queueBytesMax }, options: { catchUp } });
  reader.pause();
  expect(await fallBehind(stream, queued)).toBeLessThanOrEqual(queueBytesMax);
  expect(stream.send(toFrame({ body: 'also left out' }))).toBe(false);
  const text = await readUntil(reader, 'the newest');
  expect(text).not.toContain('also left out');
  expect(text.match(/the newest/g)).toHaveLength(1);
});

test('a snapshot larger than the queue is sent whole, and one more is not', async () => {
  const { stream, reader } = await connected({ limits: { queueBytesMax: 1000 } });
  const snapshot = toFrame({ event: 'put', body: `${'x'.repeat(8 * 1024 * 1024)} the end` });
  reader.pause();
  expect(stream.send(snapshot)).toBe(true);
  expect(stream.send(toFrame({ body: 'a small one behind it' }))).toBe(true);
  const text = await readUntil(reader, 'a small one behind it');
  expect(text).toContain('the end');
  const second = await connected({ limits: { queueBytesMax: 1000 } });
  second.reader.pause();
  expect([second.stream.send(snapshot), second.stream.send(snapshot)]).toEqual([true, false]);
  await second.closed;
});

test('a reader who is behind by one frame only catches up as well', async () => {
  const catchUp = () => toFrame({ body: 'the newest' });
  const { stream, reader } = await connected({ limits: { queueBytesMax: 1000 }, options: { catchUp } });
  const frame = toFrame({ body: 'x'.repeat(900) });
  expect([stream.send(frame), stream.send(frame)]).toEqual([true, false]);
  expect(await readUntil(reader, 'the newest')).toMatch(/x{900}\n\ndata: the newest/);
});

test('others are not held up by a slow one', async () => {
  const { stream, queued, reader, join, opened } = await connected({ limits: { queueBytesMax } });
  reader.pause();
  const other = await join();
  await fallBehind(stream, queued);
  expect(opened[1]?.stream.send(toFrame({ body: 'for everybody' }))).toBe(true);
  expect(await readUntil(other, 'for everybody')).toBe(':\n\ndata: for everybody\n\n');
});

test('heartbeats keep coming', async () => {
  const { reader } = await connected({ limits: { heartbeatMilliseconds: 5 } });
  expect(await readUntil(reader, ':\n\n:\n\n:\n\n')).toMatch(/^(:\n\n)+$/);
});

test('a reader who takes nothing for four heartbeats is let go, although the queue is not full', async () => {
  const limits = { heartbeatMilliseconds: 5, queueBytesMax: 64 * 1024 * 1024 };
  const { stream, queued, closed, reader } = await connected({ limits });
  reader.pause();
  while (queued() < 8 * 1024 * 1024) stream.send(large);
  await closed;
});

test('a revoked key ends its own streams', async () => {
  const { streams, reader } = await connected({ options: { owner: 'key_1' } });
  streams.closeWhere((owner) => owner === 'key_2');
  expect(streams.count()).toBe(1);
  streams.closeWhere((owner) => owner === 'key_1');
  reader.resume();
  await once(reader, 'end');
});

test('a stop spreads the return of the readers', async () => {
  const answers = [0, 0.5, 1];
  const random = () => answers.shift() ?? 0;
  const { streams, reader, join } = await connected({ limits: { random, returnWithinMilliseconds: 9000 } });
  const readers = [reader, await join(), await join()];
  streams.stop();
  const said = await Promise.all(readers.map((one) => readUntil(one, 'goodbye')));
  expect(said.map((text) => /retry: (\d+)/.exec(text)?.[1])).toEqual(['1000', '5000', '9000']);
});
