import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { addProgrammeSeats, cancelProgramme, convertProgramme, extendProgramme } from '../../api/edits.ts';
import type { ProgrammeReply } from '../../api/programme-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { LastDayField } from '../../ui/fields.tsx';
import { useNow } from '../../ui/now.ts';
import { dateField, endOfDateField } from '../../ui/time-words.ts';
import { useNames } from './names.ts';
import classes from './programme-actions.module.css';
import { isOpen, kindWords } from './words.ts';

type Deed = 'extend' | 'seats' | 'convert' | 'cancel';

interface OfProgramme {
  readonly programme: ProgrammeReply;
  /** Of the customer. */
  readonly name: string;
  readonly onClose: () => void;
}

/** What may become of a programme that has not come to its end. */
export function ProgrammeActions({ programme, name }: Omit<OfProgramme, 'onClose'>) {
  const [deed, setDeed] = useState<Deed | null>(null);
  if (!isOpen(programme)) return null;
  const close = () => setDeed(null);
  const of = `the ${kindWords[programme.kind]} of ${name}`;
  return (
    <>
      <div className={classes['deeds']}>
        <ActionButton
          action="programme.extend"
          variant="subtle"
          size="compact-sm"
          aria-label={`Extend ${of}`}
          onClick={() => setDeed('extend')}
        >
          Extend
        </ActionButton>
        {programme.seats !== null && (
          <ActionButton
            action="programme.add-seats"
            variant="subtle"
            size="compact-sm"
            aria-label={`Add seats to ${of}`}
            onClick={() => setDeed('seats')}
          >
            Seats
          </ActionButton>
        )}
        <ActionButton
          action="programme.convert"
          variant="subtle"
          size="compact-sm"
          aria-label={`Convert ${of}`}
          onClick={() => setDeed('convert')}
        >
          Convert
        </ActionButton>
        <ActionButton
          action="programme.cancel"
          variant="subtle"
          color="red"
          size="compact-sm"
          aria-label={`Cancel ${of}`}
          onClick={() => setDeed('cancel')}
        >
          Cancel
        </ActionButton>
      </div>
      {deed === 'extend' && <Extend programme={programme} name={name} onClose={close} />}
      {deed === 'seats' && <AddSeats programme={programme} name={name} onClose={close} />}
      {deed === 'convert' && <Convert programme={programme} name={name} onClose={close} />}
      {deed === 'cancel' && <Cancel programme={programme} name={name} onClose={close} />}
    </>
  );
}

function Extend({ programme: { id, kind, to, version }, name, onClose }: OfProgramme) {
  const place = usePlace();
  const now = useNow();
  const present = Date.parse(to);
  const [end, setEnd] = useState(dateField(Math.max(present, now), 13));
  const word = kindWords[kind];
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Extend the ${word} of ${name}`}
      lead="Everything that it issued ends with it, on its new last day."
      confirm={`Extend the ${word}`}
      done={`The ${word} of ${name} goes on.`}
      reasonRequired
      edit={({ comment }) =>
        end === ''
          ? null
          : extendProgramme({ ...place, id }, { to: endOfDateField(end), reason: comment }, version)
      }
    >
      {(errors) => (
        <LastDayField
          label="New last day"
          value={end}
          onDate={setEnd}
          now={Math.max(present, now)}
          spans={[7, 14, 30]}
          endless={false}
          error={errors.of('to')}
        />
      )}
    </ChangeDrawer>
  );
}

function AddSeats({ programme: { id, seats, seatsUsed, version }, name, onClose }: OfProgramme) {
  const place = usePlace();
  const now = seats ?? 1;
  const [wanted, setWanted] = useState<number | string>(now + 5);
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Seats for ${name} to try`}
      confirm="Add the seats"
      done={`${name} has ${wanted} seats to try.`}
      edit={() =>
        typeof wanted !== 'number' || wanted <= now
          ? null
          : addProgrammeSeats({ ...place, id }, { seats: wanted }, version)
      }
    >
      {(errors) => (
        <NumberInput
          label="Seats, all told"
          description={`Now ${now}, of which ${seatsUsed ?? 0} are in use.`}
          required
          data-autofocus
          min={now + 1}
          max={10_000_000}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          value={wanted}
          onChange={setWanted}
          error={errors.of('seats')}
        />
      )}
    </ChangeDrawer>
  );
}

function Convert({ programme, name, onClose }: OfProgramme) {
  const place = usePlace();
  const { plans } = useNames();
  const { id, seats, seatsUsed, kind, version } = programme;
  const [plan, setPlan] = useState<string | null>(null);
  const [quantity, setQuantity] = useState<number | string>(Math.max(seats ?? 1, seatsUsed ?? 0));
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`From ${kindWords[kind]} to purchase: ${name}`}
      lead="What they try closes and what they buy opens in the same moment. Who has a seat keeps it."
      confirm="Convert it"
      done={`${name} has bought it.`}
      edit={() =>
        plan === null || typeof quantity !== 'number'
          ? null
          : convertProgramme({ ...place, id }, { plan, quantity }, version)
      }
    >
      {(errors) => (
        <>
          <Select
            label="Plan that they buy"
            required
            data-autofocus
            data={plans
              .filter((one) => one.kind !== 'trial')
              .map((one) => ({ value: one.key, label: one.name }))}
            value={plan}
            onChange={setPlan}
            error={errors.of('plan')}
          />
          <NumberInput
            label="Seats"
            description={seatsUsed === null ? undefined : `${seatsUsed} people sit already.`}
            required
            min={Math.max(1, seatsUsed ?? 0)}
            max={10_000_000}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator=","
            value={quantity}
            onChange={setQuantity}
            error={errors.of('quantity')}
          />
        </>
      )}
    </ChangeDrawer>
  );
}

function Cancel({ programme: { id, kind, version }, name, onClose }: OfProgramme) {
  const place = usePlace();
  const word = kindWords[kind];
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Cancel the ${word} of ${name}`}
      lead="Its access ends now. The record of it stays."
      confirm={`Cancel the ${word}`}
      done={`The ${word} of ${name} is over.`}
      danger
      reasonRequired
      edit={({ comment }) => cancelProgramme({ ...place, id }, { reason: comment }, version)}
    />
  );
}
