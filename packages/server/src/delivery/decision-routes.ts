import { check, entitlements, explain, withMeters } from '@latchkey/engine';
import {
  CustomerKey,
  type Decision,
  FeatureKey,
  fromInstant,
  Instant,
  JsonValue,
  type Place,
} from '@latchkey/model';
import { z } from 'zod';
import { ProblemError } from '../kernel/changes/problem-error.ts';
import { type Route, read } from '../kernel/http/routes.ts';
import type { Reader } from '../kernel/store/database.ts';
import type { Recorder } from '../slices/insights/index.ts';
import { DecisionReply } from './decision-schema.ts';
import type { Delivery, World } from './delivery.ts';
import { liveMeters } from './live-meters.ts';

/** One context or several kinds of it, as flag platforms write them: `{kind: 'user', key: …, …}` or `{kind: 'multi', user: {…}}`. */
const Context = z.record(z.string().max(100), JsonValue);

const Question = z.strictObject({
  customer: CustomerKey,
  feature: FeatureKey,
  context: Context.optional(),
  quantity: z.number().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  value: JsonValue.optional(),
  explain: z.boolean().optional(),
});
type Question = z.infer<typeof Question>;

const batchMax = 100;
const Batch = z.strictObject({
  customers: z.array(CustomerKey).min(1).max(batchMax),
  features: z.array(FeatureKey).min(1).max(batchMax),
  context: Context.optional(),
});

const yes = z.enum(['0', '1', 'true', 'false']).transform((written) => written === '1' || written === 'true');

/** The questions that applications and people ask about rights. All are answered by the engine, from memory. */
export function decisionRoutes(delivery: Delivery, recorder: Recorder): readonly Route[] {
  /** An explanation is looked at by people; everything else is asked to act by it, and counts as use. */
  const counted = (
    place: Place,
    decision: Decision,
    { explain: why }: Pick<Question, 'explain'>,
  ): Decision => {
    if (!why) recorder.checked(place, decision);
    return decision;
  };
  return [
    read({
      scope: 'environment',
      path: '/customers/{customer}/entitlements',
      summary: 'What a customer has, feature by feature, and why',
      tag: 'Decisions',
      params: z.object({ customer: CustomerKey }),
      query: z.strictObject({ at: Instant.optional(), explain: yes.optional() }),
      action: 'entitlement.read',
      resource: ({ customer }) => `customer/${customer}`,
      reply: z.object({ items: z.array(DecisionReply), revision: z.int() }),
      async answer({ place, params, query, now }, db) {
        const world = await metered(db, place, await knownWorld(delivery, place, params.customer));
        const at = query.at === undefined ? now : fromInstant(query.at);
        const items = entitlements(world.configuration, world.customer, at, {
          explain: query.explain ?? false,
        });
        return { items: [...items], revision: revisionOf(world) };
      },
    }),
    read({
      method: 'POST',
      scope: 'environment',
      path: '/check',
      summary: 'May this customer use this feature?',
      tag: 'Decisions',
      body: Question,
      action: 'decision.read',
      resource: () => 'customer/*',
      reply: DecisionReply,
      async answer({ place, body, now }, db) {
        const question = body as Question;
        const world = await metered(db, place, await anyWorld(delivery, place, question.customer));
        return counted(place, decide(world, question, now), question);
      },
    }),
    read({
      method: 'POST',
      scope: 'environment',
      path: '/check/batch',
      summary: 'The same for up to 100 customers and 100 features at once',
      tag: 'Decisions',
      body: Batch,
      action: 'decision.read',
      resource: () => 'customer/*',
      reply: z.object({ items: z.array(DecisionReply) }),
      async answer({ place, body, now }, db) {
        const { customers, features, context } = body as z.infer<typeof Batch>;
        const items: Decision[] = [];
        const worlds = await Promise.all(customers.map((customer) => anyWorld(delivery, place, customer)));
        for (const world of await allMetered(db, place, worlds)) {
          const customer = world.customer.key;
          for (const feature of features)
            items.push(
              counted(place, decide(world, { customer, feature, ...(context && { context }) }, now), {}),
            );
        }
        return { items };
      },
    }),
  ];
}

function decide(
  world: World,
  { feature, context, quantity, value, explain: why }: Question,
  now: number,
): Decision {
  const question = {
    feature,
    ...(context && { context }),
    ...(quantity !== undefined && { quantity }),
    ...(value !== undefined && { value }),
  };
  return (why ? explain : check)(world.configuration, world.customer, question, now);
}

/** Both parts may be ahead of one another for a moment; the answer is as new as the newer. */
const revisionOf = ({ source, snapshot }: World): number => Math.max(source.revision, snapshot.revision);

async function anyWorld(delivery: Delivery, place: Place, customer: string): Promise<World> {
  const world = await delivery.world(place, customer);
  if (!world) throw new ProblemError('environment_unknown', 'There is no such environment.');
  return world;
}

/** Customers by what was counted of their meters by now, also on other nodes. */
async function allMetered(db: Reader, place: Place, worlds: readonly World[]): Promise<readonly World[]> {
  const [first] = worlds;
  if (first === undefined) return [];
  const keys = worlds.map(({ customer }) => customer.key);
  const meters = await liveMeters(db, place, first.configuration, keys);
  return worlds.map((world) => {
    const own = meters.get(world.customer.key);
    return own === undefined ? world : { ...world, customer: withMeters(world.customer, own) };
  });
}

const metered = async (db: Reader, place: Place, world: World): Promise<World> =>
  (await allMetered(db, place, [world]))[0] ?? world;

/** A page about a customer is about one that exists; a check also answers for those who do not, by the default plan. */
async function knownWorld(delivery: Delivery, place: Place, customer: string): Promise<World> {
  const world = await anyWorld(delivery, place, customer);
  if (world.snapshot.customer === null)
    throw new ProblemError('customer_unknown', 'There is no such customer.');
  return world;
}
