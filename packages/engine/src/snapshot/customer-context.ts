import type { CustomerSnapshot, JsonValue } from '@latchkey/model';
import { type PreparedContext, prepareContext } from '../flags/context.ts';

/** One or several kinds with key and attributes, as LaunchDarkly's SDKs write it; also their old users without `kind`. */
export type EvaluationContext = { readonly [attribute: string]: unknown };

/** The customer's own part of every context, prepared once. */
export interface OwnContext {
  readonly attributes: { readonly [attribute: string]: JsonValue };
  readonly lookups: { readonly memberships: ReadonlyMap<string, boolean> };
  /** For questions that name nobody else; null for a customer without a key. */
  readonly alone: PreparedContext | null;
}

/** The customer as flag rules see it: kind `customer`, its key, name, tags and attributes, and the segments that list it. */
export function ownContextOf({
  key,
  customer,
  segments,
}: Pick<CustomerSnapshot, 'key' | 'customer' | 'segments'>): OwnContext {
  const known: { readonly [name: string]: JsonValue } =
    customer === null ? {} : { ...customer.attributes, name: customer.name, tags: customer.tags };
  const attributes = { ...known, key };
  const lookups = { memberships: new Map(Object.entries(segments)) };
  return { attributes, lookups, alone: prepareContext({ ...attributes, kind: 'customer' }, lookups) };
}

/**
 * The caller's context together with the customer. About the customer, what we know overrules what the caller says:
 * an application cannot talk itself into another country. Null when the caller's context is not valid.
 */
export function prepareQuestionContext(
  own: OwnContext,
  asked: EvaluationContext | undefined,
): PreparedContext | null {
  if (asked === undefined) return own.alone;
  const prepared = prepareContext(asked);
  if (prepared === null || own.alone === null) return null;
  const { lookups } = own;
  const said = prepared.kind === 'customer' ? prepared.attributes : prepared.parts?.get('customer');
  const attributes = said === undefined ? own.attributes : { ...said, ...own.attributes };
  if (prepared.kind === 'customer') return { ...prepared, attributes, lookups };
  const parts = new Map(prepared.parts ?? [[prepared.kind, prepared.attributes]]);
  parts.set('customer', attributes);
  return { kind: 'multi', attributes: asked, parts, lookups };
}

/** The keys of the user and device that ask, as seats name them: `user/ada`. */
export function seatSubjectsOf(asked: EvaluationContext | undefined): readonly string[] {
  const prepared = asked === undefined ? null : prepareContext(asked);
  if (prepared === null) return [];
  const parts = prepared.parts ?? new Map([[prepared.kind, prepared.attributes]]);
  return ['user', 'device'].flatMap((kind) => {
    const key = parts.get(kind)?.['key'];
    return typeof key === 'string' ? [`${kind}/${key}`] : [];
  });
}
