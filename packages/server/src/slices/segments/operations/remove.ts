import { type Environment, type FlagTargeting, type Grant, Key, type Segment } from '@latchkey/model';
import { z } from 'zod';
import { type All, all, mutate, one, operation, refuse, within } from '../../../kernel/changes/operation.ts';
import { namedBy } from './rules.ts';

type UsesByEnvironment = Record<`targetings in ${string}`, All<'flag_targeting'>> &
  Record<`grants in ${string}`, All<'grant'>>;

/** Where each environment may speak of the segment. */
function usesIn(environments: readonly Environment[], segment: string): UsesByEnvironment {
  const wanted: UsesByEnvironment = {};
  for (const { key } of environments) {
    wanted[`targetings in ${key}`] = within(key, all('flag_targeting'));
    wanted[`grants in ${key}`] = within(key, all('grant', { parent: `segment/${segment}` }));
  }
  return wanted;
}

type Seen = { readonly [name: `targetings in ${string}`]: readonly FlagTargeting[] } & {
  readonly [name: `grants in ${string}`]: readonly Grant[];
};

/** Takes a segment away with everybody it lists, in every environment, unless anything asks for it. */
export const removeSegment = operation({
  kind: 'segment.remove',
  scope: 'project',
  input: z.strictObject({ segment: Key }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment }) => ({
    segment: one('segment', segment),
    segments: all('segment'),
    environments: all('environment'),
  }),
  follow: ({ segment }, { environments }) => usesIn(environments, segment),
  compute({ segment: key }, seen, { place }) {
    const { segment, segments, environments } = seen;
    if (!segment) return refuse('segment_unknown', `There is no segment ${key}.`);
    const uses = [...usedBySegments(key, segments), ...usedIn(key, environments, seen)];
    const [first] = uses;
    if (first === undefined) return [mutate('segment', place, segment, null)];
    const more = uses.length > 1 ? `, and ${uses.length - 1} more` : '';
    return refuse('segment_in_use', `The segment is in use: ${first}${more}.`, { uses: uses.slice(0, 50) });
  },
});

const usedBySegments = (key: string, segments: readonly Segment[]): readonly string[] =>
  segments.flatMap((other) =>
    other.key !== key && other.rules.some(({ clauses }) => namedBy(clauses).includes(key))
      ? [`the segment ${other.key} asks for it`]
      : [],
  );

const usedIn = (key: string, environments: readonly Environment[], seen: Seen): readonly string[] =>
  environments.flatMap(({ key: environment, name }) => [
    ...(seen[`targetings in ${environment}`] ?? []).flatMap(({ flag, rules }) =>
      rules.some(({ clauses }) => namedBy(clauses).includes(key)) ? [`${flag} asks for it in ${name}`] : [],
    ),
    ...(seen[`grants in ${environment}`] ?? []).flatMap(({ revokedAt, feature }) =>
      revokedAt === null ? [`${feature} is granted to it in ${name}`] : [],
    ),
  ]);
