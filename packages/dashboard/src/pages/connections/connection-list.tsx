import { Alert, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogueOf } from '../../api/catalogue-queries.ts';
import { connect, disconnect, revealSecret, rotateSecret } from '../../api/edits.ts';
import type { ConnectionReply, IssuedConnection } from '../../api/replies.ts';
import { connectionsOf } from '../../api/set-up-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Card } from '../../ui/card.tsx';
import { joined } from '../../ui/impact-words.ts';
import { Page } from '../../ui/page.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { CatalogueList } from './catalogue-list.tsx';
import { ConnectionCard, type Deed } from './connection-card.tsx';
import { isSigned, type Offered, offered, platformWords } from './words.ts';

type Doing = { readonly what: Deed; readonly connection: ConnectionReply } | null;

/** Other systems that tell us things: where they send it, how it is proved, and how to set them up. */
export function ConnectionList() {
  const place = usePlace();
  const [connecting, connect] = useDisclosure(false);
  const [doing, setDoing] = useState<Doing>(null);
  const [issued, setIssued] = useState<IssuedConnection | null>(null);
  const asked = useQuery(connectionsOf(place));
  const catalogue = useQuery(catalogueOf(place));
  const missing = catalogue.data?.missing ?? [];
  const edits = { rotate: rotateSecret, reveal: revealSecret, disconnect } as const;
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
      <Loaded asked={asked} frame={(state) => <Card>{state}</Card>}>
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
              <ConnectionCard
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
          edit={() => edits[doing.what]({ ...place, id: doing.connection.id })}
          onDone={(reply) => doing.what !== 'disconnect' && setIssued(reply)}
        />
      )}
      <ShownOnce
        title={issued?.name ?? ''}
        label={issued && isSigned(issued.platform) ? 'Secret' : 'URL'}
        value={(issued && isSigned(issued.platform) ? issued.secret : issued?.url) ?? null}
        again
        hint={
          issued && isSigned(issued.platform)
            ? 'Paste it where the other system asks for a signing secret. The address is beside the connection.'
            : 'Paste it over there. Whoever knows it can send events, so keep it to yourself.'
        }
        onClose={() => setIssued(null)}
      />
    </Page>
  );
}

const deeds = {
  rotate: {
    title: 'New secret or address for',
    lead: 'Paste the new one over there. A signing secret stays good beside it until the next change; an address ends at once.',
    confirm: 'Make a new one',
    done: 'There is a new one.',
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
  const [platform, setPlatform] = useState<Offered>('launchdarkly');
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
      edit={() => connect(place, { platform, name: called })}
      onDone={onIssued}
    >
      {(errors) => (
        <>
          <Radio.Group
            label="System"
            value={platform}
            onChange={(chosen) => setPlatform(chosen as Offered)}
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
            You get its address next{isSigned(platform) ? ', with a secret' : ''}, and the steps to set it up
            there.
          </Text>
        </>
      )}
    </ChangeDrawer>
  );
}
