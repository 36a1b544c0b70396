import { firstTargeting, isSold } from '@latchkey/engine';
import { type Flag, FlagKey, Name } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { targetingIn } from './everywhere.ts';

/**
 * A new flag with everything of another: words, variations, and in each environment its targeting, but off. It places
 * contexts by a salt of its own, so that the two rollouts do not pick the same people. A clone is not sold by itself:
 * the tag that would make it a feature stays behind.
 */
export const cloneFlag = operation({
  kind: 'flag.clone',
  scope: 'project',
  input: z.strictObject({ flag: FlagKey, key: FlagKey, name: Name.exactOptional() }),
  resource: ({ key }) => `flag/${key}`,
  setup: ({ flag, key }) => ({
    source: one('flag', flag),
    flag: one('flag', key),
    environments: all('environment'),
  }),
  follow: ({ flag }, { environments }) => targetingIn(environments, flag),
  compute({ flag: from, key, name }, seen, { place, newId }) {
    const { source, environments } = seen;
    if (!source) return refuse('flag_unknown', `There is no flag ${from}.`, { field: 'flag' });
    if (seen.flag) return refuse('key_taken', `There is a flag ${key} already.`, { field: 'key' });
    const tags = source.tags.filter((tag) => !isSold({ tags: [tag] }));
    const flag: Flag = { ...source, key, name: name ?? source.name, tags, state: 'live' };
    return [
      mutate('flag', place, null, flag),
      ...environments.map(({ key: environment }) => {
        const salt = newId('salt');
        const targeting = seen[`targeting in ${environment}`];
        const own = targeting ? { ...targeting, flag: key, on: false, salt } : firstTargeting(flag, salt);
        return mutate('flag_targeting', { ...place, environment }, null, own);
      }),
    ];
  },
});
