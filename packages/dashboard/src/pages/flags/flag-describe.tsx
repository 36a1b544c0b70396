import { Checkbox, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { describeFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';

/** Spelled exactly so: flags that carry it become features. */
const soldTag = 'EntitledFeature';

/** The words and tags of a flag, the same in every environment. */
export function FlagDescribe({
  flag,
  onClose,
}: {
  readonly flag: FlagInEnvironment;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [name, setName] = useState(flag.name);
  const [description, setDescription] = useState(flag.description);
  const [tags, setTags] = useState<string[]>([...flag.tags]);
  const body = {
    ...(name.trim() === flag.name ? {} : { name: name.trim() }),
    ...(description === flag.description ? {} : { description }),
    ...(tags.join() === flag.tags.join() ? {} : { tags }),
  };
  const sell = (wanted: boolean) =>
    setTags(wanted ? [...tags, soldTag] : tags.filter((tag) => tag !== soldTag));
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Edit ${flag.name}`}
      lead="The same in every environment."
      confirm="Save the flag"
      done={`${flag.name} was saved.`}
      edit={() =>
        name.trim() === '' || Object.keys(body).length === 0
          ? null
          : describeFlag({ ...place, flag: flag.key }, body)
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
          <Checkbox
            label="Sell it as a feature"
            description={`Tags it “${soldTag}”: it appears under Features and can go into plans.`}
            checked={tags.includes(soldTag)}
            onChange={(event) => sell(event.currentTarget.checked)}
          />
          <TagsInput label="Tags" value={tags} onChange={setTags} error={errors.of('tags')} />
        </>
      )}
    </ChangeDrawer>
  );
}
