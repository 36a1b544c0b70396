import { Checkbox, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { featuresIn, flagsIn } from '../../api/catalogue-queries.ts';
import { describeFeature } from '../../api/edits.ts';
import type { FeatureShown } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';

export function FeatureDescribe({
  feature,
  onClose,
}: {
  readonly feature: FeatureShown;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const flags = useQuery(flagsIn(place));
  const features = useQuery(featuresIn(place));
  const [name, setName] = useState(feature.name);
  const [description, setDescription] = useState(feature.description);
  const [owner, setOwner] = useState(feature.owner ?? '');
  const [tags, setTags] = useState<string[]>([...feature.tags]);
  const [flagKey, setFlagKey] = useState(feature.flagKey);
  const [requires, setRequires] = useState<string[]>([...feature.requires]);
  const [open, setOpen] = useState(feature.access === 'open');
  const body = {
    ...(name.trim() === feature.name ? {} : { name: name.trim() }),
    ...(description === feature.description ? {} : { description }),
    ...(owner === (feature.owner ?? '') ? {} : { owner: owner.trim() === '' ? null : owner.trim() }),
    ...(tags.join() === feature.tags.join() ? {} : { tags }),
    ...(flagKey === feature.flagKey ? {} : { flagKey }),
    ...(requires.join() === feature.requires.join() ? {} : { requires }),
    ...(open === (feature.access === 'open')
      ? {}
      : { access: open ? ('open' as const) : ('gated' as const) }),
  };
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Edit ${feature.name}`}
      confirm="Save the feature"
      done={`${feature.name} was saved.`}
      edit={() =>
        name.trim() === '' || Object.keys(body).length === 0
          ? null
          : describeFeature({ ...place, feature: feature.key }, body, feature.version)
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
          <Select
            label="Guarded by a flag"
            description="While the flag is off, nobody has the feature."
            placeholder="No flag"
            clearable
            searchable
            data={(flags.data?.items ?? []).map((flag) => ({
              value: flag.key,
              label: `${flag.name} (${flag.key})`,
            }))}
            value={flagKey}
            onChange={setFlagKey}
            error={errors.of('flagKey')}
          />
          <MultiSelect
            label="Requires"
            description="Whoever lacks one of these lacks this as well."
            searchable
            data={(features.data?.items ?? [])
              .filter(({ key }) => key !== feature.key)
              .map((one) => ({ value: one.key, label: one.name }))}
            value={requires}
            onChange={setRequires}
            error={errors.of('requires')}
          />
          <TextInput
            label="Owner"
            value={owner}
            error={errors.of('owner')}
            onChange={(event) => setOwner(event.currentTarget.value)}
          />
          <TagsInput label="Tags" value={tags} onChange={setTags} error={errors.of('tags')} />
          <Checkbox
            label="Open to everybody"
            description="No plan or grant is needed."
            checked={open}
            onChange={(event) => setOpen(event.currentTarget.checked)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
