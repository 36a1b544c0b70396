import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newSignInLink, removeMember } from '../../api/edits.ts';
import type { InvitedMember, MemberReply, RoleReply } from '../../api/replies.ts';
import { members, roles } from '../../api/set-up-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useMe } from '../../shell/may.ts';
import { Chip } from '../../ui/chip.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { MemberInvite } from './member-invite.tsx';
import { MemberRoles } from './member-roles.tsx';
import { RoleList } from './role-list.tsx';
import { TokenList } from './token-list.tsx';
import { stateWords } from './words.ts';

type Doing = { readonly what: 'roles' | 'remove' | 'reset'; readonly member: MemberReply } | null;

/** Who may sign in, and what each of them may do. */
export function MemberList() {
  const known = useQuery(roles);
  const [inviting, invite] = useDisclosure(false);
  const [doing, setDoing] = useState<Doing>(null);
  const [link, setLink] = useState<InvitedMember | null>(null);
  return (
    <Page
      title="Members and roles"
      lead="Who may sign in, and what each of them may do. The server checks it at every step, not only here."
      action={
        <ActionButton action="member.invite" leftSection={<IconUserPlus size={16} />} onClick={invite.open}>
          Invite somebody
        </ActionButton>
      }
    >
      <People roles={known.data?.items ?? []} onDo={setDoing} />
      <RoleList />
      <TokenList />
      <MemberInvite
        roles={known.data?.items ?? []}
        opened={inviting}
        onClose={invite.close}
        onInvited={setLink}
      />
      {doing?.what === 'roles' && (
        <MemberRoles member={doing.member} roles={known.data?.items ?? []} onClose={() => setDoing(null)} />
      )}
      <ChangeDrawer
        opened={doing?.what === 'remove'}
        onClose={() => setDoing(null)}
        title={`Remove ${doing?.member.name ?? ''}`}
        lead="Their sessions and tokens end at once. What they did stays in the ledger."
        confirm="Remove"
        danger
        done={`${doing?.member.name ?? ''} is removed.`}
        withoutImpact
        edit={() => (doing === null ? null : removeMember({ id: doing.member.id }))}
      />
      <ChangeDrawer<InvitedMember>
        opened={doing?.what === 'reset'}
        onClose={() => setDoing(null)}
        title={`New sign-in link for ${doing?.member.name ?? ''}`}
        lead="Their password no longer works; with the link they choose another one."
        confirm="Make the link"
        done="There is a new link."
        withoutImpact
        edit={() => (doing === null ? null : newSignInLink({ id: doing.member.id }))}
        onDone={setLink}
      />
      <ShownOnce
        title={`Sign-in link for ${link?.name ?? ''}`}
        label="Link"
        value={link?.signInLink?.url ?? null}
        hint="Hand it to the person. It works once."
        onClose={() => setLink(null)}
      />
    </Page>
  );
}

function People({
  roles: known,
  onDo,
}: {
  readonly roles: readonly RoleReply[];
  readonly onDo: (doing: Doing) => void;
}) {
  const { principal } = useMe();
  const asked = useQuery(members);
  const names = new Map(known.map(({ key, name }) => [key, name]));
  return (
    <Section title="People" padded={false}>
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="People"
            rows={items.filter(({ state }) => state !== 'removed')}
            rowKey={({ id }) => id}
            empty={<Empty title="Nobody may sign in yet" />}
            columns={[
              {
                id: 'name',
                title: 'Name',
                cell: ({ id, name, email }) => (
                  <>
                    <Text fw={600}>
                      {name}
                      {id === principal.id && (
                        <Text span c="dimmed" fw={400}>
                          {' '}
                          (you)
                        </Text>
                      )}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {email}
                    </Text>
                  </>
                ),
              },
              {
                id: 'roles',
                title: 'Roles',
                cell: ({ roles: theirs }) => (
                  <Group gap={4}>
                    {theirs.map((role) => (
                      <Chip key={role}>{names.get(role) ?? role}</Chip>
                    ))}
                  </Group>
                ),
              },
              {
                id: 'state',
                title: 'State',
                fit: true,
                wide: true,
                cell: ({ state }) => <Chip tone={stateWords[state].tone}>{stateWords[state].word}</Chip>,
              },
              {
                id: 'do',
                title: 'Do',
                quiet: true,
                fit: true,
                cell: (member) => (
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <ActionButton
                      action="member.assign-roles"
                      off={member.id === principal.id ? 'Nobody changes their own roles.' : undefined}
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`Change the roles of ${member.name}`}
                      onClick={() => onDo({ what: 'roles', member })}
                    >
                      Roles
                    </ActionButton>
                    <ActionButton
                      action="member.reset"
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`New sign-in link for ${member.name}`}
                      onClick={() => onDo({ what: 'reset', member })}
                    >
                      New link
                    </ActionButton>
                    <ActionButton
                      action="member.remove"
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      aria-label={`Remove ${member.name}`}
                      onClick={() => onDo({ what: 'remove', member })}
                    >
                      Remove
                    </ActionButton>
                  </Group>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
