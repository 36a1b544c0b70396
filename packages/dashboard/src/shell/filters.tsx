import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

/** A search that waits for a pause in the typing before it goes into the address. */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (query: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback(onSearch, 250);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.8} />}
      flex="1 1 240px"
      value={typed}
      onChange={({ currentTarget: { value: now } }) => {
        setTyped(now);
        search(now.trim());
      }}
    />
  );
}

/** One of a few; the first choice is “any”. */
export function ChoiceField({
  label,
  any,
  value,
  choices,
  onChoice,
}: {
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoice: (value: string | undefined) => void;
}) {
  return (
    <Select
      aria-label={label}
      flex="1 1 150px"
      maw={{ sm: 200 }}
      data={[{ value: '', label: any }, ...choices]}
      value={value ?? ''}
      searchable={choices.length > 8}
      onChange={(chosen) => onChoice(chosen === null || chosen === '' ? undefined : chosen)}
    />
  );
}
