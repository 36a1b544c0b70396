import { Id, Instant, type SubscriptionItem } from '@latchkey/model';
import { z } from 'zod';
import { isRefusal, one, operation, type Refusal, refuse } from '../../../kernel/changes/operation.ts';
import { heldBy, keep, open, openItem, pathOf } from './held.ts';
import { NewItem, plansOf, refuseDates, refuseOverlap, refusePlan, toItem, Version } from './items.ts';

export const ItemEdit = z.strictObject({
  pkId: Id,
  to: Instant.nullable().exactOptional(),
  version: Version.exactOptional(),
  /** `closed` ends the item now and for good; `disabled` can be undone. */
  state: z.enum(['active', 'disabled', 'closed']).exactOptional(),
});
type ItemEdit = z.infer<typeof ItemEdit>;

/** Moves the ends of items, pins or unpins their versions, closes some and adds others. How many is another matter. */
export const editSubscription = operation({
  kind: 'subscription.edit',
  scope: 'environment',
  input: z.strictObject({
    ...heldBy,
    items: z.array(ItemEdit).max(200).exactOptional(),
    addItems: z.array(NewItem).max(200).exactOptional(),
  }),
  resource: pathOf,
  setup: ({ subscription, customer }) => ({
    subscription: one('subscription', subscription),
    customer: customer === null ? null : one('customer', customer),
  }),
  follow: ({ items = [], addItems = [] }, { subscription }) =>
    plansOf([...addItems, ...pinned(items, subscription?.items ?? [])]),
  compute({ items: edits = [], addItems = [], ...input }, seen, { place, now, newId }) {
    const subscription = open(input, seen.subscription);
    if (isRefusal(subscription)) return subscription;
    const draft = subscription.state === 'draft';
    const items = new Map(subscription.items.map((item) => [item.pkId, item]));
    for (const [index, edit] of edits.entries()) {
      const field = `items/${index}`;
      const before = openItem(subscription, edit.pkId, `${field}/pkId`);
      if (isRefusal(before)) return before;
      const refusal =
        refuseVersion(edit, before, seen, field, draft) ??
        (edit.to === undefined ? null : refuseDates({ ...before, to: edit.to }, now, field));
      if (refusal) return refusal;
      items.set(edit.pkId, { ...before, ...edit });
    }
    const fields = new Map(edits.map(({ pkId }, index) => [pkId, `items/${index}/to`]));
    for (const [index, wanted] of addItems.entries()) {
      const field = `addItems/${index}`;
      const item = toItem(wanted, newId('pk'), now);
      const refusal = refusePlan(item, seen, { field, draft }) ?? refuseDates(item, now, field);
      if (refusal) return refusal;
      items.set(item.pkId, item);
      fields.set(item.pkId, `${field}/plan`);
    }
    if (items.size > 200) {
      return refuse('invalid_request', 'A subscription has at most 200 items.', { field: 'addItems' });
    }
    const after = [...items.values()];
    const refusal = refuseOverlap(after, (pkId) => fields.get(pkId) ?? 'items');
    return refusal ?? keep(subscription, { items: after }, { place, now });
  },
});

const pinned = (edits: readonly ItemEdit[], items: readonly SubscriptionItem[]) =>
  edits.flatMap(({ pkId, version }) => {
    const item = items.find((one) => one.pkId === pkId);
    return item && version !== undefined ? [{ plan: item.plan, version }] : [];
  });

function refuseVersion(
  { version }: ItemEdit,
  { plan }: SubscriptionItem,
  seen: Parameters<typeof refusePlan>[1],
  field: string,
  draft: boolean,
): Refusal | null {
  return version === undefined ? null : refusePlan({ plan, version }, seen, { field, draft });
}
