import { Group, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planMatrix } from '../../api/catalogue-queries.ts';
import { putOnPlan } from '../../api/edits.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { DateField, LastDayField } from '../../ui/fields.tsx';
import { useNow } from '../../ui/now.ts';
import { dateField, endOfDateField, startOfDateField } from '../../ui/time-words.ts';

/** A subscription with one plan: what a salesperson does after a signature. */
export function PutOnPlan({
  customer: { key, name, timeZone },
  opened,
  onClose,
}: {
  readonly customer: CustomerReply;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const now = useNow();
  const zone = timeZone || 'UTC';
  const plans = useQuery(planMatrix(place));
  const today = dateField(now, 0);
  const [plan, setPlan] = useState<string | null>(null);
  const [quantity, setQuantity] = useState<number | string>(1);
  const [start, setStart] = useState(today);
  const [end, setEnd] = useState('');
  // Today means now: midnight may lie in the past, and nothing happens backwards without being asked for.
  const from = start === today || start === '' ? new Date(now).toISOString() : startOfDateField(start, zone);
  const offered = (plans.data?.items ?? []).filter(({ state }) => state === 'live');
  return (
    <ChangeDrawer
      opened={opened}
      onClose={onClose}
      title={`Put ${name} on a plan`}
      confirm="Put on the plan"
      done={`${name} is on ${offered.find((one) => one.key === plan)?.name ?? 'the plan'}.`}
      edit={() =>
        plan === null || typeof quantity !== 'number'
          ? null
          : putOnPlan(
              { ...place, customer: key },
              {
                state: 'active',
                items: [{ plan, quantity, from, to: end === '' ? null : endOfDateField(end, zone) }],
              },
            )
      }
    >
      {(errors) => (
        <>
          <Select
            label="Plan"
            required
            data-autofocus
            placeholder="Choose a plan or an add-on"
            data={groups(offered)}
            value={plan}
            onChange={setPlan}
            error={errors.of('plan')}
          />
          <NumberInput
            label="Seats"
            description="How many they bought."
            required
            min={1}
            max={10_000_000}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator=","
            value={quantity}
            onChange={setQuantity}
            error={errors.of('quantity')}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <DateField label="First day" value={start} onDate={setStart} error={errors.of('from')} />
            <LastDayField value={end} onDate={setEnd} now={now} spans={[30, 365]} error={errors.of('to')} />
          </Group>
        </>
      )}
    </ChangeDrawer>
  );
}

const kindWords = { plan: 'Plans', addon: 'Add-ons', trial: 'Trials' } as const;

const groups = (
  plans: readonly { readonly key: string; readonly name: string; readonly kind: keyof typeof kindWords }[],
) =>
  (['plan', 'addon', 'trial'] as const)
    .map((kind) => ({
      group: kindWords[kind],
      items: plans
        .filter((plan) => plan.kind === kind)
        .map((plan) => ({ value: plan.key, label: plan.name })),
    }))
    .filter(({ items }) => items.length > 0);
