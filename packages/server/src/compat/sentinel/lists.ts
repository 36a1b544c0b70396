import type { Answer, Query } from './endpoint.ts';
import { ok } from './endpoint.ts';
import { invalid } from './failure.ts';

/** A query parameter that is given once. */
export function single(query: Query, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  throw invalid(`${name} must be given once.`, name);
}

function wholeNumber(query: Query, name: string, usual: number, least: number, most: number): number {
  const written = single(query, name);
  if (written === null) return usual;
  const value = Number(written);
  if (/^\d{1,9}$/.test(written) && value >= least && value <= most) return value;
  throw invalid(`${name} must be a whole number from ${least} to ${most}.`, name);
}

export interface Page {
  /** Records to skip. */
  readonly first: number;
  readonly size: number;
}

export const pageAsked = (query: Query): Page => ({
  first: wholeNumber(query, 'pageStartIndex', 0, 0, 10_000_000),
  size: wholeNumber(query, 'pageSize', 200, 1, 200),
});

/** How values are compared: contains, exact or starts with, and exact unless said. */
export type Pattern = 'contains' | 'exact' | 'starts';

export function patternAsked(query: Query): Pattern {
  const asked = single(query, 'searchPattern') ?? '1';
  const pattern = ({ '0': 'contains', '1': 'exact', '2': 'starts' } as const)[asked];
  if (pattern) return pattern;
  throw invalid('searchPattern must be 0 (contains), 1 (exact) or 2 (starts with).', 'searchPattern');
}

const everywhere = ['pageStartIndex', 'pageSize', 'searchPattern', 'sortByAsc', 'sortByDesc'];

/** Parameters that would be passed over are named instead. */
export function assertKnown(query: Query, filters: readonly string[]): void {
  const unknown = Object.keys(query).find((name) => !everywhere.includes(name) && !filters.includes(name));
  if (unknown === undefined) return;
  const known = [...filters, ...everywhere].join(', ');
  throw invalid(`${unknown} cannot be searched by here; ${known} can.`, unknown);
}

/** The values of a filter: up to fifty, separated by commas; null when it is not asked for. */
export function wanted(query: Query, name: string): readonly string[] | null {
  const written = single(query, name);
  if (written === null) return null;
  const values = written.split(',').map((value) => value.trim());
  if (values.length <= 50) return values;
  throw invalid(`${name} takes at most 50 values.`, name);
}

type Field<Item> = (item: Item) => string | readonly string[];

/** Items of a catalogue, narrowed and sorted by the fields that it can be searched by. */
export function searched<Item>(
  items: readonly Item[],
  query: Query,
  fields: Readonly<Record<string, Field<Item>>>,
): readonly Item[] {
  assertKnown(query, Object.keys(fields));
  const pattern = patternAsked(query);
  const conditions = Object.entries(fields).flatMap(([name, read]) => {
    const values = wanted(query, name);
    return values === null
      ? []
      : [(item: Item) => [read(item)].flat().some((own) => fits(own, values, pattern))];
  });
  const fitting = items.filter((item) => conditions.every((condition) => condition(item)));
  return sorted(fitting, query, fields);
}

function fits(own: string, values: readonly string[], pattern: Pattern): boolean {
  const text = own.toLowerCase();
  return values.some((value) => {
    if (pattern === 'exact') return own === value;
    return pattern === 'starts' ? text.startsWith(value.toLowerCase()) : text.includes(value.toLowerCase());
  });
}

function sorted<Item>(
  items: readonly Item[],
  query: Query,
  fields: Readonly<Record<string, Field<Item>>>,
): readonly Item[] {
  const up = single(query, 'sortByAsc');
  const name = up ?? single(query, 'sortByDesc');
  if (name === null) return items;
  const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!read) throw invalid(`These are sorted by ${Object.keys(fields).join(', ')}, not by ${name}.`);
  const sign = up === null ? -1 : 1;
  const keyed = (item: Item): string => [read(item)].flat().join(',');
  return items.toSorted((a, b) => (keyed(a) < keyed(b) ? -sign : keyed(a) > keyed(b) ? sign : 0));
}

/** A list as the protocol writes it: counted, and without the inner array when it is empty. */
export const listed = <Item>(name: string, items: readonly Item[], count = items.length) => ({
  count,
  ...(items.length > 0 && { [name]: items }),
});

/** One page of a list that is all there. `count` is of all that fit. */
export function pageOf<Item>(
  [plural, one]: readonly [string, string],
  items: readonly Item[],
  query: Query,
  show: (item: Item) => unknown,
): Answer {
  const { first, size } = pageAsked(query);
  return ok({ [plural]: listed(one, items.slice(first, first + size).map(show), items.length) });
}
