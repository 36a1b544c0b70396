import type { Plan } from '@latchkey/model';

export const kindWords = { plan: 'Plan', addon: 'Add-on', trial: 'Trial' } as const satisfies Record<
  Plan['kind'],
  string
>;

export const kindHints = {
  plan: 'What a customer is on.',
  addon: 'Bought on top of a plan.',
  trial: 'For a time, to try it.',
} as const satisfies Record<Plan['kind'], string>;

export type VersionState = 'draft' | 'announced' | 'current' | 'past';

/** Where a version stands in one environment. */
export function stateOfVersion(
  version: number,
  editions: readonly { readonly version: number; readonly from: string }[],
  now: number,
): VersionState {
  const begun = editions.filter(({ from }) => Date.parse(from) <= now);
  if (begun.at(-1)?.version === version) return 'current';
  if (editions.some((edition) => edition.version === version && Date.parse(edition.from) > now))
    return 'announced';
  return begun.some((edition) => edition.version === version) ? 'past' : 'draft';
}
