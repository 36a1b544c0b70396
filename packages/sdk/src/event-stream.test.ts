import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEventStream } from './event-stream.ts';

async function read(chunks: readonly Uint8Array[]) {
  const events: {
    readonly event: string | undefined;
    readonly id: string | undefined;
    readonly data: string;
  }[] = [];
  const retries: number[] = [];
  let heard = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  await readEventStream(body, {
    onHeard: () => {
      heard += 1;
    },
    onEvent: ({ event, id, data }) => events.push({ event, id, data }),
    onRetry: (milliseconds) => retries.push(milliseconds),
  });
  return { events, retries, heard };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading an event stream', () => {
  test('wherever the network cuts it, also within a letter, the events are the same', async () => {
    const whole = bytes(
      ':\n\nevent: put\nid: one:1\ndata: {"name":"Çelik & Söhne 🔑"}\n\nevent: patch\r\ndata: {}\r\n\r\n',
    );
    const expected = [
      { event: 'put', id: 'one:1', data: '{"name":"Çelik & Söhne 🔑"}' },
      { event: 'patch', id: undefined, data: '{}' },
    ];
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: whole.length - 1 })), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const chunks = places.slice(1).map((end, index) => whole.slice(places[index], end));
        const { events, heard } = await read(chunks);
        expect(events).toEqual(expected);
        expect(heard).toBe(chunks.length);
      }),
    );
  });

  test('a heartbeat is heard, and is no event', async () => {
    expect(await read([bytes(':\n\n'), bytes(':\n\n')])).toEqual({ events: [], retries: [], heard: 2 });
  });

  test('a goodbye says when to come back', async () => {
    const { events, retries } = await read([bytes('retry: 4321\nevent: goodbye\ndata: {}\n\n')]);
    expect(retries).toEqual([4321]);
    expect(events[0]?.event).toBe('goodbye');
  });
});
