import { randomUUID } from 'node:crypto';
import type { EvaluationContext } from '@latchkey/engine';
import {
  dayMilliseconds,
  fromInstant,
  type JsonValue,
  type MeterReading,
  type Place,
  type UsageEvent,
} from '@latchkey/model';
import type { Delivery, World } from '../delivery/delivery.ts';
import { liveMeters } from '../delivery/live-meters.ts';
import { ProblemError } from '../kernel/changes/problem-error.ts';
import { count, type Route, read } from '../kernel/http/routes.ts';
import type { Database } from '../kernel/store/database.ts';
import type { Answer, Ask } from './ask.ts';
import type { UsageDesk } from './desk.ts';
import { thresholds, usageHistory } from './history.ts';
import { decideWith, meterWith } from './metered.ts';
import { endReservation, knownReservation, reserve } from './reservations.ts';
import {
  Asked,
  AskedThresholds,
  Consume,
  Consumed,
  Ended,
  History,
  Meters,
  OfCustomer,
  OneMeter,
  OneReservation,
  Release,
  Report,
  Reported,
  ReservationView,
  Reserve,
  Reserved,
  Settle,
  Thresholds,
} from './schemas.ts';

const tag = 'Usage';
const scope = 'environment';
/** Whose use it is stands in the body; everybody who may count may count for all customers. */
const everyCustomer = () => 'customer/*';
const ofCustomer = ({ customer }: { readonly customer: string }) => `customer/${customer}`;

/** Older use is history that nobody bills any more; newer than now it cannot be, but clocks differ. */
const oldestDays = 400;
const aheadMilliseconds = 5 * 60_000;

interface UsageDeps {
  readonly db: Database;
  readonly delivery: Delivery;
  readonly desk: UsageDesk;
}

