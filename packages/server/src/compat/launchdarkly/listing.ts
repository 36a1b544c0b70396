import type { LaunchDarklySegment } from '@latchkey/engine/launchdarkly';

/** Which segments list a context, found by its kind and key instead of in every segment's list. */
export type Listing = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

const addressOf = (kind: string, key: string): string => `${kind}/${key}`;

export function listingOf(segments: ReadonlyMap<string, LaunchDarklySegment>): Listing {
  const listing = new Map<string, Map<string, boolean>>();
  const list = (segment: string, kind: string, keys: readonly string[], isIncluded: boolean): void => {
    for (const key of keys) {
      const address = addressOf(kind, key);
      const known = listing.get(address) ?? new Map<string, boolean>();
      listing.set(address, known.set(segment, isIncluded));
    }
  };
  for (const [key, { included, excluded, includedContexts, excludedContexts }] of segments) {
    list(key, 'user', excluded ?? [], false);
    list(key, 'user', included ?? [], true);
    for (const { contextKind, values } of excludedContexts ?? [])
      list(key, contextKind ?? 'user', values ?? [], false);
    for (const { contextKind, values } of includedContexts ?? [])
      list(key, contextKind ?? 'user', values ?? [], true);
  }
  return listing;
}

/** Of all the kinds of a context together: to be listed under one is to be a member, whatever another says. */
export function membershipsOf(
  listing: Listing,
  keys: ReadonlyMap<string, string>,
): ReadonlyMap<string, boolean> {
  const memberships = new Map<string, boolean>();
  for (const [kind, key] of keys) {
    for (const [segment, isIncluded] of listing.get(addressOf(kind, key)) ?? [])
      memberships.set(segment, isIncluded || memberships.get(segment) === true);
  }
  return memberships;
}
