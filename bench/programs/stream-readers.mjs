import { connect } from 'node:net';

/**
 * Many readers of the SDK stream in one process, as lean as they can be: each notes when a revision reaches it and nothing
 * else. A reader that is cut off comes back by itself, and says from where.
 */
const readers = [];
/** Per revision: how many have it, and the moments at which it came, in wall-clock milliseconds. */
const arrivals = new Map();
let reconnecting = 0;

class Reader {
  #tail = '';
  #address;
  #key;
  #lastEventId = '';
  isOpen = false;

  constructor(address, key) {
    this.#address = address;
    this.#key = key;
    this.#open();
  }

  #open() {
    const { hostname, port } = this.#address;
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#tail = '';
    socket.on('connect', () => {
      const since = this.#lastEventId === '' ? '' : `last-event-id: ${this.#lastEventId}\r\n`;
      socket.write(
        `GET /sdk/v1/stream HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${this.#key}\r\n${since}\r\n`,
      );
    });
    socket.on('data', (part) => this.#read(part));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isOpen = false;
      reconnecting += 1;
      // As the SDK does: soon, but not all in the same moment.
      setTimeout(() => this.#open(), 20 + Math.random() * 200);
    });
  }

  /** Only the lines that name a revision matter; the end of a part may hold half of one. */
  #read(part) {
    const now = performance.timeOrigin + performance.now();
    const text = this.#tail + part.toString('latin1');
    this.isOpen ||= text.includes('200 OK') || text.includes('\nid: ');
    const lines = text.split('\n');
    this.#tail = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('id: ')) continue;
      this.#lastEventId = line.slice(4).trim();
      const revision = this.#lastEventId.slice(this.#lastEventId.lastIndexOf(':') + 1);
      const moments = arrivals.get(revision);
      if (moments) moments.push(now);
      else arrivals.set(revision, [now]);
    }
    // A snapshot's single line may be long, and is not ours to understand.
    if (this.#tail.length > 100 && !this.#tail.startsWith('id: ')) this.#tail = 'data: ';
  }
}

const tell = {
  open({ address, key, count }) {
    for (let index = 0; index < count; index += 1) readers.push(new Reader(new URL(address), key));
  },
  standing() {
    return { open: readers.filter(({ isOpen }) => isOpen).length, reconnecting };
  },
  /** When a revision reached the readers, and forgets it. */
  arrivals({ revision }) {
    const moments = arrivals.get(String(revision)) ?? [];
    return { moments };
  },
};

process.on('message', (asked) => process.send(tell[asked.what](asked) ?? 'done'));

// Whoever asked is gone: so is the reason to run.
process.once('disconnect', () => process.exit(0));
