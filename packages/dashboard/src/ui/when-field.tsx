import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';

/** At once, or at a moment that is named in the person's own time. Empty is at once. */
export function WhenField({
  value,
  onWhen,
  error,
}: {
  /** As the browser's field writes it: `2026-03-15T09:00`, in local time. */
  readonly value: string | null;
  readonly onWhen: (value: string | null) => void;
  readonly error?: string | undefined;
}) {
  return (
    <Stack gap={6}>
      <Text fw={500} component="span">
        When
      </Text>
      <SegmentedControl
        aria-label="When"
        value={value === null ? 'now' : 'later'}
        onChange={(choice) => onWhen(choice === 'now' ? null : '')}
        data={[
          { value: 'now', label: 'Now' },
          { value: 'later', label: 'At a time' },
        ]}
      />
      {value !== null && (
        <TextInput
          type="datetime-local"
          label="Day and time"
          description={`In your time, ${Intl.DateTimeFormat().resolvedOptions().timeZone}. It can be cancelled until then.`}
          required
          value={value}
          error={error}
          onChange={(event) => onWhen(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}

/** The moment as the API takes it; null while it is not whole. */
export const momentOf = (local: string): string | null =>
  Number.isNaN(Date.parse(local)) ? null : new Date(local).toISOString();
