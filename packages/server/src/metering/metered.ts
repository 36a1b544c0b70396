import {
  type CompiledConfiguration,
  type CompiledCustomer,
  check,
  type EvaluationContext,
  type Meter,
  meterOf,
  withMeters,
  worldOf,
} from '@latchkey/engine';
import type { Decision, Feature, MeterState, Milliseconds } from '@latchkey/model';

/** One metered feature of one customer: whose rules ask what was counted. */
export interface Metered {
  readonly configuration: CompiledConfiguration;
  readonly customer: CompiledCustomer;
  readonly feature: Feature;
}

interface Asked {
  readonly quantity?: number;
  readonly context?: EvaluationContext | undefined;
}

const counting = ({ customer, feature }: Metered, state: MeterState): CompiledCustomer =>
  withMeters(customer, new Map([[feature.key, state]]));

export function meterWith(metered: Metered, state: MeterState, at: Milliseconds): Meter {
  const { configuration, feature } = metered;
  const meter = meterOf(worldOf(configuration, counting(metered, state), feature, at));
  if (meter === null) throw new Error(`${feature.key} is not metered`);
  return meter;
}

/** May they, by what was counted; and how the meter stands. */
export const decideWith = (
  metered: Metered,
  state: MeterState,
  { quantity, context }: Asked,
  now: Milliseconds,
): Decision =>
  check(
    metered.configuration,
    counting(metered, state),
    { feature: metered.feature.key, quantity, context },
    now,
  );

/** The answer to a request, with the figures as they are after it. */
export function withFigures(
  answer: Decision,
  metered: Metered,
  state: MeterState,
  now: Milliseconds,
): Decision {
  const { limit, used, reserved, remaining, resetAt } = meterWith(metered, state, now).summary();
  if (answer.limit === null) return answer;
  return {
    ...answer,
    limit,
    used,
    reserved,
    remaining,
    resetAt: resetAt === null ? null : new Date(resetAt).toISOString(),
  };
}
