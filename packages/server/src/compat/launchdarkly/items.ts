import type { Projection } from './projection.ts';

type ItemKind = 'flags' | 'segments';

/** A flag or segment as it is sent: its text without the version, which is the first field. */
interface Item {
  readonly version: number;
  readonly text: string;
}

export interface Items {
  readonly flags: ReadonlyMap<string, Item>;
  readonly segments: ReadonlyMap<string, Item>;
}

/** What a reader who has the items before must be told to have the items after. */
export type ItemChange =
  | { readonly kind: ItemKind; readonly key: string; readonly body: string }
  | { readonly kind: ItemKind; readonly key: string; readonly deletedAt: number };

const kinds = ['segments', 'flags'] as const;

/** What has changed gets the version, which SDKs want to be greater than any they have seen; the rest keeps its own. */
export function succeed(
  before: Items | null,
  after: Projection,
  version: number,
): { readonly items: Items; readonly changes: readonly ItemChange[] } {
  const changes: ItemChange[] = [];
  const next: Record<ItemKind, Map<string, Item>> = { flags: new Map(), segments: new Map() };
  for (const kind of kinds) {
    for (const [key, { version: _, ...rest }] of after[kind]) {
      const text = JSON.stringify(rest);
      const known = before?.[kind].get(key);
      const item = known?.text === text ? known : { version, text };
      next[kind].set(key, item);
      if (item !== known) changes.push({ kind, key, body: bodyOf(item) });
    }
    for (const key of before?.[kind].keys() ?? []) {
      if (!next[kind].has(key)) changes.push({ kind, key, deletedAt: version });
    }
  }
  return { items: next, changes };
}

/** Both maps, as a poll answers them and a `put` carries them. */
export const bodyOfAll = ({ flags, segments }: Items): string =>
  `{"flags":${bodyOfMap(flags)},"segments":${bodyOfMap(segments)}}`;

export const bodyOfMap = (items: ReadonlyMap<string, Item>): string =>
  `{${[...items].map(([key, item]) => `${JSON.stringify(key)}:${bodyOf(item)}`).join(',')}}`;

export const bodyOf = ({ version, text }: Item): string => `{"version":${version},${text.slice(1)}`;
