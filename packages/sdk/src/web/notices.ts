import { createParser } from 'eventsource-parser';
import { refusalOf } from '../requests.ts';

/** Four of the server's heartbeats come in this time. A stream that is silent for longer leads nowhere. */
const silenceMilliseconds = 60_000;

interface Listening {
  readonly fetch: typeof fetch;
  readonly url: string;
  readonly after: (milliseconds: number, action: () => void) => () => void;
  readonly signal: AbortSignal;
  readonly onNotice: () => void;
}

/** Reads the server's notices until the stream ends; throws why it could not be read, or went silent. */
export async function listenForNotices({ fetch, url, after, signal, onNotice }: Listening): Promise<void> {
  const silent = new AbortController();
  const stop = (): void => silent.abort(new Error('The stream is silent.'));
  signal.addEventListener('abort', stop);
  let cancel = after(silenceMilliseconds, stop);
  const heard = (): void => {
    cancel();
    cancel = after(silenceMilliseconds, stop);
  };
  try {
    const reply = await fetch(url, { headers: { accept: 'text/event-stream' }, signal: silent.signal });
    if (!reply.ok || reply.body === null) throw await refusalOf(reply);
    const parser = createParser({
      onEvent: ({ event = 'message' }) => {
        if (event === 'message') onNotice();
      },
      maxBufferSize: 65_536,
    });
    const decoder = new TextDecoder();
    const reader = reply.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard();
      parser.feed(decoder.decode(part.value, { stream: true }));
    }
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
  }
}
