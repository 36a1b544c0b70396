import { useState } from 'react';
import type { SegmentReply } from '../../api/replies.ts';
import { isSame, type SegmentRules } from './rules-draft.ts';

export interface RulesDraft {
  /** The segment as it was when somebody began to edit: what is saved is checked against its version. */
  readonly base: SegmentReply;
  readonly rules: SegmentRules;
  readonly isChanged: boolean;
  readonly edit: (how: (rules: SegmentRules) => SegmentRules) => void;
  readonly discard: () => void;
}

/** A segment's rules while they are edited. Where somebody else changed them meanwhile, saving is refused and says so. */
export function useRulesDraft(segment: SegmentReply): RulesDraft {
  const [held, setHeld] = useState<Pick<RulesDraft, 'base' | 'rules'> | null>(null);
  const now = held === null ? { base: segment, rules: segment.rules } : held;
  // News of the words or of members do not stand in the way.
  const base = isSame(now.base.rules, segment.rules) ? segment : now.base;
  return {
    base,
    rules: now.rules,
    isChanged: !isSame(base.rules, now.rules),
    edit: (how) => setHeld({ base, rules: how(now.rules) }),
    discard: () => setHeld(null),
  };
}
