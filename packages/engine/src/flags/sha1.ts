import { absorbBlock } from './sha1-block.ts';

/**
 * SHA-1 of texts that begin with a known prefix, for bucketing.
 * Synchronous and in plain JavaScript, because evaluation never waits and runs in browsers too; the prefix is absorbed
 * once, when flags are compiled. Not for secrets.
 */
export type Sha1Prefix = {
  /** Hash state after the whole blocks of the prefix. */
  readonly state: readonly number[];
  /** The begun words of the begun block: few, and beside one another in memory. */
  readonly block: readonly number[];
  readonly lengthBytes: number;
};

// Scratch space, in use only during one synchronous call.
const state = new Int32Array(5);
const block = new Int32Array(16);
let lengthBytes = 0;

export function sha1Prefix(text: string): Sha1Prefix {
  begin({ state: initialState, block: [], lengthBytes: 0 });
  absorb(text);
  const begun = ((lengthBytes & 63) + 3) >> 2;
  const whole = lengthBytes < 64 ? initialState : [...state];
  return { state: whole, block: [...block.subarray(0, begun)], lengthBytes };
}

/** SHA-1(prefix + text in UTF-8) as five words, which the next call overwrites: nothing is allocated. */
export function sha1(prefix: Sha1Prefix, text: string): Int32Array {
  begin(prefix);
  if (!absorbShort(text)) {
    begin(prefix);
    absorb(text);
    finish();
  }
  return state;
}

/**
 * Most texts are short and of ASCII only, so that they end in the block that the prefix has begun: those need no look at
 * where they are. False for others: the block is then spoilt.
 */
function absorbShort(text: string): boolean {
  const begun = lengthBytes & 63;
  if (begun + text.length > 55) return false;
  let position = begun;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) return false;
    const word = position >> 2;
    block[word] = (block[word] as number) | (unit << ((~position & 3) << 3));
    position += 1;
  }
  const word = position >> 2;
  block[word] = (block[word] as number) | (0x80 << ((~position & 3) << 3));
  block[15] = (lengthBytes + text.length) << 3;
  absorbBlock(state, block);
  return true;
}

const initialState = [...Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)];

function begin(prefix: Sha1Prefix): void {
  const begun = prefix.block.length;
  // Copied by hand: `set` costs 30 ns a call.
  for (let index = 0; index < 5; index += 1) state[index] = prefix.state[index] as number;
  for (let index = 0; index < begun; index += 1) block[index] = prefix.block[index] as number;
  for (let index = begun; index < 16; index += 1) block[index] = 0;
  lengthBytes = prefix.lengthBytes;
}

/** Text as UTF-8; half of a surrogate pair on its own becomes U+FFFD, as every encoder does it. */
function absorb(text: string): void {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) absorbByte(unit);
    else if (absorbWide(text, index) > 0xffff) index += 1;
  }
}

function absorbWide(text: string, index: number): number {
  const read = text.codePointAt(index) as number;
  const point = (read & ~0x7ff) === 0xd800 ? 0xfffd : read;
  if (point < 0x800) {
    absorbByte(0xc0 | (point >> 6));
  } else {
    if (point > 0xffff) {
      absorbByte(0xf0 | (point >> 18));
      absorbByte(0x80 | ((point >> 12) & 0x3f));
    } else {
      absorbByte(0xe0 | (point >> 12));
    }
    absorbByte(0x80 | ((point >> 6) & 0x3f));
  }
  absorbByte(0x80 | (point & 0x3f));
  return point;
}

function absorbByte(byte: number): void {
  const word = (lengthBytes & 63) >> 2;
  block[word] = (block[word] as number) | (byte << ((~lengthBytes & 3) << 3));
  lengthBytes += 1;
  if ((lengthBytes & 63) === 0) nextBlock();
}

function finish(): void {
  const lengthBits = lengthBytes * 8;
  absorbByte(0x80);
  if ((lengthBytes & 63) > 56) nextBlock();
  block[14] = Math.floor(lengthBits / 0x100000000);
  block[15] = lengthBits | 0;
  absorbBlock(state, block);
}

function nextBlock(): void {
  absorbBlock(state, block);
  block.fill(0);
}
