import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { flagsIn } from '../../../api/catalogue-queries.ts';
import { TextLink } from '../../../shell/links.tsx';
import { usePlace } from '../../../shell/place.ts';
import { variationInWords } from '../words.ts';
import type { Targeting } from './draft.ts';

/** Flags that must answer a certain way before this one is asked. */
export function Prerequisites({
  flag,
  targeting: { prerequisites },
  edit,
}: {
  readonly flag: string;
  readonly targeting: Targeting;
  readonly edit: ((how: (targeting: Targeting) => Targeting) => void) | null;
}) {
  const place = usePlace();
  const flags = useQuery(flagsIn(place));
  const known = new Map((flags.data?.items ?? []).map((one) => [one.key, one]));
  const set = (next: Targeting['prerequisites']) => edit?.((before) => ({ ...before, prerequisites: next }));
  const free = [...known.values()].filter(
    ({ key, state }) =>
      key !== flag && state !== 'archived' && !prerequisites.some((asked) => asked.flag === key),
  );
  return (
    <>
      {prerequisites.length === 0 && (
        <Text c="dimmed" mb={8}>
          No other flag is asked first.
        </Text>
      )}
      {prerequisites.map((asked, index) => {
        const variations = known.get(asked.flag)?.variations ?? [];
        const name = known.get(asked.flag)?.name ?? asked.flag;
        return (
          <Group key={asked.flag} gap={8} mb={8}>
            <Text>
              flag{' '}
              <TextLink to="/$project/$environment/flags/$flag" params={{ ...place, flag: asked.flag }}>
                {name}
              </TextLink>{' '}
              answers
            </Text>
            {edit ? (
              <>
                <Select
                  aria-label={`${name} answers`}
                  w={200}
                  data={variations.map((_, at) => ({
                    value: String(at),
                    label: variationInWords(variations, at),
                  }))}
                  value={String(asked.variation)}
                  onChange={(chosen) =>
                    set(prerequisites.with(index, { ...asked, variation: Number(chosen) }))
                  }
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={`No longer ask ${name} first`}
                  onClick={() => set(prerequisites.toSpliced(index, 1))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </>
            ) : (
              <strong>{variationInWords(variations, asked.variation)}</strong>
            )}
          </Group>
        );
      })}
      {edit && free.length > 0 && (
        <Select
          aria-label="Ask another flag first"
          placeholder="Ask another flag first"
          leftSection={<IconPlus size={14} />}
          maw={320}
          searchable
          data={free.map(({ key, name }) => ({ value: key, label: name }))}
          value={null}
          onChange={(chosen) => chosen && set([...prerequisites, { flag: chosen, variation: 0 }])}
        />
      )}
    </>
  );
}
