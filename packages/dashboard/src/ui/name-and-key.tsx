import { TextInput } from '@mantine/core';
import { keyFromName } from './key-from-name.ts';

interface Named {
  readonly name: string;
  readonly key: string;
  /** Once somebody has typed a key, the name no longer changes it. */
  readonly ownKey: boolean;
}
export const unnamed: Named = { name: '', key: '', ownKey: false };

/** A name and the key that follows it until somebody types their own. */
export function NameAndKey({
  value,
  onChange,
  nameError,
  keyError,
  example,
}: {
  readonly value: Named;
  readonly onChange: (value: Named) => void;
  readonly nameError?: string | undefined;
  readonly keyError?: string | undefined;
  readonly example?: string;
}) {
  return (
    <>
      <TextInput
        label="Name"
        required
        data-autofocus
        placeholder={example}
        value={value.name}
        error={nameError}
        onChange={({ currentTarget: { value: name } }) =>
          onChange({ ...value, name, key: value.ownKey ? value.key : keyFromName(name) })
        }
      />
      <TextInput
        label="Key"
        description="For programs. It can never be changed."
        required
        value={value.key}
        error={keyError}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        onChange={({ currentTarget: { value: key } }) => onChange({ ...value, key, ownKey: key !== '' })}
      />
    </>
  );
}
