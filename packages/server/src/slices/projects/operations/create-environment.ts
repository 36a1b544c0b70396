import { firstTargeting } from '@latchkey/engine';
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
      ...flags.map((flag) => mutate('flag_targeting', there, null, firstTargeting(flag, newId('salt')))),
    ];
  },
});
