import type { Flag, FlagTargeting } from '@latchkey/model';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { NewEnvironment, newEnvironment } from './create.ts';

/** One more running stage. Every flag starts there switched off. */
export const createEnvironment = operation({
  kind: 'environment.create',
  scope: 'project',
  input: NewEnvironment,
  resource: ({ key }) => `environment/${key}`,
  setup: ({ key }) => ({ environment: one('environment', key), flags: all('flag') }),
  compute(said, { environment: existing, flags }, { place, newId }) {
    if (existing) {
      return refuse('key_taken', `There is an environment ${said.key} already.`, { field: 'key' });
    }
    const there = { ...place, environment: said.key };
    return [
      mutate('environment', there, null, newEnvironment(said)),
      ...flags.map((flag) => mutate('flag_targeting', there, null, switchedOff(flag, newId('salt')))),
    ];
  },
});

/** As a new flag starts everywhere: off, and ready to serve its first variation, or true, to all. */
function switchedOff({ key, kind, variations }: Flag, salt: string): FlagTargeting {
  const isFalse = (index: number) => kind === 'boolean' && variations[index]?.value === false;
  const last = variations.length - 1;
  const off = isFalse(0) ? 0 : last;
  const fallthrough = { variation: isFalse(0) ? last : 0 };
  return {
    flag: key,
    on: false,
    offVariation: off,
    fallthrough,
    targets: [],
    rules: [],
    prerequisites: [],
    salt,
  };
}