export function usageRoutes({ db, delivery, desk }: UsageDeps): readonly Route[] {
  const worldOf = async (place: Place, customer: string): Promise<World> => {
    const world = await delivery.world(place, customer);
    if (!world) throw new ProblemError('environment_unknown', 'There is no such environment.');
    return world;
  };
  const askOf = async (place: Place, said: Said): Promise<Ask | Refused> => {
    const { configuration, customer, snapshot } = await worldOf(place, said.customer);
    if (snapshot.customer === null)
      return { refused: 'customer_unknown', detail: 'There is no such customer.', field: 'customer' };
    const feature = configuration.features.get(said.feature);
    if (feature === undefined)
      return { refused: 'feature_unknown', detail: 'There is no such feature.', field: 'feature' };
    if (feature.kind !== 'meter')
      return {
        refused: 'not_metered',
        detail: `${feature.name} is no meter: there is nothing to count.`,
        field: 'feature',
      };
    const { kind, key, quantity, at, context, dimensions = {}, corrects = null } = said;
    return { kind, key, configuration, customer, feature, quantity, at, context, dimensions, corrects };
  };
  const knownAsk = async (place: Place, said: Said): Promise<Ask> => {
    const ask = await askOf(place, said);
    if (!('refused' in ask)) return ask;
    throw new ProblemError(ask.refused, ask.detail, {}, [{ pointer: `#/${ask.field}`, detail: ask.detail }]);
  };

  return [
    count({
      scope,
      path: '/consume',
      summary: 'Use some of a meter, if the rules allow it',
      tag,
      body: Consume,
      action: 'usage.consume',
      resource: everyCustomer,
      reply: Consumed,
      async answer({ place, body: { idempotencyKey = randomUUID(), ...said }, now }) {
        const ask = await knownAsk(place, { ...said, kind: 'consumed', key: idempotencyKey, at: now });
        return consumedOf(await desk.count(place, ask), ask.quantity);
      },
    }),
    count({
      scope,
      path: '/usage/events',
      summary: `Report what was used already, up to ${1000} events at once`,
      tag,
      body: Report,
      action: 'usage.report',
      resource: everyCustomer,
      reply: Reported,
      async answer({ place, body: { events, mode }, now }) {
        const asks = await Promise.all(
          events.map((event) => outOfRange(event, now) ?? askOf(place, reportedOf(event, now))),
        );
        const able = asks.filter((ask): ask is Ask => !('refused' in ask));
        const nothing = mode === 'all' && able.length < asks.length;
        const answers = nothing ? [] : await desk.countBatch(place, able, mode === 'all');
        const isUndone = nothing || (mode === 'all' && answers.some(({ status }) => status === 'refused'));
        return reportedAs(events, asks, new Map(able.map((ask, index) => [ask, answers[index]])), isUndone);
      },
      bodyBytesMax: 4 * 1024 * 1024,
    }),
    count({
      scope,
      path: '/reservations',
      summary: 'Hold some of a meter until it is known how much is used',
      tag,
      body: Reserve,
      action: 'usage.consume',
      resource: everyCustomer,
      reply: Reserved,
      status: 201,
      async answer({ place, body, now }) {
        const { idempotencyKey = randomUUID(), expiresInSeconds, ...said } = body;
        const ask = await knownAsk(place, { ...said, kind: 'consumed', key: idempotencyKey, at: now });
        const { decision, ...held } = await reserve(
          db,
          place,
          { ...ask, id: `res_${randomUUID()}`, expiresAt: now + expiresInSeconds * 1000 },
          now,
        );
        return { ...held, decision: { ...decision } };
      },
    }),
    read({
      scope,
      path: '/reservations/{reservation}',
      summary: 'What became of what was held',
      tag,
      params: OneReservation,
      action: 'usage.read',
      resource: everyCustomer,
      reply: ReservationView,
      answer: ({ place, params }, reader) => knownReservation(reader, place, params.reservation),
    }),
    count({
      scope,
      path: '/reservations/{reservation}/settle',
      summary: 'Count what was really used of what is held, once',
      tag,
      params: OneReservation,
      body: Settle,
      action: 'usage.consume',
      resource: everyCustomer,
      reply: Ended,
      async answer({ place, params, body: { quantity }, now }) {
        const held = await knownReservation(db.reader, place, params.reservation);
        const use =
          quantity === 0
            ? null
            : await knownAsk(place, {
                customer: held.customer,
                feature: held.feature,
                kind: 'reported',
                key: `reservation ${params.reservation}`,
                quantity,
                at: now,
              });
        return endReservation(db, place, params.reservation, { status: 'settled', use, quantity }, now);
      },
    }),
    count({
      scope,
      path: '/reservations/{reservation}/release',
      summary: 'Give back what is held, unused',
      tag,
      params: OneReservation,
      body: Release,
      action: 'usage.consume',
      resource: everyCustomer,
      reply: Ended,
      answer: ({ place, params, now }) =>
        endReservation(db, place, params.reservation, { status: 'released' }, now),
    }),
    read({
      scope,
      path: '/customers/{customer}/usage',
      summary: 'How a customer’s meters stand, allowance by allowance',
      tag,
      params: OfCustomer,
      action: 'usage.read',
      resource: ofCustomer,
      reply: Meters,
      async answer({ place, params, now }, reader) {
        const { configuration, customer, snapshot } = await worldOf(place, params.customer);
        if (snapshot.customer === null)
          throw new ProblemError('customer_unknown', 'There is no such customer.');
        const states = (await liveMeters(reader, place, configuration, [params.customer])).get(
          params.customer,
        );
        const metered = [...configuration.features.values()].filter(({ kind }) => kind === 'meter');
        return {
          items: metered.map((feature) => {
            const state = states?.get(feature.key) ?? { counters: {} };
            const one = { configuration, customer, feature };
            const { key, name, unit } = feature;
            const buckets = meterWith(one, state, now).standings();
            return { feature: key, name, unit, decision: { ...decideWith(one, state, {}, now) }, buckets };
          }),
        };
      },
    }),
    read({
      scope,
      path: '/customers/{customer}/usage/{feature}',
      summary: 'What a customer used of a feature over time',
      tag,
      params: OneMeter,
      query: Asked,
      action: 'usage.read',
      resource: ofCustomer,
      reply: History,
      async answer({ place, params: { customer, feature }, query: { from, to, every }, now }, reader) {
        const end = to === undefined ? now + 1 : fromInstant(to);
        const start = from === undefined ? end - 30 * dayMilliseconds : fromInstant(from);
        return {
          items: await usageHistory(reader, place, { customer, feature, from: start, to: end, every }),
        };
      },
    }),
    read({
      scope,
      path: '/usage/thresholds',
      summary: 'Who came near the end of an allowance, or to it',
      tag,
      query: AskedThresholds,
      action: 'usage.read',
      resource: everyCustomer,
      reply: Thresholds,
      async answer({ place, query: { customer, open = false } }, reader) {
        return { items: await thresholds(reader, place, { customer, open, limit: 200 }) };
      },
    }),
  ];
}

