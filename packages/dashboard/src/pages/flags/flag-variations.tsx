import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { changeProject } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Section } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { VariationsEdit } from './variations-edit.tsx';
import { placesOf, variationInWords } from './words.ts';

/** The answers that a flag can give, the same in every environment, and where each is given here. */
export function FlagVariations({ flag }: { readonly flag: FlagInEnvironment }) {
  const [editing, setEditing] = useState<FlagInEnvironment | null>(null);
  const [removing, setRemoving] = useState<number | null>(null);
  const place = usePlace();
  const { variations } = flag;
  return (
    <Section
      title="Variations"
      hint="The answers that this flag can give. They are the same in every environment."
      padded={false}
      action={
        <ActionButton
          action="flag.describe"
          size="compact-sm"
          variant="default"
          onClick={() => setEditing(flag)}
        >
          Edit the variations
        </ActionButton>
      }
    >
      <Table
        label="Variations"
        rows={variations.map((variation, index) => ({ ...variation, index }))}
        rowKey={({ index }) => String(index)}
        empty={null}
        columns={[
          {
            id: 'name',
            title: 'Variation',
            cell: ({ index, description }) => (
              <>
                <Text fw={600}>{variationInWords(variations, index)}</Text>
                {description && (
                  <Text size="xs" c="dimmed">
                    {description}
                  </Text>
                )}
              </>
            ),
          },
          { id: 'value', title: 'Value', cell: ({ value }) => <code>{JSON.stringify(value)}</code> },
          {
            id: 'given',
            title: 'Given here',
            wide: true,
            cell: ({ index }) => (
              <Group gap={6}>
                {placesOf(flag, index).map((given) => (
                  <Chip key={given}>{given}</Chip>
                ))}
              </Group>
            ),
          },
          {
            id: 'remove',
            title: 'Take away',
            quiet: true,
            fit: true,
            cell: ({ index }) =>
              variations.length > 2 && (
                <ActionButton
                  action="flag.remove-variation"
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  aria-label={`Remove ${variationInWords(variations, index)}`}
                  onClick={() => setRemoving(index)}
                >
                  Remove
                </ActionButton>
              ),
          },
        ]}
      />
      <ChangeDrawer
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={`Remove ${variationInWords(variations, removing ?? 0)}`}
        lead="It is taken away in every environment. This is refused while anything gives it to anybody, and says what."
        confirm="Remove it"
        danger
        done="The variation was removed."
        edit={() =>
          removing === null
            ? null
            : changeProject(place, {
                operations: [
                  { kind: 'flag.remove-variation', input: { flag: flag.key, variation: removing } },
                ],
              })
        }
      />
      {editing && <VariationsEdit flag={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}
