import { Checkbox, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { liftHold, placeHold } from '../../api/edits.ts';
import { type HoldReply, holdsOf } from '../../api/programme-queries.ts';
import type { CustomerReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { LastDayField } from '../../ui/fields.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { endInWords, endOfDateField } from '../../ui/time-words.ts';
import type { Tone } from '../../ui/tone.ts';

type Block = HoldReply['blocks'][number];

const blockWords = {
  access: 'Access',
  change: 'Changes',
  metering: 'Metered use',
} as const satisfies Record<Block, string>;

const stateTones = {
  scheduled: 'info',
  active: 'bad',
  ended: 'neutral',
  lifted: 'neutral',
} as const satisfies Record<HoldReply['state'], Tone>;

/** What blocks this customer, why, and until when. */
export function HoldPanel({ customer }: { readonly customer: CustomerReply }) {
  const place = usePlace();
  const now = useNow();
  const asked = useQuery(holdsOf(place, customer.key));
  const [placing, dialog] = useDisclosure(false);
  const [lifting, setLifting] = useState<HoldReply | null>(null);
  return (
    <Section
      title="Holds"
      hint="Block something for a while. Several may stack, and each is lifted by itself."
      padded={false}
      action={
        <ActionButton action="hold.place" size="xs" variant="default" onClick={dialog.open}>
          Put on hold
        </ActionButton>
      }
    >
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="Holds"
            rows={items}
            rowKey={({ id }) => id}
            empty={<Empty title="Nothing is blocked" hint="An unpaid invoice or a review may be a reason." />}
            columns={[
              {
                id: 'why',
                title: 'Why',
                cell: ({ reason, blocks, placedBy, lifted }) => (
                  <>
                    <Text fw={600}>{reason}</Text>
                    <Text size="sm" c="dimmed">
                      {blocks.map((block) => blockWords[block]).join(', ')} · by {placedBy}
                      {lifted !== null && ` · lifted by ${lifted.by}`}
                    </Text>
                  </>
                ),
              },
              {
                id: 'state',
                title: 'State',
                fit: true,
                cell: ({ state, to }) => (
                  <>
                    <Chip tone={stateTones[state]}>{state}</Chip>
                    {state !== 'lifted' && (
                      <Text size="sm" c="dimmed">
                        {endInWords(to, now, customer.timeZone || 'UTC')}
                      </Text>
                    )}
                  </>
                ),
              },
              {
                id: 'lift',
                title: 'End it',
                quiet: true,
                fit: true,
                cell: (hold) =>
                  (hold.state === 'active' || hold.state === 'scheduled') && (
                    <ActionButton
                      action="hold.lift"
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`Lift the hold: ${hold.reason}`}
                      onClick={() => setLifting(hold)}
                    >
                      Lift
                    </ActionButton>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      <PlaceHold customer={customer} opened={placing} onClose={dialog.close} />
      <ChangeDrawer
        opened={lifting !== null}
        onClose={() => setLifting(null)}
        title="Lift a hold"
        lead={lifting && `“${lifting.reason}” of ${customer.name}. Other holds stay.`}
        confirm="Lift the hold"
        done="The hold is lifted."
        edit={({ comment }) =>
          lifting === null
            ? null
            : liftHold({ ...place, id: lifting.id }, { reason: comment }, lifting.version)
        }
      />
    </Section>
  );
}

function PlaceHold({
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
  const [blocks, setBlocks] = useState<string[]>(['access']);
  const [end, setEnd] = useState('');
  return (
    <ChangeDrawer
      opened={opened}
      onClose={onClose}
      title={`Put ${name} on hold`}
      lead="What is essential stays on. Nothing that they have is lost."
      confirm="Put on hold"
      done={`${name} is on hold.`}
      danger
      reasonRequired
      edit={({ comment }) =>
        blocks.length === 0
          ? null
          : placeHold(
              { ...place, customer: key },
              {
                blocks: blocks as Block[],
                reason: comment,
                to: end === '' ? null : endOfDateField(end, timeZone || 'UTC'),
              },
            )
      }
    >
      {(errors) => (
        <>
          <Checkbox.Group
            label="What is blocked"
            required
            value={blocks}
            onChange={setBlocks}
            error={errors.of('blocks')}
          >
            <Checkbox mt="xs" value="access" label="Access: every feature but essential ones" />
            <Checkbox
              mt="xs"
              value="change"
              label="Changes: only those who may lift it change this customer"
            />
            <Checkbox mt="xs" value="metering" label="Metered use: nothing more is used up" />
          </Checkbox.Group>
          <LastDayField value={end} onDate={setEnd} now={now} spans={[7, 14, 30]} error={errors.of('to')} />
        </>
      )}
    </ChangeDrawer>
  );
}
