import {
  type AnyMutation,
  dayMilliseconds,
  fromInstant,
  type Instant,
  programmeSource,
  type ResourceKind,
  type Resources,
} from '@latchkey/model';
import { subjectsOf } from '../ledger/subjects.ts';
import type { Computed } from './compute.ts';

/** What one operation of a change does, in the figures that guardrails look at. Beyond any figure is `Infinity`. */
export interface Deed {
  readonly action: string;
  /** Of the thing itself and of the features that it concerns; the origin of a grant is `origin:trial`. */
  readonly tags: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
  readonly customers: ReadonlySet<string>;
  /** The longest that anything gets, in days, or that its end moves on. */
  readonly days: number;
  readonly quantity: number;
}

type TagsOfFeature = (key: string) => readonly string[];

export const deedsOf = (computed: readonly Computed[], tagsOfFeature: TagsOfFeature): readonly Deed[] =>
  computed.map((one) => deedOf(one, tagsOfFeature));

/** The features that a change concerns, whose tags are to be loaded. */
export const featuresOf = (computed: readonly Computed[]): readonly string[] => [
  ...new Set(
    computed.flatMap(({ recorded }) => recorded.flatMap(({ mutation }) => aboutOf(mutation).feature ?? [])),
  ),
];

function deedOf({ call, recorded, tagsBefore, tagsAfter }: Computed, tagsOfFeature: TagsOfFeature): Deed {
  const mutations = recorded.map(({ mutation }) => mutation);
  const abouts = mutations.map(aboutOf);
  const features = new Set(abouts.flatMap(({ feature }) => feature ?? []));
  return {
    action: call.operation.kind,
    tags: new Set([...tagsBefore, ...tagsAfter, ...[...features].flatMap(tagsOfFeature)]),
    features,
    customers: new Set(abouts.flatMap(({ customer }) => customer ?? [])),
    ...added(mutations),
  };
}

const aboutOf = ({ resource, before, after }: AnyMutation) =>
  subjectsOf(resource, (after ?? before) as never);

/** Something given for a time, under a name that stays when it is extended or replaced. */
interface Term {
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly quantity: number;
}

type TermsOf = { readonly [K in ResourceKind]?: (resource: Resources[K]) => readonly Term[] };

const termsOf: TermsOf = {
  grant: ({ lineageId: name, effect, revokedAt, from, to, value, unlimited }) => {
    if (effect === 'deny' || effect === 'cap' || revokedAt !== null) return [];
    const amount = typeof value === 'number' ? value : 0;
    return [{ name, from, to, quantity: unlimited ? Number.POSITIVE_INFINITY : amount }];
  },
  programme: ({ id: name, from, to }) => [{ name, from, to, quantity: 0 }],
  // What a programme issued lasts as long as the programme, which says so itself; a bridge to a purchase is no gift.
  subscription: ({ state, items, source }) =>
    state === 'closed'
      ? []
      : items
          .filter((item) => item.state !== 'closed')
          .map(({ pkId: name, from, to, quantity }) =>
            source.system === programmeSource
              ? { name, from, to: from, quantity }
              : { name, from, to, quantity },
          ),
};

function termsIn(mutation: AnyMutation, side: 'before' | 'after'): readonly Term[] {
  const body = mutation[side];
  const terms = termsOf[mutation.resource] as ((resource: unknown) => readonly Term[]) | undefined;
  return body === null || !terms ? [] : terms(body);
}

/** What the afters give beyond what the befores gave. */
function added(mutations: readonly AnyMutation[]): Pick<Deed, 'days' | 'quantity'> {
  const befores = new Map(
    mutations.flatMap((one) => termsIn(one, 'before')).map((term) => [term.name, term]),
  );
  let days = 0;
  let quantity = 0;
  for (const term of mutations.flatMap((one) => termsIn(one, 'after'))) {
    const before = befores.get(term.name);
    days = Math.max(days, before ? daysBetween(before.to, term.to) : daysBetween(term.from, term.to));
    quantity += Math.max(0, before ? difference(before.quantity, term.quantity) : term.quantity);
  }
  return { days, quantity };
}

/** From a moment to another; no end is later than any end, and not later than no end. */
function daysBetween(from: Instant | null, to: Instant | null): number {
  if (from === null) return 0;
  if (to === null) return Number.POSITIVE_INFINITY;
  return (fromInstant(to) - fromInstant(from)) / dayMilliseconds;
}

const difference = (before: number, after: number): number => (before === after ? 0 : after - before);
