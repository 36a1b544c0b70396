import { test } from '@fast-check/vitest';
import { aContext, aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { explainFlag, type FlagStep } from './flag-steps.ts';
import { evaluateGuardedFlag } from './guarded-flag.ts';

const reasonOf = (step: FlagStep | undefined, isMalformed: boolean) => {
  switch (step?.kind) {
    case 'on':
    case 'right':
      return { kind: 'OFF' };
    case 'prerequisite':
      return { kind: 'PREREQUISITE_FAILED', prerequisiteKey: step.flag };
    case 'target':
      return isMalformed ? {} : { kind: 'TARGET_MATCH' };
    case 'rule':
      return isMalformed ? {} : { kind: 'RULE_MATCH', ruleIndex: step.index };
    case 'fallthrough':
      return isMalformed ? {} : { kind: 'FALLTHROUGH' };
    case undefined:
      return { kind: 'ERROR' };
  }
};

test.prop([aWorld, aContext], lawRuns)(
  'the step that decided is the reason that the evaluator gives',
  ({ configuration, snapshot, now }, context) => {
    const compiled = compileConfiguration(configuration);
    const customer = compileCustomer(compiled, snapshot);
    for (const flag of compiled.flagsByKey.keys()) {
      const { evaluation, steps } = explainFlag(compiled, { customer, context }, flag, now);
      expect(evaluation).toEqual(evaluateGuardedFlag(compiled, customer, flag, context, now));
      const decided = steps.filter((step) => step.decided);
      expect(decided.length).toBeLessThanOrEqual(1);
      expect(evaluation.reason).toMatchObject(reasonOf(decided[0], evaluation.reason.kind === 'ERROR'));
    }
  },
);
