import type { BigSegmentsStatus } from './evaluation.ts';

/** Attributes of one kind of a context, as the caller gave them. Read, never copied or changed. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A context that was found valid, in the form the evaluator reads. Prepare once, evaluate many flags. */
export type PreparedContext = {
  /** `multi` when there are several kinds. */
  readonly kind: string;
  readonly attributes: Attributes;
  /** Null when there is one kind only. */
  readonly parts: ReadonlyMap<string, Attributes> | null;
  readonly lookups: ContextLookups | null;
};

/** What is known about the context outside of it. */
export type ContextLookups = {
  /**
   * Segments whose members are kept as rows: true is in, false is explicitly out, undefined leaves it to what the
   * segment itself lists and to its rules. A Map from segment key serves.
   */
  readonly memberships?: { get(segmentKey: string): boolean | undefined };
  readonly bigSegments?: BigSegments;
};

/**
 * Asks the store of big segments about one context key. `membership` maps `<segment key>.g<generation>` to in or out;
 * null when the store knows nothing of this key. A throw counts as `STORE_ERROR`.
 */
export type BigSegments = (contextKey: string) => {
  readonly status: BigSegmentsStatus;
  readonly membership: Readonly<Record<string, boolean>> | null;
};

/** Null when the context is not valid: every flag then answers `USER_NOT_SPECIFIED`. */
export function prepareContext(
  context: unknown,
  lookups: ContextLookups | null = null,
): PreparedContext | null {
  if (typeof context !== 'object' || context === null) return null;
  const attributes = context as Attributes;
  const kind = attributes['kind'];
  if (kind === undefined || kind === null) return fromLegacyUser(attributes, lookups);
  if (typeof kind !== 'string') return null;
  if (kind === 'multi') return fromManyKinds(attributes, lookups);
  if (!isKind(kind) || !isKey(attributes['key'])) return null;
  return { kind, attributes, parts: null, lookups };
}

const isKey = (key: unknown): boolean => typeof key === 'string' && key !== '';
const isKind = (kind: string): boolean => kind === 'user' || (kind !== 'kind' && /^[\w.-]+$/.test(kind));

function fromManyKinds(context: Attributes, lookups: ContextLookups | null): PreparedContext | null {
  const parts = new Map<string, Attributes>();
  for (const kind of Object.keys(context)) {
    if (kind === 'kind') continue;
    const part = context[kind];
    if (!isKind(kind) || typeof part !== 'object' || part === null || Array.isArray(part)) return null;
    const attributes = part as Attributes;
    if (!isKey(attributes['key'])) return null;
    parts.set(kind, attributes);
  }
  const [only] = parts;
  if (only === undefined) return null;
  if (parts.size > 1) return { kind: 'multi', attributes: context, parts, lookups };
  const [kind, attributes] = only;
  return { kind, attributes: { ...attributes, kind }, parts: null, lookups };
}

const builtInAttributes = ['name', 'ip', 'firstName', 'lastName', 'email', 'avatar', 'country'];

/** A user without `kind`, from the time before contexts: attributes of its own lie under `custom`. */
function fromLegacyUser(user: Attributes, lookups: ContextLookups | null): PreparedContext | null {
  const key = textOf(user['key']);
  if (key === null) return null;
  const attributes: Record<string, unknown> = { ...Object(user['custom'] ?? {}), kind: 'user', key };
  if (isGiven(user['anonymous'])) attributes['anonymous'] = Boolean(user['anonymous']);
  for (const name of builtInAttributes) if (isGiven(user[name])) attributes[name] = user[name];
  if (isGiven(user['privateAttributeNames'])) {
    attributes['_meta'] = { privateAttributes: user['privateAttributeNames'] };
  }
  return { kind: 'user', attributes, parts: null, lookups };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Legacy keys may be of any type, even empty. Null for what has no text. */
function textOf(key: unknown): string | null {
  if (!isGiven(key)) return null;
  try {
    return String(key);
  } catch {
    return null; // an object without toString is no key
  }
}

/** The attributes of one kind, or undefined when the context has no such kind. */
export function partOf(context: PreparedContext, kind: string): Attributes | undefined {
  if (context.parts !== null) return context.parts.get(kind);
  return context.kind === kind ? context.attributes : undefined;
}

/** The key of one kind, or undefined when the context has no such kind. */
export function keyOf(context: PreparedContext, kind: string): string | undefined {
  return partOf(context, kind)?.['key'] as string | undefined;
}

/** What the attribute `kind` answers: the only kind, or the list of them. */
export function kindsOf(context: PreparedContext): string | readonly string[] {
  return context.parts === null ? context.kind : [...context.parts.keys()];
}
