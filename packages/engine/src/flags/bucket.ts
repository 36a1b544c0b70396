import { type AttributeReference, asPropertyName, readAttribute } from './attribute.ts';
import type { PreparedContext } from './context.ts';
import { type Sha1Prefix, sha1, sha1Prefix } from './sha1.ts';

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
  return { contextKind: asPropertyName(by.contextKind), attribute: by.attribute, prefix: sha1Prefix(prefix) };
}

/**
 * Which share the context falls into: the first whose upper end lies above the context's bucket, a number from 0 to 1.
 * As many as there are shares when it falls past the last. A context without a text or whole number to go by has bucket 0.
 */
export function shareOf(
  { contextKind, attribute, prefix }: Bucketing,
  upTo: readonly number[],
  context: PreparedContext,
): number {
  // The bucket stays in this function: handed out, it would be allocated as an object of 16 bytes.
  let bucket = 0;
  // `kind` is a list of kinds, and lists have no bucket.
  const value = attribute.special === 'kind' ? null : readAttribute(context, contextKind, attribute);
  if (typeof value === 'string' || Number.isInteger(value)) {
    const words = sha1(prefix, String(value));
    // The first 60 bits, rounded to a double as `parseInt` rounds 15 hexadecimal digits.
    bucket = (((words[0] as number) >>> 0) * 2 ** 28 + ((words[1] as number) >>> 4)) / 2 ** 60;
  }
  for (let index = 0; index < upTo.length; index += 1) {
    if (bucket < (upTo[index] as number)) return index;
  }
  return upTo.length;
}
