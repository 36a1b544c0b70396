import type { EnvironmentKeyKind } from '@latchkey/model';
import { Code, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createKey, revealKey, revokeKey } from '../../api/edits.ts';
import type { IssuedKey, KeyReply } from '../../api/replies.ts';
import { keysIn } from '../../api/set-up-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useEnvironment, usePlace } from '../../shell/place.ts';
import { Columns } from '../../ui/columns.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import classes from './console-properties.module.css';
import { ConsoleProperties } from './console-properties.tsx';
import { kindWords } from './words.ts';

type Doing = { readonly what: 'reveal' | 'revoke'; readonly key: KeyReply } | null;

/** What applications present to be answered, and where they ask. */
export function KeyList() {
  const place = usePlace();
  const now = useNow();
  const environment = useEnvironment();
  const [creating, create] = useDisclosure(false);
  const [doing, setDoing] = useState<Doing>(null);
  const [shown, setShown] = useState<IssuedKey | null>(null);
  const asked = useQuery(keysIn(place));
  return (
    <Page
      title="Keys and endpoints"
      lead={`What applications need to be answered in ${environment.name}.`}
      action={
        <ActionButton action="key.create" leftSection={<IconPlus size={16} />} onClick={create.open}>
          Create a key
        </ActionButton>
      }
    >
      <Columns
        main={
          <>
            <Section
              title="Keys"
              hint="Two of a kind may live at once, so that you can change them without a gap."
              padded={false}
            >
              <Loaded asked={asked}>
                {({ items }) => (
                  <Table
                    label="Keys"
                    rows={items}
                    rowKey={({ id }) => id}
                    empty={
                      <Empty
                        title="There are no keys here yet"
                        hint="An application cannot ask anything without one."
                      />
                    }
                    columns={[
                      {
                        id: 'kind',
                        title: 'Key',
                        cell: ({ kind, name, ending }) => (
                          <>
                            <Text fw={600}>{name || kindWords[kind].word}</Text>
                            <Text size="xs" c="dimmed">
                              {kindWords[kind].word} · ends in <code>{ending}</code>
                            </Text>
                          </>
                        ),
                      },
                      {
                        id: 'since',
                        title: 'Made',
                        fit: true,
                        wide: true,
                        cell: ({ createdAt }) => <Ago at={createdAt} now={now} />,
                      },
                      {
                        id: 'deeds',
                        title: 'Do',
                        quiet: true,
                        fit: true,
                        cell: (key) => (
                          <Group gap={4} justify="flex-end" wrap="nowrap">
                            {key.revealable && (
                              <ActionButton
                                action="key.reveal"
                                variant="subtle"
                                size="compact-sm"
                                aria-label={`Show ${key.name || kindWords[key.kind].word}`}
                                onClick={() => setDoing({ what: 'reveal', key })}
                              >
                                Show
                              </ActionButton>
                            )}
                            <ActionButton
                              action="key.revoke"
                              variant="subtle"
                              color="red"
                              size="compact-sm"
                              aria-label={`Revoke ${key.name || kindWords[key.kind].word}`}
                              onClick={() => setDoing({ what: 'revoke', key })}
                            >
                              Revoke
                            </ActionButton>
                          </Group>
                        ),
                      },
                    ]}
                  />
                )}
              </Loaded>
            </Section>
            <Section
              title="For browsers"
              hint="Not a secret: it only opens flags that are marked for browsers."
            >
              <CopyField label="Client-side id" value={environment.clientSideId} />
            </Section>
            <Section
              title="For official LaunchDarkly SDKs"
              hint="Point all three addresses here and use an SDK key."
            >
              <Code
                block
                className={classes['wrap'] ?? ''}
              >{`baseUri, streamUri, eventsUri: ${window.location.origin}/ld`}</Code>
            </Section>
          </>
        }
        beside={<ConsoleProperties />}
      />
      <KeyCreate opened={creating} onClose={create.close} onIssued={setShown} />
      <ChangeDrawer<IssuedKey>
        opened={doing?.what === 'reveal'}
        onClose={() => setDoing(null)}
        title="Show the key"
        lead="That you looked at it goes into the ledger."
        confirm="Show it"
        done="The key is shown."
        withoutImpact
        edit={() => (doing === null ? null : revealKey({ ...place, id: doing.key.id }))}
        onDone={setShown}
      />
      <ChangeDrawer
        opened={doing?.what === 'revoke'}
        onClose={() => setDoing(null)}
        title="Revoke the key"
        lead="Applications that still use it are refused at once."
        confirm="Revoke the key"
        danger
        done="The key is revoked."
        withoutImpact
        edit={() => (doing === null ? null : revokeKey({ ...place, id: doing.key.id }))}
      />
      <ShownOnce
        title={shown ? kindWords[shown.kind].word : ''}
        label="Key"
        value={shown?.value ?? null}
        again={shown?.revealable ?? false}
        hint={shown ? kindWords[shown.kind].about : ''}
        onClose={() => setShown(null)}
      />
    </Page>
  );
}

function KeyCreate({
  opened,
  onClose,
  onIssued,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onIssued: (key: IssuedKey) => void;
}) {
  const place = usePlace();
  const [kind, setKind] = useState<EnvironmentKeyKind>('sdk');
  const [name, setName] = useState('');
  return (
    <ChangeDrawer<IssuedKey>
      opened={opened}
      onClose={onClose}
      title="Create a key"
      confirm="Create the key"
      done="The key was created."
      withoutImpact
      edit={() => createKey(place, { kind, ...(name.trim() === '' ? {} : { name: name.trim() }) })}
      onDone={onIssued}
    >
      {(errors) => (
        <>
          <Radio.Group
            label="Kind"
            value={kind}
            onChange={(chosen) => setKind(chosen as EnvironmentKeyKind)}
            error={errors.of('kind')}
          >
            <Stack gap={6} mt={6}>
              {(['sdk', 'client-application', 'mobile'] as const).map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={kindWords[value].word}
                  description={kindWords[value].about}
                />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label="Name"
            description="Which application it is for."
            placeholder="Shop server"
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
