import type { Decision, DenialReason, Feature, Milliseconds } from '@latchkey/model';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import { type CompiledCustomer, timelineOf } from '../snapshot/compile-customer.ts';
import { decisionOf, unknownFeature } from './decision.ts';
import { pairUp } from './guarded-flag.ts';
import type { Question, World } from './stage.ts';
import { stages } from './stages.ts';

/**
 * May they? The first denial answers. Total, synchronous and deterministic; the bare question is answered from memory
 * until something begins or ends.
 */
export function check(
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  question: Question,
  now: Milliseconds,
): Decision {
  const subject = pairUp(configuration, customer);
  const feature = configuration.features.get(question.feature);
  if (feature === undefined) return unknownFeature(subject, question.feature);
  const world = worldOf(configuration, subject, feature, now);
  // What was counted changes without anything beginning or ending.
  if (!isBare(question) || feature.kind === 'meter') return decide(question, world);
  world.rights.plainDecision ??= Object.freeze(decide(question, world));
  return world.rights.plainDecision;
}

export const worldOf = (
  configuration: CompiledConfiguration,
  customer: CompiledCustomer,
  feature: Feature,
  now: Milliseconds,
): World => ({ configuration, customer, feature, rights: timelineOf(customer, feature).at(now), now });

const isBare = ({ context, quantity, value }: Question): boolean =>
  context === undefined && quantity === undefined && value === undefined;

function decide(question: Question, world: World): Decision {
  const warnings: string[] = [];
  let denial: DenialReason | null = null;
  for (const [, stage] of stages) {
    const verdict = stage(question, world);
    if (verdict.denied) {
      denial = verdict.reason;
      break;
    }
    if (verdict.warning !== null) warnings.push(verdict.warning);
  }
  return decisionOf(world, denial, warnings);
}
