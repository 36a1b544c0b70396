import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { editSubscription } from '../../api/edits.ts';
import type { CustomerReply, SubscriptionItemReply, SubscriptionReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';

export function ChangeSeats({
  customer,
  subscription,
  item,
  name,
  onClose,
}: {
  readonly customer: CustomerReply;
  readonly subscription: SubscriptionReply;
  readonly item: SubscriptionItemReply;
  /** Of the plan. */
  readonly name: string;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [quantity, setQuantity] = useState<number | string>(item.quantity);
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Seats of ${customer.name} on ${name}`}
      confirm="Change the seats"
      done={`${customer.name} now has ${quantity} seats on ${name}.`}
      edit={() =>
        typeof quantity !== 'number' || quantity === item.quantity
          ? null
          : editSubscription(
              { ...place, eId: subscription.eId },
              { items: [{ pkId: item.pkId, quantity }] },
              subscription.version,
            )
      }
    >
      {(errors) => (
        <NumberInput
          label="Seats"
          description={`Now ${item.quantity}, of which ${item.consumed} are in use. Fewer than that cannot be.`}
          required
          data-autofocus
          min={1}
          max={10_000_000}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          value={quantity}
          onChange={setQuantity}
          error={errors.of('quantity')}
        />
      )}
    </ChangeDrawer>
  );
}