interface Said {
  readonly kind: Ask['kind'];
  readonly key: string;
  readonly customer: string;
  readonly feature: string;
  readonly quantity: number;
  readonly at: number;
  readonly context?: EvaluationContext | undefined;
  readonly dimensions?: { readonly [name: string]: JsonValue } | undefined;
  readonly corrects?: string | undefined;
}

interface Refused {
  readonly refused: Extract<Answer, { readonly status: 'refused' }>['code'];
  readonly detail: string;
  readonly field: string;
}

function outOfRange({ at }: UsageEvent, now: number): Refused | null {
  if (at === undefined) return null;
  const moment = fromInstant(at);
  if (moment <= now + aheadMilliseconds && moment >= now - oldestDays * dayMilliseconds) return null;
  return {
    refused: 'usage_event_time',
    detail: `must be within the last ${oldestDays} days, and not in the future`,
    field: 'at',
  };
}

/** A clock that is a little ahead reports from the future; it was used now. */
const reportedOf = ({ at, ...event }: UsageEvent, now: number): Said => ({
  ...event,
  kind: 'reported',
  at: at === undefined ? now : Math.min(fromInstant(at), now),
});

function consumedOf(answer: Answer, quantity: number) {
  if (answer.status === 'refused') throw new ProblemError(answer.code, answer.detail);
  const { decision, status, meter } = answer;
  return {
    ...decision,
    meter,
    consumed: status === 'denied' ? 0 : quantity,
    overage: status === 'counted' ? answer.overage : 0,
    duplicate: status === 'duplicate',
  };
}

function reportedAs(
  events: readonly UsageEvent[],
  asks: readonly (Ask | Refused)[],
  answers: ReadonlyMap<Ask, Answer | undefined>,
  isUndone: boolean,
) {
  const items = events.map(({ key }, index) => {
    const ask = asks[index];
    if (ask !== undefined && 'refused' in ask)
      return { key, status: 'refused' as const, overage: 0, code: ask.refused, detail: ask.detail };
    const answer = ask === undefined ? undefined : answers.get(ask);
    if (answer?.status === 'refused')
      return { key, status: 'refused' as const, overage: 0, code: answer.code, detail: answer.detail };
    if (isUndone)
      return {
        key,
        status: 'refused' as const,
        overage: 0,
        detail: 'Another event of the batch was refused.',
      };
    const isNew = answer?.status === 'counted';
    return {
      key,
      status: isNew ? ('counted' as const) : ('duplicate' as const),
      overage: isNew ? answer.overage : 0,
    };
  });
  const of = (status: string): number => items.filter((item) => item.status === status).length;
  const meters = isUndone ? [] : metersOf(answers);
  return { counted: of('counted'), duplicates: of('duplicate'), refused: of('refused'), meters, items };
}

/** How each meter stands that something was counted of. */
function metersOf(answers: ReadonlyMap<Ask, Answer | undefined>) {
  const meters = new Map<string, { customer: string; feature: string; meter: MeterReading }>();
  for (const [{ customer, feature }, answer] of answers) {
    if (answer === undefined || answer.status === 'refused') continue;
    const { meter } = answer;
    meters.set(`${customer.key} ${feature.key}`, { customer: customer.key, feature: feature.key, meter });
  }
  return [...meters.values()];
}
