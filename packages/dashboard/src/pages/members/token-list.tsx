import { TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createToken, revokeToken } from '../../api/edits.ts';
import type { IssuedToken, TokenReply } from '../../api/replies.ts';
import { roles, tokens } from '../../api/set-up-queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useMay } from '../../shell/may.ts';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/page.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { endInWords } from '../../ui/time-words.ts';
import { RolePicker } from './role-picker.tsx';

/** Credentials for scripts on the management API. */
export function TokenList() {
  const now = useNow();
  const { allowed } = useMay('token.read');
  const asked = useQuery({ ...tokens, enabled: allowed });
  const [creating, create] = useDisclosure(false);
  const [revoking, setRevoking] = useState<TokenReply | null>(null);
  const [issued, setIssued] = useState<IssuedToken | null>(null);
  if (!allowed) return null;
  return (
    <Section
      title="API tokens"
      hint="For scripts. A token may never do more than whoever made it."
      padded={false}
      action={
        <ActionButton action="token.create" variant="default" size="compact-sm" onClick={create.open}>
          Create a token
        </ActionButton>
      }
    >
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="API tokens"
            rows={items}
            rowKey={({ id }) => id}
            empty={<Empty title="There are no tokens" />}
            columns={[
              { id: 'name', title: 'Name', cell: ({ name, ending }) => `${name} · ends in ${ending}` },
              { id: 'roles', title: 'Roles', wide: true, cell: ({ roles: may }) => may.join(', ') },
              { id: 'end', title: 'Ends', fit: true, cell: ({ expiresAt }) => endInWords(expiresAt, now) },
              {
                id: 'revoke',
                title: 'End it',
                quiet: true,
                fit: true,
                cell: (token) => (
                  <ActionButton
                    action="token.revoke"
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    aria-label={`Revoke ${token.name}`}
                    onClick={() => setRevoking(token)}
                  >
                    Revoke
                  </ActionButton>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <TokenCreate opened={creating} onClose={create.close} onIssued={setIssued} />
      <ChangeDrawer
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title={`Revoke ${revoking?.name ?? ''}`}
        lead="Scripts that use it are refused at once."
        confirm="Revoke the token"
        danger
        done="The token is revoked."
        withoutImpact
        edit={() => (revoking === null ? null : revokeToken({ id: revoking.id }))}
      />
      <ShownOnce
        title={issued?.name ?? ''}
        label="Token"
        value={issued?.value ?? null}
        hint="Send it as “Authorization: Bearer …”."
        onClose={() => setIssued(null)}
      />
    </Section>
  );
}

function TokenCreate({
  opened,
  onClose,
  onIssued,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onIssued: (token: IssuedToken) => void;
}) {
  const known = useQuery(roles);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <ChangeDrawer<IssuedToken>
      opened={opened}
      onClose={onClose}
      title="Create a token"
      lead="It ends by itself after 90 days."
      confirm="Create the token"
      done={`${name} was created.`}
      withoutImpact
      edit={() =>
        name.trim() === '' || chosen.length === 0
          ? null
          : createToken({}, { name: name.trim(), roles: chosen })
      }
      onDone={onIssued}
    >
      {(errors) => (
        <>
          <TextInput
            label="Name"
            description="What uses it."
            required
            data-autofocus
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RolePicker
            roles={known.data?.items ?? []}
            value={chosen}
            onChange={setChosen}
            error={errors.of('roles')}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
