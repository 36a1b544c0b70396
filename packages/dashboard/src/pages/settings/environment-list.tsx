import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { environmentsOf } from '../../api/queries.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { EnvironmentDot } from '../../shell/environment-dot.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { EnvironmentCreate } from './environment-create.tsx';

/** The stages of the project. Each is edited where one can see which one it is. */
export function EnvironmentList() {
  const place = usePlace();
  const asked = useQuery(environmentsOf(place.project));
  const [creating, setCreating] = useState(false);
  return (
    <Section
      title="Environments"
      hint="The same flags, features and plans; customers, targeting and keys of their own."
      padded={false}
      action={
        <ActionButton
          action="environment.create"
          variant="default"
          size="compact-sm"
          onClick={() => setCreating(true)}
        >
          Add an environment
        </ActionButton>
      }
    >
      <Loaded asked={asked}>
        {({ items }) => (
          <Table
            label="Environments"
            rows={items}
            rowKey={({ key }) => key}
            empty={<Empty title="There are no environments" />}
            columns={[
              {
                id: 'name',
                title: 'Environment',
                cell: ({ key, name, color }) => (
                  <>
                    <Group gap="4px 10px">
                      <Group gap={8} wrap="nowrap">
                        <EnvironmentDot color={color} />
                        <TextLink
                          to="/$project/$environment/settings"
                          params={{ ...place, environment: key }}
                          fw={600}
                          c="var(--mantine-color-text)"
                        >
                          {name}
                        </TextLink>
                      </Group>
                      {key === place.environment && <Chip tone="info">You are here</Chip>}
                    </Group>
                    <Text size="xs" c="dimmed">
                      {key}
                    </Text>
                  </>
                ),
              },
              {
                id: 'plan',
                title: 'Default plan',
                wide: true,
                cell: ({ defaultPlan }) => defaultPlan ?? 'none',
              },
              {
                id: 'settings',
                title: 'Settings',
                cell: ({ protected: isProtected, secureMode }) => (
                  <Group gap={6}>
                    {isProtected && <Chip>asks why</Chip>}
                    {secureMode && <Chip>secure mode</Chip>}
                  </Group>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {creating && <EnvironmentCreate onClose={() => setCreating(false)} />}
    </Section>
  );
}
