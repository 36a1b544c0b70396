import type { Environment, FlagKey, FlagTargeting } from '@latchkey/model';
import { type All, all, type One, one, within } from '../../../kernel/changes/operation.ts';

type TargetingsByEnvironment = Record<`targeting in ${string}`, One<'flag_targeting'>>;
type SeenTargetings = { readonly [name: `targeting in ${string}`]: FlagTargeting | null };

/** The flag's own part in each environment. */
export function targetingIn(environments: readonly Environment[], flag: FlagKey): TargetingsByEnvironment {
  const wanted: TargetingsByEnvironment = {};
  for (const { key } of environments)
    wanted[`targeting in ${key}`] = within(key, one('flag_targeting', flag));
  return wanted;
}

/** What was found of it, with the environment that it is in. */
export const targetingsFound = (environments: readonly Environment[], seen: SeenTargetings) =>
  environments.flatMap((environment) => {
    const targeting = seen[`targeting in ${environment.key}`];
    return targeting ? [{ environment, targeting }] : [];
  });

type AllByEnvironment = Record<`targetings in ${string}`, All<'flag_targeting'>>;
type SeenAll = { readonly [name: `targetings in ${string}`]: readonly FlagTargeting[] };

/** Every flag's part in every environment: for what other flags say of one. */
export function targetingsIn(environments: readonly Environment[]): AllByEnvironment {
  const wanted: AllByEnvironment = {};
  for (const { key } of environments) wanted[`targetings in ${key}`] = within(key, all('flag_targeting'));
  return wanted;
}

/** The parts of other flags that wait for this one, with the environment that they are in. */
export const waitingFor = (key: FlagKey, environments: readonly Environment[], seen: SeenAll) =>
  environments.flatMap((environment) =>
    (seen[`targetings in ${environment.key}`] ?? [])
      .filter(({ prerequisites }) => prerequisites.some((one) => one.flag === key))
      .map((targeting) => ({ environment, targeting })),
  );
