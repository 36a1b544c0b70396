import { Alert, Group, List, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { projectPath } from '../../api/paths.ts';
import { catalogueOf, connectionsOf } from '../../api/queries.ts';
import type { ConnectionReply, IssuedConnection } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { joined } from '../../ui/impact-words.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { CatalogueList } from './catalogue-list.tsx';
import { offered, type Platform, platformWords, steps } from './words.ts';

type Doing = {
  readonly what: 'rotate' | 'reveal' | 'disconnect';
  readonly connection: ConnectionReply;
} | null;

/** Other systems that tell us things: where they send it, how it is proved, and how to set them up. */
export function ConnectionList() {
  const place = usePlace();
  const [connecting, connect] = useDisclosure(false);
  const [doing, setDoing] = useState<Doing>(null);
  const [issued, setIssued] = useState<IssuedConnection | null>(null);
  const asked = useQuery(connectionsOf(place));
  const catalogue = useQuery(catalogueOf(place));
  const missing = catalogue.data?.missing ?? [];
  const pathOf = (id: string) => `${projectPath(place)}/connections/${encodeURIComponent(id)}`;
  const edits = {
    rotate: (id: string) => ({ method: 'POST', path: `${pathOf(id)}/rotate-secret` }) as const,
    reveal: (id: string) => ({ method: 'POST', path: `${pathOf(id)}/reveal` }) as const,
    disconnect: (id: string) => ({ method: 'DELETE', path: pathOf(id) }) as const,
  };
  return (
    <Page
      title="Connections"
      lead="Systems that tell Latchkey what happens with them. What they bring never overwrites what was given by hand."
      action={
        <ActionButton action="connection.connect" leftSection={<IconPlus size={16} />} onClick={connect.open}>
          Connect a system
        </ActionButton>
      }
    >
      {missing.length > 0 && (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle />}
          title="Flags do not become features at the moment"
        >
          The catalogue below lacks {joined(missing)}. Events are kept, and are taken up as soon as it is
          restored.
        </Alert>
      )}
      <Loaded asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Empty
                title="Nothing is connected"
                hint="Latchkey works by itself. Connect LaunchDarkly or Split if your flags live there."
              />
            </Card>
          ) : (
            items.map((connection) => (
              <OneConnection
                key={connection.id}
                connection={connection}
                onDo={(what) => setDoing({ what, connection })}
              />
            ))
          )
        }
      </Loaded>
      <CatalogueList />
      <Connect opened={connecting} onClose={connect.close} onIssued={setIssued} />
      {doing && (
        <ChangeDrawer<IssuedConnection>
          opened
          onClose={() => setDoing(null)}
          {...deeds[doing.what]}
          title={`${deeds[doing.what].title} ${doing.connection.name}`}
          danger={doing.what === 'disconnect'}
          withoutImpact
          edit={() => edits[doing.what](doing.connection.id)}
          onDone={(reply) => doing.what !== 'disconnect' && setIssued(reply)}
        />
      )}
      <ShownOnce
        title={issued ? `Secret of ${issued.name}` : ''}
        label="Secret"
        value={issued?.secret ?? null}
        again
        hint="Paste it where the other system asks for a signing secret."
        onClose={() => setIssued(null)}
      />
    </Page>
  );
}

const deeds = {
  rotate: {
    title: 'New secret for',
    lead: 'The old one stops working at once; paste the new one over there right away.',
    confirm: 'Make a new secret',
    done: 'There is a new secret.',
  },
  reveal: {
    title: 'Show the secret of',
    lead: 'That you looked at it goes into the ledger.',
    confirm: 'Show it',
    done: 'The secret is shown.',
  },
  disconnect: {
    title: 'Disconnect',
    lead: 'What it sends from now on is refused. The features it brought stay.',
    confirm: 'Disconnect',
    done: 'It is disconnected.',
  },
} as const;

function OneConnection({
  connection,
  onDo,
}: {
  readonly connection: ConnectionReply;
  readonly onDo: (what: 'rotate' | 'reveal' | 'disconnect') => void;
}) {
  const { platform, name, state, url } = connection;
  const how = steps[platform];
  const signed = platform === 'launchdarkly';
  return (
    <Section
      title={name}
      hint={platformWords[platform]}
      action={
        <Group gap="xs">
          <Chip tone={state === 'active' ? 'good' : 'neutral'}>{state}</Chip>
          {state === 'active' && signed && (
            <ActionButton
              action="connection.reveal"
              variant="default"
              size="compact-sm"
              onClick={() => onDo('reveal')}
            >
              Show the secret
            </ActionButton>
          )}
          {state === 'active' && (
            <>
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
            </>
          )}
        </Group>
      }
    >
      <Stack>
        {url && <CopyField label="URL" value={url} />}
        {how && (
          <details>
            <summary>How to set it up in {platformWords[platform]}</summary>
            <List type="ordered" mt="sm" spacing={6} size="sm">
              {how.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
          </details>
        )}
      </Stack>
    </Section>
  );
}

function Connect({
  opened,
  onClose,
  onIssued,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onIssued: (connection: IssuedConnection) => void;
}) {
  const place = usePlace();
  const [platform, setPlatform] = useState<Platform>('launchdarkly');
  const [name, setName] = useState('');
  const called = name.trim() || platformWords[platform];
  return (
    <ChangeDrawer<IssuedConnection>
      opened={opened}
      onClose={onClose}
      title="Connect a system"
      confirm={`Connect ${platformWords[platform]}`}
      done={`${called} is connected.`}
      withoutImpact
      edit={() => ({
        method: 'POST',
        path: `${projectPath(place)}/connections`,
        body: { platform, name: called },
      })}
      onDone={onIssued}
    >
      {(errors) => (
        <>
          <Radio.Group
            label="System"
            value={platform}
            onChange={(chosen) => setPlatform(chosen as Platform)}
            error={errors.of('platform')}
          >
            <Stack gap={8} mt={6}>
              {offered.map(({ platform: value, brings }) => (
                <Radio key={value} value={value} label={platformWords[value]} description={brings} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label="Name"
            placeholder={platformWords[platform]}
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            You get its address next{platform === 'launchdarkly' ? ', with a secret' : ''}, and the steps to
            set it up there.
          </Text>
        </>
      )}
    </ChangeDrawer>
  );
}
