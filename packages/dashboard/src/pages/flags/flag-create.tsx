import type { Flag } from '@latchkey/model';
import { Checkbox, Select, TagsInput, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createFlag } from '../../api/edits.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { NameAndKey, unnamed } from '../../ui/name-and-key.tsx';
import { type FlagValues, readVariations } from './variations.ts';
import { purposeWords } from './words.ts';

export function FlagCreate({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const place = usePlace();
  const navigate = useNavigate();
  const [named, setNamed] = useState(unnamed);
  const [description, setDescription] = useState('');
  const [values, setValues] = useState<FlagValues>({ kind: 'boolean', texts: [] });
  const [purpose, setPurpose] = useState<Flag['purpose']>('release');
  const [tags, setTags] = useState<string[]>([]);
  const [clientSide, setClientSide] = useState(false);
  const read = readVariations(values);
  const close = () => {
    setNamed(unnamed);
    onClose();
  };
  return (
    <ChangeDrawer
      opened={opened}
      onClose={close}
      title="Create a flag"
      lead="It begins switched off in every environment."
      confirm="Create the flag"
      done={`${named.name} was created.`}
      edit={() =>
        named.name.trim() === '' || named.key === '' || read.variations === null
          ? null
          : createFlag(place, {
              key: named.key,
              name: named.name.trim(),
              kind: values.kind,
              variations: read.variations,
              purpose,
              ...(description.trim() === '' ? {} : { description: description.trim() }),
              ...(tags.length === 0 ? {} : { tags }),
              ...(clientSide ? { clientSide } : {}),
            })
      }
      onDone={() =>
        void navigate({ to: '/$project/$environment/flags/$flag', params: { ...place, flag: named.key } })
      }
    >
      {(errors) => (
        <>
          <NameAndKey
            value={named}
            onChange={setNamed}
            nameError={errors.of('name')}
            keyError={errors.of('key')}
            example="New checkout"
          />
          <Select
            label="Answers with"
            data={[
              { value: 'boolean', label: 'True or false' },
              { value: 'string', label: 'A text' },
              { value: 'number', label: 'A number' },
              { value: 'json', label: 'JSON' },
            ]}
            value={values.kind}
            onChange={(kind) => setValues({ kind: (kind ?? 'boolean') as Flag['kind'], texts: [] })}
            error={errors.of('kind')}
          />
          {values.kind !== 'boolean' && (
            <TagsInput
              label="Variations"
              description="At least two; press Enter after each."
              required
              splitChars={[]}
              value={[...values.texts]}
              onChange={(texts) => setValues({ ...values, texts })}
              error={read.problem ?? errors.of('variations')}
            />
          )}
          <Select
            label="Purpose"
            data={Object.entries(purposeWords).map(([value, label]) => ({ value, label }))}
            value={purpose}
            onChange={(chosen) => setPurpose((chosen ?? 'release') as Flag['purpose'])}
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
          <Checkbox
            label="Browsers and phones may ask for it"
            description="Its answer is then visible to the people who use the application."
            checked={clientSide}
            onChange={(event) => setClientSide(event.currentTarget.checked)}
          />
        </>
      )}
    </ChangeDrawer>
  );
}
