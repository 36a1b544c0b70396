import { toInstant } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, mutate, operation } from '../../../kernel/changes/operation.ts';
import { itself, known, ofProgramme, pathOf } from './held.ts';
import { goalsOf, NewGoal } from './input.ts';

/** Says what shall be shown by the end, and what has been. What is not named any more is dropped. */
export const setGoals = operation({
  kind: 'programme.set-goals',
  scope: 'environment',
  input: z.strictObject({ ...ofProgramme, goals: z.array(NewGoal).max(20) }),
  resource: pathOf,
  setup: itself,
  compute({ goals, ...input }, seen, { place, now, newId }) {
    const before = known(input, seen.programme);
    if (isRefusal(before)) return before;
    const after = goalsOf(goals, before.goals, toInstant(now), newId);
    return [mutate('programme', place, before, { ...before, goals: after })];
  },
});
