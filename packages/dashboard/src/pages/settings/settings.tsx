import { Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { projects } from '../../api/queries.ts';
import type { ProjectReply } from '../../api/replies.ts';
import { ActionButton } from '../../shell/action-button.tsx';
import { TextLink } from '../../shell/links.tsx';
import { usePlace } from '../../shell/place.ts';
import { Chip } from '../../ui/chip.tsx';
import { Columns } from '../../ui/columns.tsx';
import { Facts } from '../../ui/facts.tsx';
import { KeyText } from '../../ui/key-text.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { EnvironmentList } from './environment-list.tsx';
import { EnvironmentSection } from './environment-section.tsx';
import { ProjectEdit } from './project-edit.tsx';

/** What a project and its environments are called, and what holds in each of them. */
export function Settings() {
  return (
    <Page title="Settings" lead="What holds in this environment, and in the project around it.">
      <Columns
        main={
          <>
            <EnvironmentSection />
            <EnvironmentList />
          </>
        }
        beside={
          <>
            <ProjectSection />
            <Elsewhere />
          </>
        }
      />
    </Page>
  );
}

function ProjectSection() {
  const place = usePlace();
  // The frame has loaded it before any page is drawn.
  const { data } = useSuspenseQuery(projects);
  const [editing, setEditing] = useState<ProjectReply | null>(null);
  const project = data.items.find(({ key }) => key === place.project);
  if (!project) return null;
  const { key, name, description, tags } = project;
  return (
    <Section
      title="Project"
      action={
        <ActionButton
          action="project.describe"
          variant="default"
          size="compact-sm"
          onClick={() => setEditing(project)}
        >
          Edit the project
        </ActionButton>
      }
    >
      <Facts
        facts={[
          ['Name', name],
          ['Key', <KeyText key="key" value={key} />],
          ['Description', description],
          [
            'Tags',
            tags.length === 0 ? null : (
              <Group key="tags" gap={6}>
                {tags.map((tag) => (
                  <Chip key={tag}>{tag}</Chip>
                ))}
              </Group>
            ),
          ],
        ]}
      />
      {editing && <ProjectEdit project={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

const rooms = [
  {
    to: '/$project/$environment/keys',
    name: 'Keys and endpoints',
    about: 'what applications present to be answered',
  },
  {
    to: '/$project/$environment/guardrails',
    name: 'Guardrails',
    about: 'how far people go on their own, and who approves',
  },
  {
    to: '/$project/$environment/members',
    name: 'Members and roles',
    about: 'who may sign in, and what each may do',
  },
  {
    to: '/$project/$environment/webhooks',
    name: 'Webhooks',
    about: 'who outside is told of what changes',
  },
] as const;

function Elsewhere() {
  const place = usePlace();
  return (
    <Section title="Set up elsewhere">
      <Stack gap="sm">
        {rooms.map(({ to, name, about }) => (
          <div key={to}>
            <TextLink to={to} params={place}>
              {name}
            </TextLink>
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
