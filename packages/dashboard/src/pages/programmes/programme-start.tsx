import {
  Checkbox,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { startProgramme } from '../../api/edits.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useMay } from '../../shell/may.ts';
import { usePlace } from '../../shell/place.ts';
import { LastDayField } from '../../ui/fields.tsx';
import { useNow } from '../../ui/now.ts';
import { dateField, endOfDateField } from '../../ui/time-words.ts';
import { useNames } from './names.ts';

type EndAction = 'revert' | 'convert' | 'freeze';

/** A plan or features for a while: on at once, off by itself. */
export function ProgrammeStart({
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
  const names = useNames();
  const mayStartAgain = useMay('programme.start-again').allowed;
  const [kind, setKind] = useState<'trial' | 'poc'>('trial');
  const [what, setWhat] = useState<'plan' | 'features'>('plan');
  const [plan, setPlan] = useState<string | null>(null);
  const [features, setFeatures] = useState<string[]>([]);
  const [seats, setSeats] = useState<number | string>(5);
  const [end, setEnd] = useState(dateField(now, 14));
  const [owner, setOwner] = useState('');
  const [goals, setGoals] = useState<string[]>([]);
  const [endAction, setEndAction] = useState<EndAction>('revert');
  const [next, setNext] = useState<string | null>(null);
  const [allowAgain, setAllowAgain] = useState(false);
  const overlays =
    what === 'plan' ? (plan === null ? null : { plan }) : features.length === 0 ? null : { features };
  const does =
    endAction !== 'convert'
      ? ({ does: endAction } as const)
      : next === null
        ? null
        : ({ does: 'convert', plan: next } as const);
  const word = kind === 'poc' ? 'POC' : 'trial';
  return (
    <ChangeDrawer
      opened={opened}
      onClose={onClose}
      title={`Start a trial or POC for ${name}`}
      lead="It lies over what they have, takes nothing away, and ends by itself."
      confirm={`Start the ${word}`}
      done={`The ${word} of ${name} runs.`}
      edit={() =>
        overlays === null || does === null || end === '' || typeof seats !== 'number'
          ? null
          : startProgramme(
              { ...place, customer: key },
              {
                kind,
                overlays,
                ...(what === 'plan' && { seats }),
                to: endOfDateField(end, timeZone || 'UTC'),
                owner: owner.trim() || null,
                goals: goals.map((goal) => ({ what: goal })),
                endAction: does,
                ...(allowAgain && { allowAgain }),
              },
            )
      }
    >
      {(errors) => (
        <>
          <SegmentedControl
            aria-label="Kind"
            fullWidth
            value={kind}
            onChange={(chosen) => setKind(chosen as 'trial' | 'poc')}
            data={[
              { value: 'trial', label: 'Trial' },
              { value: 'poc', label: 'Proof of concept' },
            ]}
          />
          <SegmentedControl
            aria-label="What they try"
            fullWidth
            value={what}
            onChange={(chosen) => setWhat(chosen as 'plan' | 'features')}
            data={[
              { value: 'plan', label: 'A whole plan' },
              { value: 'features', label: 'Single features' },
            ]}
          />
          {what === 'plan' ? (
            <>
              <Select
                label="Plan"
                required
                data-autofocus
                placeholder="Choose what they try"
                data={names.plans.map((one) => ({ value: one.key, label: one.name }))}
                value={plan}
                onChange={setPlan}
                error={errors.of('overlays')}
              />
              <NumberInput
                label="Seats"
                description="How many people may use it."
                required
                min={1}
                max={10_000_000}
                allowDecimal={false}
                allowNegative={false}
                thousandSeparator=","
                value={seats}
                onChange={setSeats}
                error={errors.of('seats')}
              />
            </>
          ) : (
            <MultiSelect
              label="Features"
              description="Those that are on or off. An amount is given as a grant."
              required
              searchable
              data={names.features
                .filter((feature) => feature.kind === 'switch')
                .map((feature) => ({ value: feature.key, label: feature.name }))}
              value={features}
              onChange={setFeatures}
              error={errors.of('overlays')}
            />
          )}
          <LastDayField
            value={end}
            onDate={setEnd}
            now={now}
            spans={[14, 30, 60]}
            endless={false}
            error={errors.of('to')}
          />
          <Select
            label="At the end"
            data={[
              { value: 'revert', label: 'Everything is as before' },
              { value: 'convert', label: 'It is bought' },
              { value: 'freeze', label: 'The customer is put on hold' },
            ]}
            value={endAction}
            onChange={(chosen) => setEndAction((chosen ?? 'revert') as EndAction)}
            error={errors.of('endAction')}
          />
          {endAction === 'convert' && (
            <Select
              label="Plan that is bought"
              required
              data={names.plans
                .filter((one) => one.kind === 'plan')
                .map((one) => ({ value: one.key, label: one.name }))}
              value={next}
              onChange={setNext}
            />
          )}
          <TextInput
            label="Owner"
            description="Who answers for it."
            value={owner}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
          <TagsInput
            label="Goals"
            description="What shall be shown by the end. Press Enter after each."
            value={goals}
            onChange={setGoals}
          />
          {mayStartAgain && (
            <Checkbox
              label="Also if they, or their family, tried it before"
              checked={allowAgain}
              onChange={(event) => setAllowAgain(event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </ChangeDrawer>
  );
}
