import type { Flag, FlagTargeting } from '@latchkey/model';

/** Whether a boolean flag would hand out what it guards to those who have no right: they are given its off variation. */
export const answersYesWhenOff = (
  { kind, variations }: Flag,
  targetings: readonly FlagTargeting[],
): boolean =>
  kind === 'boolean' &&
  targetings.some(({ offVariation }) => offVariation !== null && variations[offVariation]?.value === true);
