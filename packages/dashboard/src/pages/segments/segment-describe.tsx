import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { describeSegment } from '../../api/edits.ts';
import type { SegmentReply } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';

/** The words of a segment, the same in every environment. */
export function SegmentDescribe({
  segment,
  onClose,
}: {
  readonly segment: SegmentReply;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [name, setName] = useState(segment.name);
  const [description, setDescription] = useState(segment.description);
  const [tags, setTags] = useState<string[]>([...segment.tags]);
  const body = {
    ...(name.trim() === segment.name ? {} : { name: name.trim() }),
    ...(description === segment.description ? {} : { description }),
    ...(tags.join() === segment.tags.join() ? {} : { tags }),
  };
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Edit ${segment.name}`}
      lead="The same in every environment."
      confirm="Save the segment"
      done={`${segment.name} was saved.`}
      edit={() =>
        name.trim() === '' || Object.keys(body).length === 0
          ? null
          : describeSegment({ ...place, segment: segment.key }, body)
      }
    >
      {(errors) => (
        <>
          <TextInput
            label="Name"
            required
            data-autofocus
            value={name}
            error={errors.of('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            value={description}
            error={errors.of('description')}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <TagsInput label="Tags" value={tags} onChange={setTags} error={errors.of('tags')} />
        </>
      )}
    </ChangeDrawer>
  );
}
