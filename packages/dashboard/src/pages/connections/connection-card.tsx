import { Code, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ConnectionReply } from '../../api/replies.ts';
import { oneConnection } from '../../api/set-up-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { eventWords, healthWords, isSigned, platformWords } from './words.ts';

export type Deed = 'rotate' | 'reveal' | 'disconnect';

/** One connected system: how it does, its address, how to set it up over there, and what it sent lately. */
export function ConnectionCard({
  connection,
  onDo,
}: {
  readonly connection: ConnectionReply;
  readonly onDo: (what: Deed) => void;
}) {
  const place = usePlace();
  const now = useNow();
  const asked = useQuery(oneConnection(place, connection.id));
  const { platform, name, url, liveSecrets, lastReceivedAt } = connection;
  const health = asked.data?.health ?? connection.health;
  const signed = isSigned(platform);
  return (
    <Section
      title={name}
      hint={
        <>
          {platformWords[platform]}
          {lastReceivedAt !== null && (
            <>
              {' · last heard of '}
              <Ago at={lastReceivedAt} now={now} />
            </>
          )}
        </>
      }
      action={
        <Group gap="xs">
          <Chip tone={healthWords[health.state].tone} title={health.detail}>
            {healthWords[health.state].word}
          </Chip>
          <ActionButton
            action="connection.reveal"
            variant="default"
            size="compact-sm"
            onClick={() => onDo('reveal')}
          >
            {signed ? 'Show the secret' : 'Show the address'}
          </ActionButton>
          <ActionButton
            action="connection.rotate-secret"
            variant="default"
            size="compact-sm"
            onClick={() => onDo('rotate')}
          >
            {signed ? 'New secret' : 'New address'}
          </ActionButton>
          <ActionButton
            action="connection.disconnect"
            variant="subtle"
            color="red"
            size="compact-sm"
            onClick={() => onDo('disconnect')}
          >
            Disconnect
          </ActionButton>
        </Group>
      }
    >
      <Stack>
        {health.state === 'blocked' && <Text>{health.detail}</Text>}
        {signed && <CopyField label="URL" value={url} />}
        {liveSecrets > 1 && (
          <Text c="dimmed">Two secrets are good at the moment: the new one, and the one before it.</Text>
        )}
        {asked.data && (
          <details open={health.state === 'waiting'}>
            <summary>How to set it up in {platformWords[platform]}</summary>
            <List type="ordered" mt="sm" spacing={6} size="sm">
              {asked.data.setUp.steps.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
            {asked.data.setUp.policy !== null && (
              <Code block mt="sm" tabIndex={0} aria-label="Policy to paste">
                {asked.data.setUp.policy}
              </Code>
            )}
            {asked.data.setUp.notes.map((note) => (
              <Text key={note} size="sm" c="dimmed" mt="xs">
                {note}
              </Text>
            ))}
          </details>
        )}
        {asked.data && asked.data.events.length > 0 && (
          <details>
            <summary>What it sent lately</summary>
            <Table
              label={`What ${name} sent lately`}
              rows={asked.data.events}
              rowKey={({ id }) => id}
              empty={null}
              columns={[
                { id: 'about', title: 'About', cell: ({ about }) => about },
                {
                  id: 'status',
                  title: 'What became of it',
                  cell: ({ status, reason }) => (
                    <>
                      <Chip tone={eventWords[status]?.tone ?? 'neutral'}>
                        {eventWords[status]?.word ?? status}
                      </Chip>
                      {reason !== null && (
                        <Text size="xs" c="dimmed">
                          {reason}
                        </Text>
                      )}
                    </>
                  ),
                },
                {
                  id: 'at',
                  title: 'When',
                  fit: true,
                  cell: ({ receivedAt }) => <Ago at={receivedAt} now={now} />,
                },
              ]}
            />
          </details>
        )}
      </Stack>
    </Section>
  );
}
