import { givenBack } from '@latchkey/engine';
import { fromInstant, type Milliseconds, type Place, type Portion, toInstant } from '@latchkey/model';
import type { Tx } from '../kernel/store/database.ts';
import { readPrepared, writePrepared } from '../kernel/store/prepared.ts';
import type { Answer, Ask } from './ask.ts';
import { decideWith, meterWith, withFigures } from './metered.ts';
import { nameOf, type OpenMeter, openMeters } from './open-meters.ts';
import { type KnownEvent, keepCounted, keepThresholds, knownEvents } from './statements.ts';
import { levelOf } from './thresholds.ts';

interface Counted {
  readonly ask: Ask;
  readonly portions: readonly Portion[];
  readonly overage: number;
}

/** An event of before this transaction, or of earlier in it. */
interface Known {
  readonly customer: string;
  readonly feature: string;
  readonly quantity: number;
  readonly at: Milliseconds;
  readonly portions: readonly Portion[];
  correctedBy: string | null;
}

/**
 * Counts what is asked, one after the other, under the locks of their meters: the rules of the engine decide on what was
 * counted last, on whichever node. Whoever calls commits all of it or nothing.
 */
export async function countTogether(
  tx: Tx,
  place: Place,
  asks: readonly Ask[],
  now: Milliseconds,
): Promise<readonly Answer[]> {
  const meters = await openMeters(tx, place, asks, now);
  const known = await knownOf(tx, place, asks);
  const counted: Counted[] = [];
  const outcomes = asks.map((ask) => {
    const meter = meters.get(nameOf(ask.customer.key, ask.feature.key));
    if (meter === undefined) throw new Error('a meter was not locked');
    return { meter, outcome: countOne(ask, meter, known, counted, now) };
  });
  await keep(tx, place, { counted, known, meters, now });
  return outcomes.map(({ outcome, meter: { state, version } }) =>
    outcome.status === 'refused' ? outcome : { ...outcome, meter: { ...state, version } },
  );
}

type Refused = Extract<Answer, { status: 'refused' }>;
/** An answer before it is known what the others in the same transaction count. */
type Outcome<A extends Answer = Exclude<Answer, Refused>> = A extends unknown ? Omit<A, 'meter'> : never;

function countOne(
  ask: Ask,
  meter: OpenMeter,
  known: Map<string, Known>,
  counted: Counted[],
  now: Milliseconds,
): Outcome | Refused {
  const { key, quantity, context, corrects } = ask;
  const metered = { ...meter, customer: ask.customer, configuration: ask.configuration };
  const before = known.get(key);
  if (before !== undefined) {
    const isSame =
      before.customer === ask.customer.key &&
      before.feature === ask.feature.key &&
      before.quantity === quantity;
    if (!isSame)
      return refused(
        'idempotency_mismatch',
        'The key was used for a different customer, feature or quantity.',
      );
    return {
      status: 'duplicate',
      decision: decideWith(metered, meter.state, { context }, now),
    };
  }
  let { state } = meter;
  if (corrects !== null) {
    const taken = known.get(corrects);
    if (taken === undefined || taken.customer !== ask.customer.key || taken.feature !== ask.feature.key)
      return refused(
        'usage_event_unknown',
        'No event of this customer and feature has the key to be corrected.',
      );
    if (taken.correctedBy !== null)
      return refused('usage_event_corrected', 'That event was corrected already; correct the correction.');
    taken.correctedBy = key;
    state = givenBack(state, taken.portions, 'used');
  }
  const decision = decideWith(metered, state, { quantity, context }, now);
  if (ask.kind === 'consumed' && !decision.allowed) return { status: 'denied', decision };
  const meterNow = meterWith(metered, state, ask.at);
  const taking =
    quantity === 0
      ? { denied: null, portions: [], overage: 0, state }
      : ask.kind === 'consumed'
        ? meterNow.take(quantity)
        : meterNow.count(quantity);
  // The decision asked the same rule of the same state.
  if (taking.denied !== null) throw new Error(`allowed and denied at once: ${taking.denied}`);
  const { portions, overage } = taking;
  meter.state = taking.state;
  counted.push({ ask, portions, overage });
  known.set(key, {
    customer: ask.customer.key,
    feature: ask.feature.key,
    quantity,
    at: ask.at,
    portions,
    correctedBy: null,
  });
  return {
    status: 'counted',
    decision: withFigures(decision, metered, meter.state, now),
    overage,
  };
}

