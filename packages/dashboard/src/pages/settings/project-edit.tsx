import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { describeProject } from '../../api/edits.ts';
import type { ProjectReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { changedPart } from './words.ts';

export function ProjectEdit({
  project,
  onClose,
}: {
  readonly project: ProjectReply;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const before = { name: project.name, description: project.description, tags: project.tags };
  const [said, setSaid] = useState(before);
  const name = said.name.trim();
  const changed = changedPart(before, { ...said, name });
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Edit ${project.name}`}
      lead="The same in all its environments."
      confirm="Save the project"
      done={`${name} was saved.`}
      withoutImpact
      edit={() => (name === '' || Object.keys(changed).length === 0 ? null : describeProject(place, changed))}
    >
      {(errors) => (
        <>
          <TextInput
            label="Name"
            required
            data-autofocus
            value={said.name}
            error={errors.of('name')}
            onChange={(event) => setSaid({ ...said, name: event.currentTarget.value })}
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            value={said.description}
            error={errors.of('description')}
            onChange={(event) => setSaid({ ...said, description: event.currentTarget.value })}
          />
          <TagsInput
            label="Tags"
            value={said.tags}
            error={errors.of('tags')}
            onChange={(tags) => setSaid({ ...said, tags })}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
