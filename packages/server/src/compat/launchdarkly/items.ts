import type { Projection } from './projection.ts';

type ItemKind = 'flags' | 'segments';

/** A flag or segment as it is sent: its text without the version, which is the first field. */
interface Item {
  readonly version: number;
  readonly text: string;
  /** What was written; the same value need not be written again to be found the same. */
  readonly source: object;
}

export interface Items {
  readonly flags: ReadonlyMap<string, Item>;
  readonly segments: ReadonlyMap<string, Item>;
}

/** What a reader who has the items before must be told to have the items after. */
export type ItemChange =
  | { readonly kind: ItemKind; readonly key: string; readonly item: Item }
  | { readonly kind: ItemKind; readonly key: string; readonly deletedAt: number };

/** Segments first: who has a flag before its segment would answer for a moment as if nobody were in it. */
const kinds = ['segments', 'flags'] as const;

/** What has changed gets the version, which SDKs want to be greater than any they have seen; the rest keeps its own. */
export function succeed(
  before: Items | null,
  { flags, segments, cohorts }: Projection,
  version: number,
): { readonly items: Items; readonly changes: readonly ItemChange[] } {
  const after = { flags, segments: new Map<string, object>([...segments, ...cohorts]) };
  const changes: ItemChange[] = [];
  const gone: ItemChange[] = [];
  const next: Record<ItemKind, Map<string, Item>> = { flags: new Map(), segments: new Map() };
  for (const kind of kinds) {
    for (const [key, source] of after[kind]) {
      const known = before?.[kind].get(key);
      const item = known?.source === source ? known : written(known, source, version);
      next[kind].set(key, item);
      if (item.version !== known?.version) changes.push({ kind, key, item });
    }
    for (const key of before?.[kind].keys() ?? []) {
      if (!next[kind].has(key)) gone.push({ kind, key, deletedAt: version });
    }
  }
  return { items: next, changes: [...changes, ...gone] };
}

function written(known: Item | undefined, source: object, version: number): Item {
  const { version: _, ...rest } = source as { readonly version?: number };
  const text = JSON.stringify(rest);
  return known?.text === text ? { ...known, source } : { version, text, source };
}

/** Both maps, as a poll answers them and a `put` carries them. */
export const bodyOfAll = ({ flags, segments }: Items): string =>
  `{"flags":${bodyOfMap(flags)},"segments":${bodyOfMap(segments)}}`;

export const bodyOfMap = (items: ReadonlyMap<string, Item>): string =>
  `{${[...items].map(([key, item]) => `${JSON.stringify(key)}:${bodyOf(item)}`).join(',')}}`;

export const bodyOf = ({ version, text }: Pick<Item, 'version' | 'text'>): string =>
  `{"version":${version},${text.slice(1)}`;
