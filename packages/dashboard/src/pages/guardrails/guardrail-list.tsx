import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type GuardrailReply, guardrailsOf } from '../../api/change-queries.ts';
import { removeGuardrail } from '../../api/edits.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { GuardrailCreate } from './guardrail-create.tsx';
import { guardrailInWords } from './words.ts';

/** What people may do on their own, and where somebody else has to agree. */
export function GuardrailList() {
  const place = usePlace();
  const [creating, create] = useDisclosure(false);
  const [removing, setRemoving] = useState<GuardrailReply | null>(null);
  const asked = useQuery(guardrailsOf(place));
  return (
    <Page
      title="Guardrails"
      lead="How far people go on their own. Beyond it a change waits for somebody’s approval, or is refused with the reason."
      action={
        <ActionButton action="guardrail.create" leftSection={<IconPlus size={16} />} onClick={create.open}>
          Add a guardrail
        </ActionButton>
      }
    >
      <Section
        title="In this project"
        hint="The most restrictive one that fits a change wins."
        padded={false}
      >
        <Loaded asked={asked}>
          {({ items }) => (
            <Table
              label="Guardrails"
              rows={items}
              rowKey={({ key }) => key}
              empty={
                <Empty
                  title="There are no guardrails yet"
                  hint="People do what their roles allow. Limit how far they go without asking."
                />
              }
              columns={[
                {
                  id: 'name',
                  title: 'Guardrail',
                  cell: (guardrail) => (
                    <>
                      <Text fw={600}>{guardrail.name}</Text>
                      <Text size="sm" c="dimmed">
                        {guardrailInWords(guardrail)}
                      </Text>
                    </>
                  ),
                },
                {
                  id: 'where',
                  title: 'Where',
                  fit: true,
                  wide: true,
                  cell: ({ environment }) => environment ?? 'everywhere',
                },
                {
                  id: 'outcome',
                  title: 'Beyond it',
                  fit: true,
                  wide: true,
                  cell: ({ outcome }) =>
                    outcome === 'deny' ? <Chip tone="bad">Refused</Chip> : <Chip tone="warn">Approval</Chip>,
                },
                {
                  id: 'deeds',
                  title: 'Do',
                  quiet: true,
                  fit: true,
                  cell: (guardrail) => (
                    <ActionButton
                      action="guardrail.remove"
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      aria-label={`Remove ${guardrail.name}`}
                      onClick={() => setRemoving(guardrail)}
                    >
                      Remove
                    </ActionButton>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Section>
      <GuardrailCreate opened={creating} onClose={create.close} />
      <ChangeDrawer
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title="Remove the guardrail"
        lead="People may then do this on their own, as far as their roles go. What waits for approval goes on waiting."
        confirm="Remove it"
        danger
        done={`${removing?.name ?? 'The guardrail'} is removed.`}
        withoutImpact
        edit={() => (removing === null ? null : removeGuardrail({ ...place, guardrail: removing.key }))}
      />
    </Page>
  );
}
