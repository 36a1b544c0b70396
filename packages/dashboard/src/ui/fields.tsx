import { Button, Group, TextInput, type TextInputProps } from '@mantine/core';
import { dateField } from './time-words.ts';

/** A day, typed or picked in the browser's own calendar. */
export function DateField(props: TextInputProps & { readonly onDate: (date: string) => void }) {
  const { onDate, ...rest } = props;
  return <TextInput {...rest} type="date" onChange={(event) => onDate(event.currentTarget.value)} />;
}

/** The last day of something, with the spans that people ask for most. Empty is no end, where that may be. */
export function LastDayField({
  label = 'Last day',
  value,
  onDate,
  now,
  spans = [14, 30, 90],
  endless = true,
  description,
  error,
}: {
  readonly label?: string;
  readonly value: string;
  readonly onDate: (date: string) => void;
  readonly now: number;
  readonly spans?: readonly number[];
  readonly endless?: boolean;
  readonly description?: string;
  readonly error?: string | undefined;
}) {
  return (
    <div>
      <DateField
        label={label}
        description={description ?? (endless ? 'Leave it empty for no end.' : undefined)}
        value={value}
        onDate={onDate}
        min={dateField(now, 0)}
        error={error}
        required={!endless}
      />
      <Group gap={6} mt={6}>
        {spans.map((days) => (
          <Button
            key={days}
            variant="default"
            size="compact-xs"
            aria-pressed={value === dateField(now, days)}
            onClick={() => onDate(dateField(now, days))}
          >
            {days} days
          </Button>
        ))}
        {endless && (
          <Button variant="default" size="compact-xs" aria-pressed={value === ''} onClick={() => onDate('')}>
            No end
          </Button>
        )}
      </Group>
    </div>
  );
}
