/** Where a text stops being JSON, and what would have been right there. Lines and columns count from 1. */
export interface JsonFault {
  readonly position: number;
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

/**
 * Finds the first place at which `text` is not JSON (RFC 8259). The platform's parser says it only sometimes, and then
 * quotes the input. Called after a failed parse and after the depth was bounded, so it may recurse.
 */
export function findJsonFault(text: string): JsonFault | null {
  const scanner = new JsonScanner(text);
  const expected = scanner.document();
  if (expected === null) return null;
  const before = text.slice(0, scanner.position).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { position: scanner.position, line: before.length, column, expected };
}

const space = /[ \t\n\r]*/y;
/** Inside a text: anything from the space on, but for quotes and backslashes, and the escapes. */
const textToken = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const textStart = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const otherToken = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Reads along until something else was due; every method answers what that was, or null. */
class JsonScanner {
  position = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): string | null {
    return this.#value() ?? (this.#next() === '' ? null : 'the end of the body');
  }

  #value(): string | null {
    const next = this.#next();
    if (next === '{') return this.#members('}', () => this.#member());
    if (next === '[') return this.#members(']', () => this.#value());
    if (next === '"') return this.#string();
    return this.#take(otherToken) ? null : 'a value';
  }

  #members(end: string, member: () => string | null): string | null {
    this.position += 1;
    if (this.#next() === end) return this.#step();
    for (;;) {
      const expected = member();
      if (expected !== null) return expected;
      const next = this.#next();
      if (next === end) return this.#step();
      if (next !== ',') return `a comma or ${end}`;
      this.position += 1;
    }
  }

  #member(): string | null {
    if (this.#next() !== '"') return 'a field name in double quotes';
    const expected = this.#string();
    if (expected !== null) return expected;
    if (this.#next() !== ':') return 'a colon';
    this.position += 1;
    return this.#value();
  }

  #string(): string | null {
    if (this.#take(textToken)) return null;
    this.#take(textStart);
    return 'the end of a text, or an escape that JSON knows';
  }

  #step(): null {
    this.position += 1;
    return null;
  }

  #next(): string {
    this.#take(space);
    return this.#text.charAt(this.position);
  }

  #take(token: RegExp): boolean {
    token.lastIndex = this.position;
    const found = token.exec(this.#text);
    if (found) this.position += found[0].length;
    return found !== null;
  }
}
