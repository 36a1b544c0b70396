import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createSegment } from '../../api/edits.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { NameAndKey, unnamed } from '../../ui/name-and-key.tsx';

export function SegmentCreate({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const navigate = useNavigate();
  const [named, setNamed] = useState(unnamed);
  const [description, setDescription] = useState('');
  const close = () => {
    setNamed(unnamed);
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title="Create a segment"
      lead="Who is in it comes next, environment by environment."
      confirm="Create the segment"
      done={`${named.name} was created.`}
      edit={() =>
        named.name.trim() === '' || named.key === ''
          ? null
          : createSegment(place, {
              key: named.key,
              name: named.name.trim(),
              ...(description.trim() === '' ? {} : { description: description.trim() }),
            })
      }
      onDone={() =>
        void navigate({
          to: '/$project/$environment/segments/$segment',
          params: { ...place, segment: named.key },
        })
      }
    >
      {(errors) => (
        <>
          <NameAndKey
            value={named}
            onChange={setNamed}
            nameError={errors.of('name')}
            keyError={errors.of('key')}
            example="Beta testers"
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            value={description}
            error={errors.of('description')}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
