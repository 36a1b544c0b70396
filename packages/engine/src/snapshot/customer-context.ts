import type { CustomerSnapshot, JsonValue } from '@latchkey/model';
import { type PreparedContext, prepareContext } from '../flags/context.ts';

/** One or several kinds with key and attributes, as LaunchDarkly's SDKs write it; also their old users without `kind`. */
export type EvaluationContext = { readonly [attribute: string]: unknown };

/** The customer as flag rules see it: kind `customer`, its key, name, tags and attributes. */
export function contextOfCustomer({ key, customer }: Pick<CustomerSnapshot, 'key' | 'customer'>) {
  const known: { readonly [name: string]: JsonValue } =
    customer === null ? {} : { ...customer.attributes, name: customer.name, tags: customer.tags };
  return { ...known, kind: 'customer', key };
}

/**
 * The caller's context together with the customer. About the customer, what we know overrules what the caller says:
 * an application cannot talk itself into another country. Null when the caller's context is not valid.
 */
export function prepareQuestionContext(
  snapshot: Pick<CustomerSnapshot, 'key' | 'customer' | 'segments'>,
  asked: EvaluationContext | undefined,
): PreparedContext | null {
  const lookups = { memberships: new Map(Object.entries(snapshot.segments)) };
  const ours = contextOfCustomer(snapshot);
  if (asked === undefined) return prepareContext(ours, lookups);
  const prepared = prepareContext(asked);
  if (prepared === null) return null;
  const parts = prepared.parts ?? new Map([[prepared.kind, prepared.attributes]]);
  const customer = { ...parts.get('customer'), ...ours };
  if (parts.size === 1 && parts.has('customer')) return prepareContext(customer, lookups);
  return prepareContext({ ...Object.fromEntries(parts), kind: 'multi', customer }, lookups);
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
