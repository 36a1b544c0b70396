import { fc, test } from '@fast-check/vitest';
import type { DenialReason } from '@latchkey/model';
import { aContext, aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { check } from './check.ts';
import { evaluateGuardedFlag } from './guarded-flag.ts';

/** Denials that come after the flag has been asked: about the amount, the value or the seat. */
const afterTheFlag: ReadonlySet<string> = new Set<DenialReason>([
  'value_not_included',
  'no_seat',
  'seat_limit_reached',
  'limit_reached',
  'cap_reached',
]);

test.prop([aWorld, aContext, fc.constantFrom('exports', 'sso', 'reports')], lawRuns)(
  'a flag is on for exactly those whose check does not stop before or at it',
  ({ configuration, snapshot, now }, context, key) => {
    const compiled = compileConfiguration(configuration);
    const customer = compileCustomer(compiled, snapshot);
    const flagKey = compiled.features.get(key)?.flagKey ?? null;
    fc.pre(flagKey !== null);
    const { variationIndex, value } = evaluateGuardedFlag(compiled, customer, flagKey ?? '', context, now);
    const guard = compiled.flagsByKey.get(flagKey ?? '');
    const isOn =
      variationIndex !== null &&
      variationIndex !== guard?.targeting?.offVariation &&
      (guard?.flag.kind !== 'boolean' || value === true);
    const { allowed, reason } = check(compiled, customer, { feature: key, context }, now);
    expect(allowed || afterTheFlag.has(reason)).toBe(isOn);
  },
);

test.prop([aWorld, aContext, fc.constantFrom('exports', 'sso', 'reports')], lawRuns)(
  'who is not entitled gets the off variation, whatever the targeting says',
  ({ configuration, snapshot, now }, context, key) => {
    const compiled = compileConfiguration(configuration);
    const customer = compileCustomer(compiled, snapshot);
    const flagKey = compiled.features.get(key)?.flagKey ?? null;
    const { allowed, reason } = check(compiled, customer, { feature: key, context }, now);
    fc.pre(flagKey !== null && !allowed && reason !== 'not_rolled_out' && !afterTheFlag.has(reason));
    const targeting = configuration.targeting.find(({ flag }) => flag === flagKey);
    const answer = evaluateGuardedFlag(compiled, customer, flagKey ?? '', context, now);
    expect(answer.variationIndex).toBe(targeting?.offVariation);
  },
);
