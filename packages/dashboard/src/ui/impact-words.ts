import type { Impact } from '@latchkey/model';

const number = new Intl.NumberFormat('en');
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** The preview in one sentence: who gains, who loses, who is over a limit afterwards, whom flags answer otherwise. */
export function impactInWords({
  customers: { touched, gain, lose, overLimit },
  flags = [],
}: Pick<Impact, 'customers' | 'flags'>): string {
  // One customer may be answered otherwise by several flags; of the sums, only the largest is sure not to count twice.
  const answered = Math.max(0, ...flags.map(({ changed }) => changed));
  const parts = [
    gain > 0 && `${countOf(gain, 'customer')} ${gain === 1 ? 'gains' : 'gain'} something`,
    lose > 0 && `${countOf(lose, 'customer')} ${lose === 1 ? 'loses' : 'lose'} something`,
    overLimit > 0 && `${countOf(overLimit, 'customer')} ${overLimit === 1 ? 'is' : 'are'} over a new limit`,
    answered > 0 && `${countOf(answered, 'customer')} ${answered === 1 ? 'gets' : 'get'} something else`,
  ].filter((part) => part !== false);
  if (parts.length > 0) return `${joined(parts)}.`;
  if (flags.length > 0) return 'No customer gets anything else. Users and devices are not counted.';
  return touched > 0
    ? `${countOf(touched, 'customer')} ${touched === 1 ? 'is' : 'are'} touched; nobody gains or loses a feature.`
    : 'No customer gains or loses anything.';
}

/** “a, b and c”. */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
