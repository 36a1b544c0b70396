import { connect } from 'node:net';

/**
 * Many readers of LaunchDarkly's server-side stream in one process, as lean as they can be: each notes which version of one
 * flag it has, and since when. Who is cut off comes back after the pauses that LaunchDarkly's SDKs keep.
 */
const readers = [];
const flagOf = /"(?:\/flags\/)?guard"(?:,"data")?:\{"version":(\d+)/g;
/** In a stream a flag's name stands at most this far before its version. */
const overlap = 60;

class Reader {
  #address;
  #key;
  #tail = '';
  #attempts = 0;
  isOpen = false;
  /** By version: when it came, in wall-clock milliseconds. */
  moments = new Map();
  version = 0;

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
      socket.write(`GET /ld/all HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: ${this.#key}\r\n\r\n`);
    });
    socket.on('data', (part) => this.#read(part));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isOpen = false;
      const pause = Math.min(30_000, 1000 * 2 ** this.#attempts);
      this.#attempts += 1;
      setTimeout(() => this.#open(), pause * (1 - Math.random() / 2));
    });
  }

  #read(part) {
    const now = performance.timeOrigin + performance.now();
    const text = this.#tail + part.toString('latin1');
    this.#tail = text.slice(-overlap);
    // One part may hold several frames.
    const versions = [...text.matchAll(flagOf)].map(([, version]) => Number(version));
    if (versions.length === 0) return;
    this.isOpen = true;
    this.#attempts = 0;
    const version = Math.max(...versions);
    if (version <= this.version) return;
    this.version = version;
    this.moments.set(version, now);
  }
}

const tell = {
  open({ address, key, count }) {
    for (let index = 0; index < count; index += 1) readers.push(new Reader(new URL(address), key));
  },
  standing: () => ({ open: readers.filter(({ isOpen }) => isOpen).length }),
  /** When each had this version or a newer one. */
  arrivals({ revision }) {
    const moments = readers.flatMap(({ version, moments }) =>
      version < revision
        ? []
        : [Math.min(...[...moments].filter(([at]) => at >= revision).map(([, moment]) => moment))],
    );
    return { moments };
  },
};

process.on('message', (asked) => process.send(tell[asked.what](asked) ?? 'done'));

// Whoever asked is gone: so is the reason to run.
process.once('disconnect', () => process.exit(0));
