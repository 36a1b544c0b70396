import type { CustomerSnapshot, JsonValue, Milliseconds } from '@latchkey/model';
import { type Attributes, type PreparedContext, prepareContext } from '../flags/context.ts';
import { factOf } from './fact-names.ts';
import type { FactsOverTime } from './facts.ts';

/** One or several kinds with key and attributes, as LaunchDarkly's SDKs write it; also their old users without `kind`. */
export type EvaluationContext = { readonly [attribute: string]: unknown };

/** The customer's own part of every context. */
export interface OwnContext {
  readonly lookups: { readonly memberships: ReadonlyMap<string, boolean> };
  /** Prepared once for every stretch of time in which it stays the same. */
  readonly at: (now: Milliseconds) => OwnPart;
}

interface OwnPart {
  readonly attributes: { readonly [attribute: string]: JsonValue };
  /** For questions that name nobody else; null for a customer without a key. */
  readonly alone: PreparedContext | null;
}

/**
 * The customer as flag rules see it: kind `customer`, its key, name, tags and attributes, what is a fact about it at the
 * moment, and the segments that list it. `facts` is null where no rule asks for any.
 */
export function ownContextOf(
  { key, customer, segments }: Pick<CustomerSnapshot, 'key' | 'customer' | 'segments'>,
  facts: FactsOverTime | null,
): OwnContext {
  const known: { readonly [name: string]: JsonValue } =
    customer === null ? {} : { ...customer.attributes, name: customer.name, tags: customer.tags };
  const lookups = { memberships: new Map(Object.entries(segments)) };
  const partOf = (factsNow: { readonly [fact: string]: JsonValue }): OwnPart => {
    const attributes = { ...withoutFacts(known), ...factsNow, key };
    return { attributes, alone: prepareContext({ ...attributes, kind: 'customer' }, lookups) };
  };
  if (facts === null) {
    const always = partOf({});
    return { lookups, at: () => always };
  }
  const parts: OwnPart[] = [];
  return {
    lookups,
    at(now) {
      const stretch = facts.stretchOf(now);
      const part = parts[stretch] ?? partOf(facts.at(now));
      parts[stretch] = part;
      return part;
    },
  };
}

/**
 * The caller's context together with the customer. About the customer, what we know overrules what the caller says:
 * an application cannot talk itself into another country. Null when the caller's context is not valid.
 */
export function prepareQuestionContext(
  { at, lookups }: OwnContext,
  asked: EvaluationContext | undefined,
  now: Milliseconds,
): PreparedContext | null {
  const own = at(now);
  const { alone } = own;
  if (asked === undefined || alone === null)
    return alone === null || alone.lookups === lookups ? alone : { ...alone, lookups };
  const prepared = prepareContext(asked);
  if (prepared === null) return null;
  const said = saidOfCustomer(prepared);
  const attributes = said === undefined ? own.attributes : { ...withoutFacts(said), ...own.attributes };
  if (prepared.kind === 'customer') return { ...prepared, attributes, lookups };
  const parts = new Map(prepared.parts ?? [[prepared.kind, prepared.attributes]]);
  parts.set('customer', attributes);
  return { kind: 'multi', attributes: asked, parts, lookups };
}

/** A context that names no customer of ours. Whatever it says of one, facts are not for it to say. */
export function prepareStrangersContext(
  asked: EvaluationContext | undefined,
  lookups: OwnContext['lookups'] | null = null,
): PreparedContext | null {
  const prepared = prepareContext(asked, lookups);
  const said = prepared === null ? undefined : saidOfCustomer(prepared);
  if (prepared === null || said === undefined) return prepared;
  const attributes = withoutFacts(said);
  if (prepared.parts === null) return { ...prepared, attributes };
  return { ...prepared, parts: new Map(prepared.parts).set('customer', attributes) };
}

const saidOfCustomer = (prepared: PreparedContext): Attributes | undefined =>
  prepared.kind === 'customer' ? prepared.attributes : prepared.parts?.get('customer');

function withoutFacts<Named extends Attributes>(attributes: Named): Named {
  if (!Object.keys(attributes).some(isFact)) return attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !isFact(name))) as Named;
}

const isFact = (name: string): boolean => factOf(name) !== null;

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
