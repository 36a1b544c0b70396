import { ActionIcon, Button, Group, JsonInput, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { describeFlag } from '../../api/edits.ts';
import type { FlagInEnvironment } from '../../api/replies.ts';
import { ChangeDrawer } from '../../shell/change-drawer.tsx';
import { usePlace } from '../../shell/place.ts';
import { readVariation, type TypedVariation, typedVariation } from './variations.ts';
import { placesOf } from './words.ts';

/** Names, words and values of the variations. One that is given to somebody cannot be taken away. */
export function VariationsEdit({
  flag,
  onClose,
}: {
  readonly flag: FlagInEnvironment;
  readonly onClose: () => void;
}) {
  const place = usePlace();
  const [typed, setTyped] = useState<readonly TypedVariation[]>(flag.variations.map(typedVariation));
  const isBoolean = flag.kind === 'boolean';
  const read = typed.map((one) => readVariation(flag.kind, one));
  const whole = read.flatMap((one) => (one.variation === null ? [] : [one.variation]));
  const isReady = whole.length === read.length && JSON.stringify(whole) !== JSON.stringify(flag.variations);
  const set = (index: number, part: Partial<TypedVariation>) =>
    setTyped(typed.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <ChangeDrawer
      opened
      onClose={onClose}
      title={`Variations of ${flag.name}`}
      lead="The same in every environment. Whoever gets a variation gets its new value at once."
      confirm="Save the variations"
      done="The variations were saved."
      edit={() => (isReady ? describeFlag({ ...place, flag: flag.key }, { variations: whole }) : null)}
    >
      {(errors) => (
        <>
          {typed.map((one, index) => {
            const where = placesOf(flag, index);
            const problem = read[index]?.problem ?? undefined;
            const called = `Variation ${index + 1}`;
            return (
              <Stack
                // biome-ignore lint/suspicious/noArrayIndexKey: variations go by their place
                key={index}
                gap={8}
                component="fieldset"
                bd="1px solid var(--line)"
                p="sm"
                m={0}
                style={{ borderRadius: 8 }}
              >
                <Group component="legend" gap={6} px={6} fz="sm" fw={600}>
                  {called}
                  {index >= flag.variations.length && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={`Remove ${called.toLowerCase()}`}
                      onClick={() => setTyped(typed.toSpliced(index, 1))}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  )}
                </Group>
                <TextInput
                  label="Name"
                  aria-label={`${called}: name`}
                  placeholder={one.text}
                  value={one.name}
                  onChange={(event) => set(index, { name: event.currentTarget.value })}
                />
                {flag.kind === 'json' ? (
                  <JsonInput
                    label="Value"
                    aria-label={`${called}: value`}
                    autosize
                    minRows={2}
                    maxRows={12}
                    formatOnBlur
                    value={one.text}
                    error={problem}
                    onChange={(text) => set(index, { text })}
                  />
                ) : (
                  <TextInput
                    label="Value"
                    aria-label={`${called}: value`}
                    readOnly={isBoolean}
                    description={isBoolean ? 'A switch answers true or false.' : undefined}
                    value={one.text}
                    error={problem ?? (index === 0 ? errors.of('variations') : undefined)}
                    onChange={(event) => set(index, { text: event.currentTarget.value })}
                  />
                )}
                <Textarea
                  label="What it means"
                  aria-label={`${called}: what it means`}
                  description={where.length === 0 ? undefined : `Given here: ${where.join(', ')}.`}
                  autosize
                  value={one.description}
                  onChange={(event) => set(index, { description: event.currentTarget.value })}
                />
              </Stack>
            );
          })}
          {!isBoolean && (
            <Group>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={14} />}
                onClick={() => setTyped([...typed, { text: '', name: '', description: '' }])}
              >
                Add a variation
              </Button>
            </Group>
          )}
        </>
      )}
    </ChangeDrawer>
  );
}
