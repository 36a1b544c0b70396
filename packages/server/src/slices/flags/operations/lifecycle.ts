import { type Flag, FlagKey } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { targetingsIn, waitingFor } from './everywhere.ts';

const stateChange = (kind: `flag.${string}`, state: Flag['state']) =>
  operation({
    kind,
    scope: 'project',
    input: z.strictObject({ flag: FlagKey }),
    resource: ({ flag }) => `flag/${flag}`,
    setup: ({ flag }) => ({ flag: one('flag', flag) }),
    compute({ flag: key }, { flag }, { place }) {
      if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
      return [mutate('flag', place, flag, { ...flag, state })];
    },
  });

/** Says that a flag is on its way out; nothing changes for anybody yet. */
export const deprecateFlag = stateChange('flag.deprecate', 'deprecated');

/** Brings an archived or deprecated flag back, with the targeting it had. */
export const restoreFlag = stateChange('flag.restore', 'live');

/**
 * Takes a flag out of use: it answers its off variation everywhere, and its targeting stays as it was. Refused while
 * other flags wait for it, which would then never be served again.
 */
export const archiveFlag = operation({
  kind: 'flag.archive',
  scope: 'project',
  input: z.strictObject({ flag: FlagKey }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: ({ flag }) => ({ flag: one('flag', flag), flags: all('flag'), environments: all('environment') }),
  follow: (_, { environments }) => targetingsIn(environments),
  compute({ flag: key }, seen, { place }) {
    const { flag, flags, environments } = seen;
    if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
    const live = new Set(flags.filter(({ state }) => state !== 'archived').map((other) => other.key));
    const waiting = waitingFor(key, environments, seen).filter(({ targeting }) => live.has(targeting.flag));
    const [first, ...more] = waiting;
    if (first) {
      const others = more.length > 0 ? `, and ${more.length} more` : '';
      const said = `${first.targeting.flag} waits for it in ${first.environment.name}${others}.`;
      const names = new Set(waiting.slice(0, 50).map(({ targeting }) => targeting.flag));
      return refuse('flag_in_use', said, { waiting: [...names] });
    }
    return [mutate('flag', place, flag, { ...flag, state: 'archived' })];
  },
});
