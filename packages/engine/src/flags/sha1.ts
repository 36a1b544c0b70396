/**
 * SHA-1, as far as bucketing needs it: the first 60 bits of the hash of a text that begins with a known prefix.
 * Synchronous and in plain JavaScript, because evaluation never waits and runs in browsers too; the prefix is absorbed
 * once, when flags are compiled. Not for secrets.
 */
export type Sha1Prefix = {
  /** Hash state after the whole blocks of the prefix. */
  readonly state: Int32Array;
  /** The begun block, and how many bytes of it are used. */
  readonly block: Int32Array;
  readonly lengthBytes: number;
};

const blockBytes = 64;

// Scratch space, in use only during one synchronous call.
const state = new Int32Array(5);
const schedule = new Int32Array(80);
let lengthBytes = 0;

export function sha1Prefix(text: string): Sha1Prefix {
  begin({ state: initialState, block: emptyBlock, lengthBytes: 0 });
  absorb(text);
  return { state: state.slice(), block: schedule.slice(0, 16), lengthBytes };
}

/** The first 15 hexadecimal digits of SHA-1(prefix + text in UTF-8), rounded to a double like `parseInt` does. */
export function sha1First60Bits(prefix: Sha1Prefix, text: string): number {
  begin(prefix);
  absorb(text);
  finish();
  return ((state[0] ?? 0) >>> 0) * 0x10000000 + ((state[1] ?? 0) >>> 4);
}

const initialState = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
const emptyBlock = new Int32Array(16);

function begin(prefix: Sha1Prefix): void {
  state.set(prefix.state);
  schedule.set(prefix.block);
  lengthBytes = prefix.lengthBytes;
}

/** Text as UTF-8; half of a surrogate pair on its own becomes U+FFFD, as every encoder does it. */
function absorb(text: string): void {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      absorbByte(unit);
    } else if (unit < 0x800) {
      absorbByte(0xc0 | (unit >> 6));
      absorbByte(0x80 | (unit & 0x3f));
    } else {
      const point = (unit & 0xf800) === 0xd800 ? surrogatePair(text, index) : unit;
      if (point > 0xffff) {
        index += 1;
        absorbByte(0xf0 | (point >> 18));
        absorbByte(0x80 | ((point >> 12) & 0x3f));
      } else {
        absorbByte(0xe0 | (point >> 12));
      }
      absorbByte(0x80 | ((point >> 6) & 0x3f));
      absorbByte(0x80 | (point & 0x3f));
    }
  }
}

function surrogatePair(text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0;
  return point > 0xffff ? point : 0xfffd;
}

function absorbByte(byte: number): void {
  const used = lengthBytes % blockBytes;
  const word = used >> 2;
  schedule[word] = (schedule[word] ?? 0) | (byte << (24 - ((used & 3) << 3)));
  lengthBytes += 1;
  if (used === blockBytes - 1) compress();
}

function finish(): void {
  const lengthBits = lengthBytes * 8;
  absorbByte(0x80);
  if (lengthBytes % blockBytes > blockBytes - 8) compress();
  schedule[14] = Math.floor(lengthBits / 0x100000000);
  schedule[15] = lengthBits | 0;
  compress();
}

/** One block: FIPS 180-4, section 6.1.2. Leaves an empty block behind. */
function compress(): void {
  for (let t = 16; t < 80; t += 1) {
    const word =
      (schedule[t - 3] as number) ^
      (schedule[t - 8] as number) ^
      (schedule[t - 14] as number) ^
      (schedule[t - 16] as number);
    schedule[t] = (word << 1) | (word >>> 31);
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  for (let t = 0; t < 80; t += 1) {
    const mixed =
      t < 20
        ? ((b & c) | (~b & d)) + 0x5a827999
        : t < 40
          ? (b ^ c ^ d) + 0x6ed9eba1
          : t < 60
            ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
            : (b ^ c ^ d) + 0xca62c1d6;
    const next = (((a << 5) | (a >>> 27)) + mixed + e + (schedule[t] as number)) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
  schedule.fill(0, 0, 16);
}
