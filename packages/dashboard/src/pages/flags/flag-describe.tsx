import type { Flag } from '@latchkey/model';
import { Autocomplete, Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { describeFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { members } from '../../api/set-up-queries.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { useMay } from '../../shell/may.ts';
import { usePlace } from '../../shell/place.ts';
import { purposeWords } from './words.ts';

/** Spelled exactly so: flags that carry it become features. */
const soldTag = 'EntitledFeature';

/** The words, the owner and the purpose of a flag, the same in every environment. */
export function FlagDescribe({
  flag,
  onClose,
}: {
  readonly flag: FlagInEnvironment;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const people = useQuery({ ...members, enabled: useMay('member.read').allowed });
  const [said, setSaid] = useState(() => wordsOf(flag));
  const set = (part: Partial<Words>) => setSaid({ ...said, ...part });
  const changed = changedWords(wordsOf(flag), { ...said, name: said.name.trim() });
  const sell = (wanted: boolean) =>
    set({ tags: wanted ? [...said.tags, soldTag] : said.tags.filter((tag) => tag !== soldTag) });
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Edit ${flag.name}`}
      lead="The same in every environment."
      confirm="Save the flag"
      done={`${flag.name} was saved.`}
      edit={() =>
        said.name.trim() === '' || Object.keys(changed).length === 0
          ? null
          : describeFlag({ ...place, flag: flag.key }, changed)
      }
    >
      {(errors) => (
        <>
          <TextInput
            label="Name"
            required
            data-autofocus
            value={said.name}
            error={errors.of('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            value={said.description}
            error={errors.of('description')}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <Autocomplete
            label="Owner"
            description="Whom one asks about it."
            data={[...new Set((people.data?.items ?? []).map(({ name }) => name))]}
            value={said.owner ?? ''}
            error={errors.of('owner')}
            onChange={(owner) => set({ owner: owner.trim() === '' ? null : owner })}
          />
          <Select
            label="Purpose"
            data={Object.entries(purposeWords).map(([value, label]) => ({ value, label }))}
            value={said.purpose}
            onChange={(purpose) => set({ purpose: (purpose ?? 'release') as Flag['purpose'] })}
          />
          <Checkbox
            label="It lives for a while only"
            description="A temporary flag is asked about when it grows old."
            checked={said.temporary}
            onChange={(event) => set({ temporary: event.currentTarget.checked })}
          />
          <Checkbox
            label="Browsers and phones may ask for it"
            description="Its answer is then visible to the people who use the application."
            checked={said.clientSide}
            onChange={(event) => set({ clientSide: event.currentTarget.checked })}
          />
          <Checkbox
            label="Sell it as a feature"
            description={`Tags it “${soldTag}”: it appears under Features and can go into plans.`}
            checked={said.tags.includes(soldTag)}
            onChange={(event) => sell(event.currentTarget.checked)}
          />
          <TagsInput
            label="Tags"
            value={[...said.tags]}
            onChange={(tags) => set({ tags })}
            error={errors.of('tags')}
          />
        </>
      )}
    </ChangeDrawer>
  );
}

type Words = Pick<
  FlagInEnvironment,
  'name' | 'description' | 'tags' | 'owner' | 'purpose' | 'temporary' | 'clientSide'
>;

const wordsOf = ({ name, description, tags, owner, purpose, temporary, clientSide }: Words): Words => ({
  name,
  description,
  tags,
  owner,
  purpose,
  temporary,
  clientSide,
});

/** Only what differs is sent: what somebody else changes meanwhile stays as they left it. */
const changedWords = (before: Words, after: Words): Partial<Words> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Words]),
    ),
  );
