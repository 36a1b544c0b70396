import { changedParts, type Part, type Targeting } from './draft.ts';

interface Rebased {
  readonly draft: Targeting;
  /** Parts that both have changed, each in their own way: ours stand in the draft. */
  readonly conflicts: readonly Part[];
}

/** A draft on top of news: what somebody else has changed meanwhile is taken over where the draft leaves it alone. */
export function rebase(base: Targeting, theirs: Targeting, draft: Targeting): Rebased {
  const ours = changedParts(base, draft);
  const conflicts = ours.filter(
    (part) => changedParts(base, theirs).includes(part) && changedParts(theirs, draft).includes(part),
  );
  return {
    draft: { ...theirs, ...Object.fromEntries(ours.map((part) => [part, draft[part]])) },
    conflicts,
  };
}
