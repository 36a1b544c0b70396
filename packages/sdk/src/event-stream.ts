import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** More than any environment's configuration; a stream that sends more without a line's end is no stream of ours. */
const eventCharactersMax = 256 * 1_048_576;

interface StreamReader {
  /** Anything arrived, be it only a heartbeat. */
  readonly onHeard: () => void;
  readonly onEvent: (event: EventSourceMessage) => void;
  /** The server says how long to stay away after this stream ends, in milliseconds. */
  readonly onRetry: (milliseconds: number) => void;
}

/** Reads server-sent events (WHATWG HTML, section 9.2) until the stream ends. Throws what reading or a listener throws. */
export async function readEventStream(body: ReadableStream<Uint8Array>, reader: StreamReader): Promise<void> {
  let broken: Error | null = null;
  const parser = createParser({
    onEvent: reader.onEvent,
    onRetry: reader.onRetry,
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') broken = error;
    },
    maxBufferSize: eventCharactersMax,
  });
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    reader.onHeard();
    parser.feed(decoder.decode(chunk, { stream: true }));
    if (broken !== null) throw broken;
  }
}
