import type { Environment } from '@latchkey/model';
import { Group, Select } from '@mantine/core';
import { EnvironmentDot } from '../../shell/environment-dot.tsx';
import { colorWords } from './words.ts';

type Color = Environment['color'];

export function ColorField({
  value,
  onChange,
}: {
  readonly value: Color;
  readonly onChange: (color: Color) => void;
}) {
  return (
    <Select
      label="Colour"
      description="On every page, so that nobody takes one environment for another."
      data={Object.entries(colorWords).map(([color, label]) => ({ value: color, label }))}
      value={value}
      allowDeselect={false}
      leftSection={<EnvironmentDot color={value} />}
      renderOption={({ option }) => (
        <Group gap="xs">
          <EnvironmentDot color={option.value as Color} />
          {option.label}
        </Group>
      )}
      onChange={(color) => onChange((color ?? 'gray') as Color)}
    />
  );
}
