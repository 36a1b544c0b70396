import { type Evaluation, malformedFlag } from './evaluation.ts';
import type { LaunchDarklyFlag } from './launchdarkly-model.ts';
import type { Prerequisite } from './prerequisites.ts';
import type { Reach } from './references.ts';
import type { Serve } from './rollout.ts';
import type { Rule } from './rules.ts';
import type { Targets } from './targets.ts';

/** A flag as the evaluator reads it. Created empty and filled afterwards, so that flags can refer to one another. */
export class CompiledFlag {
  readonly key: string;
  /** As it was received: version, tracking and whatever else delivery needs. */
  readonly source: LaunchDarklyFlag;
  on = false;
  off: Evaluation = malformedFlag;
  prerequisites: readonly Prerequisite<CompiledFlag>[] = [];
  targets: Targets = [];
  rules: readonly Rule[] = [];
  fallthrough: Serve = { answer: malformedFlag, rollout: null };
  /** Whether it can reach a big segment or a cycle, so that an evaluation has something to remember. */
  needsTrail = false;
  reach: Reach = { depth: 1, steps: 1 };

  constructor(key: string, source: LaunchDarklyFlag) {
    this.key = key;
    this.source = source;
  }

  /** From now on it answers `MALFORMED_FLAG` when it is on. What it answers when off is not affected. */
  breakDown(): void {
    this.prerequisites = [];
    this.targets = [];
    this.rules = [];
    this.fallthrough = { answer: malformedFlag, rollout: null };
    this.needsTrail = false;
  }
}
