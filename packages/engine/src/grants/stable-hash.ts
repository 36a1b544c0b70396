/**
 * 64 bits of a text as 16 hexadecimal digits, the same everywhere and for ever: ids of derived grants, and with them
 * counters, hang on it. Two 32-bit lanes of multiply-and-rotate as in MurmurHash3; no secret is protected by it.
 */
export const stableHash = (text: string): string => stableHashAfter('')(text);

/** For many texts that begin alike, of which the beginning is read once: `stableHash` of it and the rest together. */
export function stableHashAfter(beginning: string): (rest: string) => string {
  const start = read(beginning, { high: 0x9e3779b9, low: 0x85ebca6b });
  return (rest) => {
    const { high, low } = read(rest, start);
    return hex(finish(high ^ Math.imul(low, 5))) + hex(finish(low ^ Math.imul(high, 7)));
  };
}

interface Lanes {
  readonly high: number;
  readonly low: number;
}

function read(text: string, { high, low }: Lanes): Lanes {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(rotate(high ^ unit, 13), 0xcc9e2d51);
    low = Math.imul(rotate(low ^ unit, 17), 0x1b873593);
  }
  return { high, low };
}

const rotate = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));

function finish(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** By pairs of digits: to have a number written in hexadecimal takes seven times as long. */
const hex = (bits: number): string =>
  `${pairs[bits >>> 24]}${pairs[(bits >>> 16) & 255]}${pairs[(bits >>> 8) & 255]}${pairs[bits & 255]}`;

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
