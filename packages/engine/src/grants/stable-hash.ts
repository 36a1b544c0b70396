/**
 * 64 bits of a text as 16 hexadecimal digits, the same everywhere and for ever: ids of derived grants, and with them
 * counters, hang on it. Two 32-bit lanes of multiply-and-rotate as in MurmurHash3; no secret is protected by it.
 */
export function stableHash(text: string): string {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(rotate(high ^ unit, 13), 0xcc9e2d51);
    low = Math.imul(rotate(low ^ unit, 17), 0x1b873593);
  }
  return hex(finish(high ^ Math.imul(low, 5))) + hex(finish(low ^ Math.imul(high, 7)));
}

const rotate = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));

function finish(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hex = (bits: number): string => bits.toString(16).padStart(8, '0');
