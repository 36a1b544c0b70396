import { invalid } from './failure.ts';

/** One condition of a `filter`: `tags:a+b` or `tags anyOf ["a","b"]`. */
export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
}

/**
 * Reads both ways in which LaunchDarkly writes filters, conditions with commas between them, all of which must hold:
 * `query:dark,tags:a+b,creationDate:{"before":1}` and `tags anyOf ["a","b"],query equals "x"`.
 */
export function readFilter(written: string | undefined): readonly Condition[] {
  if (written === undefined || written.trim() === '') return [];
  return splitOutside(written, ',').map((part) => readCondition(part.trim()));
}

function readCondition(part: string): Condition {
  const pair = /^([A-Za-z]+):(.*)$/s.exec(part);
  if (pair) return { field: pair[1] ?? '', operator: 'is', value: pairValue(pair[2] ?? '') };
  const spoken = /^([A-Za-z]+) ([A-Za-z]+) (.+)$/s.exec(part);
  if (spoken) {
    return { field: spoken[1] ?? '', operator: spoken[2] ?? '', value: jsonValue(spoken[3] ?? '') };
  }
  throw invalid('filter is a list of field:value, or of field operator value, with commas between them.');
}

const pairValue = (text: string): unknown => (/^[{["]/.test(text) ? jsonValue(text) : text);

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid(`filter: ${text.slice(0, 100)} is not a value in JSON.`);
  }
}

/** Splits where the separator is not inside quotes, brackets or braces. */
function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted && sign === '\\') at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '[' || sign === '{' || sign === '(') depth += 1;
    else if (sign === ']' || sign === '}' || sign === ')') depth -= 1;
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

export type Tests<Item> = Readonly<Record<string, (condition: Condition) => (item: Item) => boolean>>;

/** Those items that every condition holds for. A field that nobody knows is refused, not passed over. */
export function filtered<Item>(
  items: readonly Item[],
  written: string | undefined,
  tests: Tests<Item>,
): readonly Item[] {
  const conditions = readFilter(written).map((condition) => {
    const test = Object.hasOwn(tests, condition.field) ? tests[condition.field] : undefined;
    if (!test) throw invalid(`filter takes ${Object.keys(tests).join(', ')}, not ${condition.field}.`);
    return test(condition);
  });
  return items.filter((item) => conditions.every((holds) => holds(item)));
}

export const textOf = ({ field, value }: Condition): string => {
  if (typeof value === 'string') return value;
  throw invalid(`filter: ${field} takes a text.`);
};

/** A part of the name or the key, whatever the case. */
export const byQuery =
  <Item>(words: (item: Item) => string) =>
  (condition: Condition) => {
    const part = textOf(condition).toLowerCase();
    return (item: Item): boolean => words(item).toLowerCase().includes(part);
  };

/** `a+b`, `["a","b"]` with `allOf`: all of them; `a|b`, `anyOf`: one of them; `contains`: this one. */
export const byTags =
  <Item>(tags: (item: Item) => readonly string[]) =>
  ({ operator, value }: Condition) => {
    const isAny = operator === 'anyOf' || (typeof value === 'string' && value.includes('|'));
    const wanted = Array.isArray(value) ? value.map(String) : String(value).split(isAny ? '|' : '+');
    return (item: Item): boolean => {
      const own = tags(item);
      const has = (tag: string): boolean => own.includes(tag);
      return isAny ? wanted.some(has) : wanted.every(has);
    };
  };

/** One of several words. */
export const byWord =
  <Item>(words: Readonly<Record<string, (item: Item) => boolean>>) =>
  (condition: Condition) => {
    const asked = textOf(condition).split('|');
    const holds = asked.map((word) => {
      const test = Object.hasOwn(words, word) ? words[word] : undefined;
      if (!test) throw invalid(`filter: ${condition.field} is one of ${Object.keys(words).join(', ')}.`);
      return test;
    });
    return (item: Item): boolean => holds.some((test) => test(item));
  };
