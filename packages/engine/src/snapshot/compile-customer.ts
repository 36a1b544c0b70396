import type { CustomerSnapshot, Feature, MeterState } from '@latchkey/model';
import { evaluateFlag } from '../flags/evaluate.ts';
import type { DatedGrant } from '../grants/dated-grant.ts';
import { type Holding, holdingsOf } from '../grants/holdings.ts';
import { grantsInScope } from '../grants/in-scope.ts';
import { allOfTime, type Span } from '../grants/span.ts';
import { SeatsOverTime } from '../seats/seats-over-time.ts';
import type { CompiledConfiguration } from './compile-configuration.ts';
import { type OwnContext, ownContextOf } from './customer-context.ts';
import { FactsOverTime } from './facts.ts';
import { siftSnapshot } from './sift.ts';
import { Timeline } from './timeline.ts';

/** One customer under one configuration, ready for any question at any time. */
export interface CompiledCustomer {
  readonly configuration: CompiledConfiguration;
  /** As it was given; `snapshot` is without what cannot be read of it. */
  readonly source: CustomerSnapshot;
  readonly snapshot: CustomerSnapshot;
  readonly key: string;
  /** The greater of the two revisions that the answers rest on. */
  readonly revision: number;
  readonly holdings: readonly Holding[];
  readonly grantsByFeature: ReadonlyMap<string, readonly DatedGrant[]>;
  readonly seatsByItem: ReadonlyMap<string, SeatsOverTime>;
  /** What was counted, by metered feature. */
  readonly meters: ReadonlyMap<string, MeterState>;
  readonly facts: FactsOverTime;
  readonly ownContext: OwnContext;
  /** Kept as questions come; see `timelineOf`. */
  readonly timelines: Map<string, Timeline>;
}

/** Total: what cannot be read of a snapshot is left out. */
export function compileCustomer(
  configuration: CompiledConfiguration,
  source: CustomerSnapshot,
): CompiledCustomer {
  const snapshot = siftSnapshot(source);
  const holdings = holdingsOf(configuration, snapshot);
  const facts = new FactsOverTime(snapshot, holdings);
  const { factsAsked, memberships } = configuration;
  const isAnythingAsked = factsAsked.flags.size + factsAsked.segments.size > 0;
  const ownContext = ownContextOf(snapshot, isAnythingAsked ? facts : null);
  const spansIn = (segment: string): readonly Span[] => {
    const spans = factsAsked.segments.has(segment) ? facts.spans : [allOfTime];
    return spans.filter(
      ({ from }) => evaluateFlag(memberships, segment, ownContext.at(from).alone).value === true,
    );
  };
  const grantsByFeature = new Map<string, DatedGrant[]>();
  for (const grant of grantsInScope(configuration, snapshot, holdings, spansIn)) {
    const others = grantsByFeature.get(grant.feature);
    if (others === undefined) grantsByFeature.set(grant.feature, [grant]);
    else others.push(grant);
  }
  return {
    configuration,
    source,
    snapshot,
    key: snapshot.key,
    revision: Math.max(configuration.source.revision, snapshot.revision),
    holdings,
    grantsByFeature,
    seatsByItem: new Map(snapshot.seats.map((use) => [use.pkId, new SeatsOverTime(use)])),
    meters: new Map(Object.entries(snapshot.meters ?? {})),
    facts,
    ownContext,
    timelines: new Map(),
  };
}

/** The same customer by what was counted since. Everything else of it is kept as it was compiled. */
export const withMeters = (
  customer: CompiledCustomer,
  meters: ReadonlyMap<string, MeterState>,
): CompiledCustomer => ({ ...customer, meters });

/** A customer that nobody has told us of: it has the default plan, if there is one. */
export const unknownCustomer = (configuration: CompiledConfiguration, key: string): CompiledCustomer =>
  compileCustomer(configuration, {
    epoch: configuration.source.epoch,
    revision: configuration.source.revision,
    customer: null,
    key,
    ancestors: [],
    segments: {},
    subscriptions: [],
    grants: [],
    seats: [],
  });

/** What the passing of time does to the customer's right to a feature. Made at the first question about it. */
export function timelineOf(customer: CompiledCustomer, feature: Feature): Timeline {
  const known = customer.timelines.get(feature.key);
  if (known !== undefined) return known;
  const timeline = new Timeline(feature, customer);
  customer.timelines.set(feature.key, timeline);
  return timeline;
}
