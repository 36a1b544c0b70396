import type { FeatureKind } from '@latchkey/model';
import { Checkbox, Radio, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { flagsIn } from '../../api/catalogue-queries.ts';
import { createFeature } from '../../api/edits.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { NameAndKey, unnamed } from '../../ui/name-and-key.tsx';
import { kindWords } from './words.ts';

export function FeatureCreate({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const navigate = useNavigate();
  const flags = useQuery({ ...flagsIn(place), enabled: opened });
  const [named, setNamed] = useState(unnamed);
  const [description, setDescription] = useState('');
  const [kind, setKind] = useState<FeatureKind>('switch');
  const [unit, setUnit] = useState('');
  const [levels, setLevels] = useState<string[]>([]);
  const [flagKey, setFlagKey] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const counted = kind === 'number' || kind === 'meter';
  const close = () => {
    setNamed(unnamed);
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title="Create a feature"
      lead="Nobody has it until a plan or a grant gives it to them."
      confirm="Create the feature"
      done={`${named.name} was created.`}
      edit={() =>
        named.name.trim() === '' || named.key === '' || (kind === 'level' && levels.length === 0)
          ? null
          : createFeature(place, {
              key: named.key,
              name: named.name.trim(),
              kind,
              ...(description.trim() === '' ? {} : { description: description.trim() }),
              ...(counted && unit.trim() !== '' ? { unit: unit.trim() } : {}),
              ...(kind === 'level' ? { levels } : {}),
              ...(flagKey === null ? {} : { flagKey }),
              ...(open ? { access: 'open' } : {}),
            })
      }
      onDone={() =>
        void navigate({
          to: '/$project/$environment/features/$feature',
          params: { ...place, feature: named.key },
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
            example="Advanced reports"
          />
          <Textarea
            label="Description"
            description="For those who sell it."
            autosize
            minRows={2}
            value={description}
            error={errors.of('description')}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Radio.Group
            label="Kind"
            description="It stays this kind once somebody has it."
            value={kind}
            onChange={(chosen) => setKind(chosen as FeatureKind)}
            error={errors.of('kind')}
          >
            <Stack gap={6} mt={6}>
              {Object.entries(kindWords).map(([value, { word, about }]) => (
                <Radio key={value} value={value} label={word} description={about} />
              ))}
            </Stack>
          </Radio.Group>
          {counted && (
            <TextInput
              label="Unit"
              description="The noun that is counted."
              placeholder={kind === 'number' ? 'seats' : 'API calls'}
              value={unit}
              error={errors.of('unit')}
              onChange={(event) => setUnit(event.currentTarget.value)}
            />
          )}
          {kind === 'level' && (
            <TagsInput
              label="Levels"
              description="Lowest first; press Enter after each."
              required
              value={levels}
              onChange={setLevels}
              error={errors.of('levels')}
            />
          )}
          <Select
            label="Guarded by a flag"
            description="While the flag is off, nobody has the feature."
            placeholder="No flag"
            clearable
            searchable
            data={(flags.data?.items ?? []).map(({ key, name }) => ({
              value: key,
              label: `${name} (${key})`,
            }))}
            value={flagKey}
            onChange={setFlagKey}
            error={errors.of('flagKey')}
          />
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
