import type { Decision, DecisionStep, Milliseconds } from '@latchkey/model';
import { check, worldOf } from '../check/check.ts';
import { pairUp } from '../check/guarded-flag.ts';
import type { Question, World } from '../check/stage.ts';
import { stages } from '../check/stages.ts';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import { sentenceOf, sentenceOnUnknown } from './sentence.ts';
import { sourcesOf } from './sources.ts';
import { unlocksOf } from './unlock.ts';

/**
 * The answer of `check` with everything that led to it: each grant and what became of it, every stage's verdict, what
 * would unlock it, and one sentence. The same stages, run to the end; the first that did not pass gave the answer.
 */
export function explain(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  question: Question,
  now: Milliseconds,
): Decision {
  const subject = pairUp(configuration, customer);
  const decision = check(configuration, subject, question, now);
  const feature = configuration.features.get(question.feature);
  if (feature === undefined) {
    return {
      ...decision,
      sources: [],
      steps: [{ stage: 'known', passed: false, reason: 'feature_unknown' }],
      unlock: [],
      sentence: sentenceOnUnknown(subject.snapshot.customer?.name ?? subject.key, question.feature),
    };
  }
  const world = worldOf(configuration, subject, feature, now);
  const steps = stepsOf(question, world);
  const denial = steps.find(({ reason }) => reason !== null)?.reason ?? null;
  const unlock = unlocksOf(question, world, denial);
  return {
    ...decision,
    sources: sourcesOf(world),
    steps,
    unlock,
    sentence: sentenceOf(question, world, decision, unlock),
  };
}

function stepsOf(question: Question, world: World): readonly DecisionStep[] {
  return stages.map(([stage, run]) => {
    const verdict = run(question, world);
    return { stage, passed: !verdict.denied, reason: verdict.denied ? verdict.reason : null };
  });
}
