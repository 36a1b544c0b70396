import type { Environment } from '@latchkey/model';

type Color = Environment['color'];

/** Our named colours as the six digits that LaunchDarkly writes. */
const digits: { readonly [C in Color]: string } = {
  red: 'E03131',
  orange: 'F08C00',
  yellow: 'F5C518',
  green: '2F9E44',
  teal: '0CA678',
  blue: '1C7ED6',
  violet: '7048E8',
  gray: '868E96',
};

export const toDigits = (color: Color): string => digits[color];

/** The named colour that lies nearest: a screen shows eight, and people choose among millions. */
export function toColor(written: string): Color {
  const asked = channels(written);
  const distance = (color: Color): number =>
    channels(digits[color]).reduce((sum, channel, at) => sum + (channel - (asked[at] ?? 0)) ** 2, 0);
  const [nearest = 'gray'] = (Object.keys(digits) as Color[]).toSorted(
    (one, other) => distance(one) - distance(other),
  );
  return nearest;
}

const channels = (written: string): readonly number[] =>
  [0, 2, 4].map((at) => Number.parseInt(written.slice(at, at + 2), 16));
