import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { environmentsOf, projects } from '../api/queries.ts';
import { EnvironmentDot } from './environment-dot.tsx';
import classes from './frame.module.css';
import { MenuHeading } from './menu-heading.tsx';
import { useEnvironment, usePlace } from './place.ts';

/** Which stage one is working on, by name and colour, on every page; and the way to another. */
export function EnvironmentSwitch() {
  const place = usePlace();
  const environment = useEnvironment();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(projects);
  const all = useQueries({ queries: data.items.map(({ key }) => environmentsOf(key)) });
  const go = (project: string, to: string) =>
    void navigate({ to: '/$project/$environment', params: { project, environment: to } });
  return (
    <Menu position="bottom-start" width={260} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes['place']} aria-label={`Environment: ${environment.name}. Switch`}>
          <EnvironmentDot color={environment.color} />
          <span>{environment.name}</span>
          <IconSelector size={15} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {data.items.map((project, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
          <div key={project.key} role="group" aria-label={project.name}>
            <MenuHeading>{project.name}</MenuHeading>
            {all[at]?.data?.items.map(({ key, name, color, protected: isProtected }) => (
              <Menu.Item
                key={key}
                onClick={() => go(project.key, key)}
                leftSection={<EnvironmentDot color={color} />}
                rightSection={
                  project.key === place.project && key === place.environment ? (
                    <IconCheck size={15} aria-label="You are here" />
                  ) : null
                }
              >
                {name}
                {isProtected && (
                  <Text size="xs" c="dimmed">
                    asks why at every change
                  </Text>
                )}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
