import type { Flag, FlagTargeting } from '@latchkey/model';

/** How a flag starts in every environment: off, and once on, its first variation, or true, for everybody. */
export function firstTargeting(
  { key, kind, variations }: Pick<Flag, 'key' | 'kind' | 'variations'>,
  salt: string,
): FlagTargeting {
  const falseFirst = kind === 'boolean' && variations[0]?.value === false;
  const last = variations.length - 1;
  return {
    flag: key,
    on: false,
    offVariation: falseFirst ? 0 : last,
    fallthrough: { variation: falseFirst ? last : 0 },
    targets: [],
    rules: [],
    prerequisites: [],
    salt,
  };
}
