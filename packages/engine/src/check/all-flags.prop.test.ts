import { fc, test } from '@fast-check/vitest';
import { aContext, aMoment, aWorld, lawRuns } from '@latchkey/testkit/arbitrary';
import { expect } from 'vitest';
import { inOpenFeature, openFeatureAnswers } from '../openfeature.ts';
import { compileConfiguration } from '../snapshot/compile-configuration.ts';
import { compileCustomer } from '../snapshot/compile-customer.ts';
import { nextTransition } from '../snapshot/transitions.ts';
import { FlagRoll } from './all-flags.ts';
import { nobodyIn } from './guarded-flag.ts';
import { guardedFlags } from './guarded-flags.ts';

const keys = ['reports-flag', 'no-such-flag', 'exports-flag', 'sso-flag'];

test.prop(
  [aWorld, fc.array(fc.tuple(fc.boolean(), aContext, aMoment), { minLength: 1, maxLength: 6 })],
  lawRuns,
)(
  'all flags at once answer what each answers alone, whoever was asked about before, and when',
  ({ configuration: source, snapshot }, questions) => {
    const configuration = compileConfiguration(source);
    const held = compileCustomer(configuration, snapshot);
    const roll = new FlagRoll(configuration, keys);
    for (const [isKnown, context, now] of questions) {
      const asking = { customer: isKnown ? held : null, context };
      const whose = isKnown ? held : nobodyIn(configuration);
      const { answers, until } = roll.ask(asking, now);
      const alone = guardedFlags(configuration, asking, now);
      const inWords = openFeatureAnswers(configuration, asking, now);
      keys.forEach((key, at) => {
        const answer = answers[at] ?? expect.unreachable();
        const { withheldBy = null, ...evaluation } = answer;
        expect(evaluation).toEqual(alone.answer(key));
        if (configuration.flags.flagsByKey.get(key)?.on === true)
          expect(withheldBy).toEqual(alone.withheldBy(key));
        if (alone.isContextValid)
          expect(inOpenFeature(configuration, key, answer)).toEqual(inWords.answer(key));
      });
      // Kept answers may be said to hold for less long than those that are worked out anew, never for longer.
      expect(until).toBeGreaterThan(now);
      if (configuration.guardedByFlag.size > 0)
        expect(until).toBeLessThanOrEqual(nextTransition(configuration, whose, now));
      // What may be kept with an answer is found again only by the same object.
      expect(roll.ask(asking, now).answers.every((answer, at) => answer === answers[at])).toBe(true);
    }
  },
);
