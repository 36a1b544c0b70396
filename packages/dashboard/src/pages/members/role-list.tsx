import { Accordion, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { roles } from '../../api/set-up-queries.ts';
import { Chip } from '../../ui/chip.tsx';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { statementInWords } from './words.ts';

/** What each role may do, in its own sentences. */
export function RoleList() {
  const asked = useQuery(roles);
  return (
    <Section title="Roles" hint="A denial beats every permission." padded={false}>
      <Loaded asked={asked}>
        {({ items }) => (
          <Accordion chevronPosition="right" order={3}>
            {items.map(({ key, name, description, statements, builtIn }) => (
              <Accordion.Item key={key} value={key}>
                <Accordion.Control>
                  <Group gap="xs">
                    <Text fw={600}>{name}</Text>
                    {!builtIn && <Chip tone="info">yours</Chip>}
                    <Text c="dimmed">{description}</Text>
                  </Group>
                </Accordion.Control>
                <Accordion.Panel>
                  {statements.map((statement) => (
                    <Text key={JSON.stringify(statement)} size="sm" mb={4}>
                      {statementInWords(statement)}
                    </Text>
                  ))}
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Loaded>
    </Section>
  );
}
