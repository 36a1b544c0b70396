import { Drawer, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { activateSeat, revokeSeat } from '../../api/edits.ts';
import { activationsOf } from '../../api/queries.ts';
import type { ActivationReply, SubscriptionItemReply, SubscriptionReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dayInWords } from '../../ui/time-words.ts';
import { seatsInWords } from './words.ts';

/** Who sits on the seats of one plan; seats are given and taken back here. */
export function SeatPanel({
  subscription,
  item,
  plan,
  opened,
  onClose,
}: {
  readonly subscription: SubscriptionReply;
  readonly item: SubscriptionItemReply;
  readonly plan: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const asked = useQuery({ ...activationsOf(place, subscription.eId), enabled: opened });
  const [activating, setActivating] = useState(false);
  const [revoking, setRevoking] = useState<ActivationReply | null>(null);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(620px, 100vw)"
      title={`Seats on ${plan}`}
    >
      <Loaded asked={asked}>
        {({ items }) => {
          const seats = items.filter(({ pkId, state }) => pkId === item.pkId && state === 'active');
          const used = seats.reduce((sum, { quantity }) => sum + quantity, 0);
          return (
            <Stack>
              <Stack gap={4} align="flex-start">
                <Text>{seatsInWords(used, item.quantity)}</Text>
                <ActionButton
                  action="activation.activate"
                  off={used >= item.quantity ? 'All seats are taken. Add seats first.' : undefined}
                  onClick={() => setActivating(true)}
                >
                  Activate a seat
                </ActionButton>
              </Stack>
              <Table
                label="Seats in use"
                rows={seats}
                rowKey={({ aId }) => aId}
                empty={
                  <Empty title="Nobody sits here yet" hint="A seat is taken by a named user or device." />
                }
                columns={[
                  { id: 'subject', title: 'Who', cell: ({ subject }) => subject.key },
                  { id: 'kind', title: 'Kind', fit: true, wide: true, cell: ({ subject }) => subject.kind },
                  { id: 'since', title: 'Since', fit: true, cell: ({ createdAt }) => dayInWords(createdAt) },
                  {
                    id: 'revoke',
                    title: 'Take back',
                    quiet: true,
                    fit: true,
                    cell: (activation) => (
                      <ActionButton
                        action="activation.revoke"
                        variant="subtle"
                        color="red"
                        size="compact-sm"
                        aria-label={`Revoke the seat of ${activation.subject.key}`}
                        onClick={() => setRevoking(activation)}
                      >
                        Revoke
                      </ActionButton>
                    ),
                  },
                ]}
              />
            </Stack>
          );
        }}
      </Loaded>
      <Activate
        subscription={subscription}
        item={item}
        plan={plan}
        opened={activating}
        onClose={() => setActivating(false)}
      />
      <ChangeDrawer
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title="Revoke a seat"
        lead={`${revoking?.subject.key ?? ''} loses the seat; it is free for somebody else at once.`}
        confirm="Revoke the seat"
        danger
        done="The seat is free."
        edit={() => (revoking === null ? null : revokeSeat({ ...place, aId: revoking.aId }))}
      />
    </Drawer>
  );
}

function Activate({
  subscription,
  item,
  plan,
  opened,
  onClose,
}: {
  readonly subscription: SubscriptionReply;
  readonly item: SubscriptionItemReply;
  readonly plan: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [kind, setKind] = useState<'user' | 'device'>('user');
  const [key, setKey] = useState('');
  const close = () => {
    setKey('');
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title={`Activate a seat on ${plan}`}
      confirm="Activate the seat"
      done={`${key} has a seat.`}
      edit={() =>
        key.trim() === ''
          ? null
          : activateSeat(
              { ...place, eId: subscription.eId },
              { pkId: item.pkId, subject: { kind, key: key.trim() } },
            )
      }
    >
      {(errors) => (
        <>
          <SegmentedControl
            aria-label="Kind of seat"
            value={kind}
            onChange={(chosen) => setKind(chosen === 'device' ? 'device' : 'user')}
            data={[
              { value: 'user', label: 'A user' },
              { value: 'device', label: 'A device' },
            ]}
          />
          <TextInput
            label={kind === 'user' ? 'User' : 'Device'}
            description={
              kind === 'user'
                ? 'As the application knows them, such as an e-mail address.'
                : 'Its serial number or name.'
            }
            required
            data-autofocus
            value={key}
            error={errors.of('subject') ?? errors.of('key')}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
