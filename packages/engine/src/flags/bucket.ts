import { type AttributeReference, readAttribute } from './attribute.ts';
import type { PreparedContext } from './context.ts';
import { type Sha1Prefix, sha1First60Bits, sha1Prefix } from './sha1.ts';

/** By what contexts are spread, and the hash that spreads them. */
export type Bucketing = {
  readonly contextKind: string;
  readonly attribute: AttributeReference;
  readonly prefix: Sha1Prefix;
};

/** A seed replaces key and salt, so that several flags can share their buckets. */
export function bucketing(by: {
  readonly contextKind: string;
  readonly attribute: AttributeReference;
  readonly key: string;
  readonly salt: string | null | undefined;
  readonly seed?: number | null | undefined;
}): Bucketing {
  const prefix = by.seed ? `${Number(by.seed)}.` : `${by.key}.${by.salt || ''}.`;
  return { contextKind: by.contextKind, attribute: by.attribute, prefix: sha1Prefix(prefix) };
}

/** Where the context lies between 0 and 1. Zero when it has no text and no whole number to go by. */
export function bucketOf({ contextKind, attribute, prefix }: Bucketing, context: PreparedContext): number {
  // `kind` is a list of kinds, and lists have no bucket.
  if (attribute.special === 'kind') return 0;
  const value = readAttribute(context, contextKind, attribute);
  if (typeof value === 'string') return sha1First60Bits(prefix, value) / range;
  return Number.isInteger(value) ? sha1First60Bits(prefix, String(value)) / range : 0;
}

const range = 2 ** 60;
