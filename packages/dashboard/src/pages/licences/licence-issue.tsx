import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { issueLicence } from '../../api/edits.ts';
import type { LicenceReply } from '../../api/licence-queries.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { LastDayField } from '../../ui/fields.tsx';
import { useNow } from '../../ui/now.ts';
import { dateField, endOfDateField } from '../../ui/time-words.ts';

/** A signed file of what the customer has at this moment, for where there is no network. */
export function LicenceIssue({
  customer: { key, name, timeZone },
  opened,
  onClose,
  onIssued,
}: {
  readonly customer: CustomerReply;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onIssued: (licence: LicenceReply) => unknown;
}) {
  const place = usePlace();
  const now = useNow();
  const [end, setEnd] = useState(dateField(now, 30));
  const [graceDays, setGraceDays] = useState<number | string>(14);
  const [device, setDevice] = useState('');
  return (
    <ChangeDrawer<LicenceReply>
      opened={opened}
      onClose={onClose}
      title={`Issue a licence to ${name}`}
      lead="It carries what they have now. What you change later reaches them with the next file."
      confirm="Issue the licence"
      done={`${name} has a licence.`}
      withoutImpact
      edit={() =>
        end === '' || typeof graceDays !== 'number'
          ? null
          : issueLicence(
              { ...place, customer: key },
              {
                to: endOfDateField(end, timeZone || 'UTC'),
                graceDays,
                ...(device.trim() !== '' && { device: device.trim() }),
              },
            )
      }
      onDone={onIssued}
    >
      {(errors) => (
        <>
          <LastDayField
            label="Last day of the file"
            description="What they have bought ends by its own dates."
            value={end}
            onDate={setEnd}
            now={now}
            spans={[30, 90, 365]}
            endless={false}
            error={errors.of('to')}
          />
          <NumberInput
            label="Days of grace"
            description="How long the file is still believed after that."
            min={0}
            max={365}
            allowDecimal={false}
            allowNegative={false}
            value={graceDays}
            onChange={setGraceDays}
            error={errors.of('graceDays')}
          />
          <TextInput
            label="Only for the device"
            description="By the name that the application there gives. Leave it empty for any."
            placeholder="plant-7"
            value={device}
            error={errors.of('device')}
            onChange={(event) => setDevice(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