const refused = (code: Refused['code'], detail: string): Refused => ({
  status: 'refused',
  code,
  detail,
});

async function knownOf(
  tx: Tx,
  { project, environment }: Place,
  asks: readonly Ask[],
): Promise<Map<string, Known>> {
  const keys = [
    ...new Set(asks.flatMap(({ key, corrects }) => (corrects === null ? [key] : [key, corrects]))),
  ];
  const rows = await readPrepared<KnownEvent>(tx, knownEvents, [project, environment, keys]);
  return new Map(
    rows.map(({ key, customer, feature, quantity, at, portions, corrected_by }) => [
      key,
      {
        customer,
        feature,
        quantity: Number(quantity),
        at: fromInstant(at),
        portions,
        correctedBy: corrected_by,
      },
    ]),
  );
}

interface Work {
  readonly counted: readonly Counted[];
  readonly known: ReadonlyMap<string, Known>;
  readonly meters: ReadonlyMap<string, OpenMeter>;
  readonly now: Milliseconds;
}

async function keep(tx: Tx, { project, environment }: Place, work: Work): Promise<void> {
  const { counted, known, meters, now } = work;
  if (counted.length === 0) return;
  const events = counted.map(({ ask, portions, overage }) => ({
    key: ask.key,
    customer: ask.customer.key,
    feature: ask.feature.key,
    kind: ask.kind,
    quantity: ask.quantity,
    at: toInstant(ask.at),
    dimensions: ask.dimensions,
    portions,
    overage,
    corrects: ask.corrects,
    corrected_by: known.get(ask.key)?.correctedBy ?? null,
  }));
  const touched = new Set(counted.map(({ ask }) => nameOf(ask.customer.key, ask.feature.key)));
  const standing = [...meters]
    .filter(([name]) => touched.has(name))
    .map(([, meter]) => standingOf(meter, now));
  await writePrepared(tx, keepCounted, [
    project,
    environment,
    JSON.stringify(events),
    JSON.stringify(hoursOf(counted, known)),
    JSON.stringify(standing),
    toInstant(now),
  ]);
  const moved = standing.filter(({ before, level }) => before !== level);
  if (moved.length > 0)
    await writePrepared(tx, keepThresholds, [
      project,
      environment,
      JSON.stringify(moved.map(({ level, ...each }) => ({ ...each, now: level }))),
      toInstant(now),
    ]);
}

function standingOf(meter: OpenMeter, now: Milliseconds) {
  const summary = meterWith(meter, meter.state, now).summary();
  return {
    customer: meter.customer.key,
    feature: meter.feature.key,
    state: meter.state,
    level: levelOf(summary),
    before: meter.levelBefore,
    resets_at: summary.resetAt === null ? null : toInstant(summary.resetAt),
    used: summary.used,
    limited_to: summary.limit === 'unlimited' ? 0 : summary.limit,
  };
}

const hour = 3_600_000;

/** What to add to each hour's sum; a correction takes its event out of the hour that it was counted in. */
function hoursOf(counted: readonly Counted[], known: ReadonlyMap<string, Known>) {
  const hours = new Map<
    string,
    { customer: string; feature: string; hour: string; quantity: number; events: number }
  >();
  const add = (
    customer: string,
    feature: string,
    at: Milliseconds,
    quantity: number,
    events: number,
  ): void => {
    const begins = toInstant(Math.floor(at / hour) * hour);
    const name = `${nameOf(customer, feature)} ${begins}`;
    const sum = hours.get(name) ?? { customer, feature, hour: begins, quantity: 0, events: 0 };
    hours.set(name, {
      ...sum,
      // Amounts have six decimals at most: rounding there takes away what adding in binary leaves.
      quantity: Math.round((sum.quantity + quantity) * 1e6) / 1e6,
      events: sum.events + events,
    });
  };
  for (const { ask } of counted) {
    const { customer, feature, quantity, at, corrects } = ask;
    add(customer.key, feature.key, at, quantity, 1);
    const corrected = corrects === null ? undefined : known.get(corrects);
    if (corrected !== undefined) add(customer.key, feature.key, corrected.at, -corrected.quantity, -1);
  }
  return [...hours.values()];
}
