import {
  type CompiledCustomer,
  type Evaluation,
  type EvaluationContext,
  evaluateGuardedFlag,
  nextTransition,
} from '@latchkey/engine';
import { CustomerKey, type Place } from '@latchkey/model';
import type { Delivery } from '../../delivery/delivery.ts';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import { keysOf } from './contexts.ts';
import type { Edition } from './edition.ts';
import { membershipsOf } from './listing.ts';

export interface Asked {
  readonly place: Place;
  readonly context: EvaluationContext;
  readonly withReasons: boolean;
}

export interface Answers {
  readonly byFlag: ReadonlyMap<string, Evaluation>;
  /** The customer in the context and those it inherits from: whose changes may change the answers. */
  readonly customers: readonly string[];
  /** When the clock alone changes the answers, epoch milliseconds. */
  readonly until: number;
}

/** All flags that browsers may read, for one context, with the rights of the customer that is part of it. */
export async function evaluateAll(
  delivery: Delivery,
  edition: Edition,
  { place, context }: Asked,
  now: number,
): Promise<Answers> {
  const keys = keysOf(context);
  const named = CustomerKey.safeParse(keys.get('customer'));
  const world = named.success ? await delivery.world(place, named.data) : null;
  const configuration = world?.configuration ?? delivery.compiled(place);
  if (configuration === null) throw new ProblemError('unavailable', 'The environment is not ready yet.');
  const listed = membershipsOf(edition.listing, keys);
  const customer = world && whoIsListed(world.customer, listed);
  const answerOf = (flag: string): Evaluation => {
    const guarded = evaluateGuardedFlag(configuration, customer, flag, context, now);
    // Without a customer nobody's lists were asked; the edition has them, and no right stands in the way any more.
    return customer !== null || guarded.reason.kind === 'OFF'
      ? guarded
      : edition.evaluator.evaluate(flag, context, null);
  };
  const byFlag = new Map<string, Evaluation>();
  for (const [key, { clientSide }] of edition.projection.flags) {
    if (clientSide !== true) continue;
    const answer = answerOf(key);
    if (answer.reason.kind === 'ERROR' && answer.reason.errorKind === 'USER_NOT_SPECIFIED')
      throw new ProblemError('invalid_request', 'A context has a kind, and a key for every kind.');
    byFlag.set(key, answer);
  }
  return {
    byFlag,
    customers: world ? [world.snapshot.key, ...world.snapshot.ancestors] : [],
    until: world ? nextTransition(configuration, world.customer, now) : Number.POSITIVE_INFINITY,
  };
}

/** For flag rules the lists of the user and device count too; for the customer's rights only those of the customer. */
function whoIsListed(customer: CompiledCustomer, listed: ReadonlyMap<string, boolean>): CompiledCustomer {
  if (listed.size === 0) return customer;
  const memberships = new Map(listed);
  for (const [segment, isIncluded] of Object.entries(customer.snapshot.segments))
    memberships.set(segment, isIncluded || memberships.get(segment) === true);
  return { ...customer, ownContext: { ...customer.ownContext, lookups: { memberships } } };
}

/** As client-side SDKs read it, by flag key. */
export function bodyOfAnswers(
  { byFlag }: Answers,
  { items, version }: Edition,
  { withReasons }: Asked,
): string {
  const results = [...byFlag].map(([key, { value, variationIndex, reason }]) => [
    key,
    {
      value,
      ...(variationIndex !== null && { variation: variationIndex }),
      version,
      flagVersion: items.flags.get(key)?.version ?? version,
      trackEvents: false,
      ...(withReasons && { reason }),
    },
  ]);
  return JSON.stringify(Object.fromEntries(results));
}

/** As the oldest SDKs read it: the values alone. */
export const valuesOfAnswers = ({ byFlag }: Answers): string =>
  JSON.stringify(Object.fromEntries([...byFlag].map(([key, { value }]) => [key, value])));
