import type { CatalogueEntity } from '@latchkey/model';
import { Alert, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogueOf } from '../../api/catalogue-queries.ts';
import { renameEntity, restoreCatalogue } from '../../api/edits.ts';
import type { CatalogueReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';

const typeWords = {
  namespace: 'Namespace',
  enforcement: 'Enforcement',
  licence_model: 'Licence model',
  attribute: 'Attribute',
} as const satisfies Record<CatalogueEntity['type'], string>;

/** The entries that must be there under their exact names before an outside flag can become a feature. */
export function CatalogueList() {
  const place = usePlace();
  const asked = useQuery(catalogueOf(place));
  const [renaming, setRenaming] = useState<CatalogueReply | null>(null);
  const [restoring, setRestoring] = useState(false);
  return (
    <Section
      title="Catalogue entries"
      hint="Features born of flags refer to these by name. Rename or remove one, and flags stop becoming features until it is restored."
      padded={false}
      action={
        <ActionButton
          action="catalogue.restore"
          variant="default"
          size="compact-sm"
          onClick={() => setRestoring(true)}
        >
          Restore the defaults
        </ActionButton>
      }
    >
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="Catalogue entries"
            rows={items}
            rowKey={({ id }) => id}
            empty={
              <Empty
                title="The catalogue is empty"
                hint="Restore the defaults, and flags become features again."
              />
            }
            columns={[
              {
                id: 'name',
                title: 'Name',
                cell: ({ name, version }) => [name, version].filter(Boolean).join(' '),
              },
              { id: 'type', title: 'Type', cell: ({ type }) => typeWords[type] },
              {
                id: 'rename',
                title: 'Change',
                quiet: true,
                fit: true,
                cell: (entity) => (
                  <Group justify="flex-end">
                    <ActionButton
                      action="catalogue.rename"
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`Rename ${entity.name}, ${typeWords[entity.type].toLowerCase()}`}
                      onClick={() => setRenaming(entity)}
                    >
                      Rename
                    </ActionButton>
                  </Group>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {renaming && <Rename entity={renaming} onClose={() => setRenaming(null)} />}
      <ChangeDrawer
        opened={restoring}
        onClose={() => setRestoring(false)}
        title="Restore the defaults"
        lead="Brings back what is missing under its original name. Flags that waited become features."
        confirm="Restore"
        done="The catalogue is complete again."
        withoutImpact
        edit={() => restoreCatalogue(place)}
      />
    </Section>
  );
}

function Rename({ entity, onClose }: { readonly entity: CatalogueReply; readonly onClose: () => void }) {
  const place = usePlace();
  const [name, setName] = useState(entity.name);
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Rename ${entity.name}`}
      confirm="Rename"
      done="It was renamed."
      withoutImpact
      edit={() =>
        name.trim() === '' || name.trim() === entity.name
          ? null
          : renameEntity({ ...place, id: entity.id }, { name: name.trim() })
      }
    >
      {(errors) => (
        <>
          <Alert color="yellow" variant="light">
            Under another name, flags no longer become features.
          </Alert>
          <TextInput
            label="Name"
            required
            data-autofocus
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
