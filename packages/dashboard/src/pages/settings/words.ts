import type { Environment } from '@latchkey/model';

export const colorWords = {
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  violet: 'Violet',
  gray: 'Gray',
} as const satisfies Record<Environment['color'], string>;

/** What becomes of browsers when secure mode is switched; null while it stays as it is. */
export function secureModeEffect(before: boolean, after: boolean): string | null {
  if (before === after) return null;
  return after
    ? 'From the moment you save, pages get no flags unless they send a hash that your own server made with an SDK key. Have your server do that first.'
    : 'From the moment you save, whoever knows the client-side id can ask what any context gets, also somebody else’s.';
}

/** Only what differs is sent: what somebody else changes meanwhile stays as they left it. */
export const changedPart = <Words extends object>(before: Words, after: Words): Partial<Words> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Words]),
    ),
  ) as Partial<Words>;
