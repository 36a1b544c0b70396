import type { IncomingMessage, ServerResponse } from 'node:http';

export interface StreamOptions {
  /** What `closeWhere` chooses by: the id of the credential that opened the stream. */
  readonly owner?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * For a reader who fell behind: once everything queued was taken, one frame that makes up for what was left out, such
   * as a snapshot. Without it such a reader is disconnected and resumes by `Last-Event-ID`.
   */
  readonly catchUp?: () => Buffer;
  readonly onClose?: () => void;
}

export interface Stream {
  readonly owner: string | null;
  /** False when the frame was left out: the reader is behind, or gone. */
  send(frame: Buffer): boolean;
  close(): void;
}

export interface Streams {
  readonly open: (request: IncomingMessage, response: ServerResponse, options?: StreamOptions) => Stream;
  readonly count: () => number;
  /** Ends the streams of an owner, as when a key is revoked. */
  readonly closeWhere: (isMeant: (owner: string | null) => boolean) => void;
  /** Says goodbye to everybody with a time to come back that differs from one to the next, and takes no more. */
  readonly stop: () => void;
}

export interface StreamsOptions {
  /** A comment line this often keeps proxies and readers from giving up. */
  readonly heartbeatMilliseconds?: number;
  /** What may wait in memory for one slow reader. The system's own buffers come on top. */
  readonly queueBytesMax?: number;
  /** Readers come back between one second and this after a stop: not all at once. */
  readonly returnWithinMilliseconds?: number;
  readonly random?: () => number;
}

/** One event as it goes over the wire. Made once, sent to everybody. */
export function toFrame(event: {
  readonly event?: string;
  readonly id?: string;
  readonly body: string;
}): Buffer {
  const name = event.event === undefined ? '' : `event: ${event.event}\n`;
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  const lines = event.body.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return Buffer.from(`${name}${id}${lines.join('')}\n`);
}

const heartbeat = Buffer.from(':\n\n');
/** A reader who took nothing for this many heartbeats is not there any more. */
const silentHeartbeatsMax = 4;

/** The open event streams of this process: one timer for all, a bounded queue for each. */
export function createStreams({
  heartbeatMilliseconds = 15_000,
  queueBytesMax = 1_048_576,
  returnWithinMilliseconds = 10_000,
  random = Math.random,
}: StreamsOptions = {}): Streams {
  const all = new Set<OpenStream>();
  let stopped = false;
  const timer = setInterval(() => {
    for (const stream of all) stream.beat();
  }, heartbeatMilliseconds);
  timer.unref();

  const goodbye = (): Buffer => {
    const retry = Math.round(1000 + random() * Math.max(0, returnWithinMilliseconds - 1000));
    return Buffer.from(`retry: ${retry}\nevent: goodbye\ndata: {}\n\n`);
  };

  return {
    open(request, response, options = {}) {
      const stream = new OpenStream(request, response, options, queueBytesMax);
      all.add(stream);
      response.once('close', () => {
        all.delete(stream);
        options.onClose?.();
      });
      if (stopped) stream.end(goodbye());
      return stream;
    },
    count: () => all.size,
    closeWhere(isMeant) {
      for (const stream of all) if (isMeant(stream.owner)) stream.close();
    },
    stop() {
      stopped = true;
      clearInterval(timer);
      for (const stream of all) stream.end(goodbye());
    },
  };
}

class OpenStream implements Stream {
  readonly owner: string | null;
  readonly #response: ServerResponse;
  readonly #catchUp: (() => Buffer) | null;
  readonly #queueBytesMax: number;
  /** What may wait now: more while a single frame larger than the whole queue is on its way. */
  #allowance: number;
  #behind = false;
  #silentHeartbeats = 0;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    options: StreamOptions,
    queueBytesMax: number,
  ) {
    this.owner = options.owner ?? null;
    this.#response = response;
    this.#catchUp = options.catchUp ?? null;
    this.#queueBytesMax = queueBytesMax;
    this.#allowance = queueBytesMax;
    request.socket.setNoDelay(true);
    request.socket.setTimeout(0);
    // A reader that vanished is reported by 'close'; the failed write itself has nobody else to tell.
    response.on('error', () => undefined);
    response.on('drain', () => this.#drained());
    response.writeHead(200, { ...streamHeaders, ...options.headers });
    response.write(heartbeat);
  }

  send(frame: Buffer): boolean {
    if (this.#response.destroyed || this.#response.writableEnded || this.#behind) return false;
    this.#makeRoom(frame);
    if (this.#response.writableLength + frame.length > this.#allowance) {
      this.#behind = true;
      if (this.#catchUp === null) this.#response.destroy();
      // So little waits that its end will not be announced.
      else if (!this.#response.writableNeedDrain) setImmediate(() => this.#drained());
      return false;
    }
    this.#response.write(frame);
    return true;
  }

  close(): void {
    this.end();
  }

  end(last?: Buffer): void {
    if (this.#response.writableEnded) return;
    if (this.#response.writableLength > 0) this.#response.destroy();
    else this.#response.end(last);
  }

  beat(): void {
    if (this.#response.writableLength === 0) {
      this.#silentHeartbeats = 0;
      this.#response.write(heartbeat);
      return;
    }
    this.#silentHeartbeats += 1;
    if (this.#silentHeartbeats >= silentHeartbeatsMax) this.#response.destroy();
  }

  /** A snapshot is as large as it is: one at a time may exceed the queue, or its reader would never get it. */
  #makeRoom(frame: Buffer): void {
    const isAlone = this.#allowance === this.#queueBytesMax;
    if (isAlone && frame.length > this.#queueBytesMax) this.#allowance += frame.length;
  }

  #drained(): void {
    this.#silentHeartbeats = 0;
    this.#allowance = this.#queueBytesMax;
    if (!this.#behind || this.#catchUp === null || this.#response.destroyed) return;
    this.#behind = false;
    const frame = this.#catchUp();
    this.#makeRoom(frame);
    this.#response.write(frame);
  }
}

/** Streams leave the framework, and with it the hooks that would have set these. */
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  connection: 'keep-alive',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;
