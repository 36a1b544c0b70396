import { UsageAnchor } from '@latchkey/model';
import { mutate, one, operation, refuse } from '../kernel/changes/operation.ts';

/** Tells the ledger what was counted beside it. The product itself does it, and nobody else can. */
export const anchorUsage = operation({
  kind: 'usage.anchor',
  scope: 'environment',
  input: UsageAnchor,
  resource: ({ id }) => `usage/${id}`,
  setup: ({ id }) => ({ anchor: one('usage_anchor', id) }),
  compute(anchor, seen, { actor, place }) {
    if (actor.kind !== 'system')
      return refuse('forbidden', 'Only the product itself tells what was counted.');
    if (seen.anchor !== null) return [];
    return [mutate('usage_anchor', place, null, anchor)];
  },
});
