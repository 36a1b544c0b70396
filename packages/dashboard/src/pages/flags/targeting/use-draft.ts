import { useCallback, useRef, useState } from 'react';
import type { FlagInEnvironment } from '../../../api/replies.ts';
import { changedParts, type Part, type Targeting, targetingOf } from './draft.ts';
import { rebase } from './rebase.ts';

interface Held {
  /** What was saved when the draft last looked: edits are compared with it and sent against its version. */
  readonly base: FlagInEnvironment;
  readonly targeting: Targeting;
  readonly conflicts: readonly Part[];
}

export interface Draft extends Held {
  readonly isChanged: boolean;
  /** Stays the same function for the life of the page, so that rows that did not change need not be drawn again. */
  readonly edit: (how: (targeting: Targeting) => Targeting) => void;
  readonly discard: () => void;
  /** Settles what both have changed: theirs is taken over, or ours stands. */
  readonly settle: (whose: 'ours' | 'theirs') => void;
}

/** Edits of one page, gathered until they are saved together. News of the flag are taken in beneath them. */
export function useDraft(flag: FlagInEnvironment): Draft {
  const [held, setHeld] = useState<Held | null>(null);
  const now = current(flag, held);
  const latest = useRef(now);
  latest.current = now;

  const edit = useCallback((how: (targeting: Targeting) => Targeting) => {
    const targeting = how(latest.current.targeting);
    const edited = { ...latest.current, targeting };
    latest.current = edited;
    setHeld(changedParts(targetingOf(edited.base), targeting).length === 0 ? null : edited);
  }, []);
  const discard = useCallback(() => setHeld(null), []);
  const settle = useCallback((whose: 'ours' | 'theirs') => {
    const { base, targeting, conflicts } = latest.current;
    const saved = targetingOf(base);
    const theirs = Object.fromEntries(conflicts.map((part) => [part, saved[part]]));
    setHeld({
      base,
      targeting: whose === 'ours' ? targeting : { ...targeting, ...theirs },
      conflicts: [],
    });
  }, []);
  const isChanged = changedParts(targetingOf(now.base), now.targeting).length > 0;
  return { ...now, isChanged, edit, discard, settle };
}

function current(flag: FlagInEnvironment, held: Held | null): Held {
  if (held === null) return { base: flag, targeting: targetingOf(flag), conflicts: [] };
  if (held.base.version === flag.version) return held;
  const { draft, conflicts } = rebase(targetingOf(held.base), targetingOf(flag), held.targeting);
  return { base: flag, targeting: draft, conflicts: [...new Set([...held.conflicts, ...conflicts])] };
}
