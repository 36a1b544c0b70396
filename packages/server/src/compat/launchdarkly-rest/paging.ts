import type { Query } from './endpoint.ts';
import { invalid } from './failure.ts';
import { type Links, link } from './links.ts';

export interface Collection<Item> {
  readonly items: readonly Item[];
  readonly totalCount: number;
  readonly _links: Links;
}

/** The value of a query parameter that is given once. */
export function single(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`${name} must be given once.`);
}

/** A parameter that may be given several times, or once with commas. */
export function many(query: Query, name: string): readonly string[] {
  const value = query[name];
  const all = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return all.flatMap((one) => one.split(',')).filter((one) => one !== '');
}

export function integer(query: Query, name: string, usual: number, least: number, most: number): number {
  const value = single(query, name);
  if (value === undefined || value === '') return usual;
  const read = Number(value);
  if (Number.isInteger(read) && read >= least && read <= most) return read;
  throw invalid(`${name} must be a whole number from ${least} to ${most}.`);
}

export interface PageAsked {
  readonly limit: number;
  readonly offset: number;
}

export const pageAsked = (query: Query, usual = 20, most = 1000): PageAsked => ({
  limit: integer(query, 'limit', usual, 1, most),
  offset: integer(query, 'offset', 0, 0, 1_000_000),
});

export const onePage = <Item>(items: readonly Item[], { limit, offset }: PageAsked): readonly Item[] =>
  items.slice(offset, offset + limit);

/** One page with its count, and links to those pages beside it that exist. */
export function collection<Item>(
  items: readonly Item[],
  totalCount: number,
  path: string,
  query: Query,
  { limit, offset }: PageAsked,
): Collection<Item> {
  const at = (from: number) => link(`${path}?${written({ ...query, limit: `${limit}`, offset: `${from}` })}`);
  const lastOffset = Math.floor(Math.max(0, totalCount - 1) / limit) * limit;
  const asked = written(query);
  return {
    items,
    totalCount,
    _links: {
      self: link(asked === '' ? path : `${path}?${asked}`),
      ...(offset > 0 && { first: at(0), prev: at(Math.max(0, offset - limit)) }),
      ...(offset + limit < totalCount && { next: at(offset + limit), last: at(lastOffset) }),
    },
  };
}

const written = (query: Query): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  ).toString();

/** Sorts by a list of fields with commas between them, `-` before a field for descending. Unknown fields are named. */
export function sorted<Item>(
  items: readonly Item[],
  asked: string | undefined,
  fields: Readonly<Record<string, (item: Item) => string | number>>,
): readonly Item[] {
  if (asked === undefined || asked === '') return items;
  const keys = asked.split(',').map((written) => {
    const name = written.replace(/^-/, '');
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!read) throw invalid(`sort takes ${Object.keys(fields).join(', ')}, with - before for descending.`);
    return { read, sign: written.startsWith('-') ? -1 : 1 };
  });
  return items.toSorted((one, other) => {
    for (const { read, sign } of keys) {
      const [a, b] = [read(one), read(other)];
      if (a !== b) return a < b ? -sign : sign;
    }
    return 0;
  });
}
