import { bornOfFlag, isSold, missingEntries } from '@latchkey/engine';
import { type Flag, FlagKey, Tag } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { targetingIn, targetingsFound } from './everywhere.ts';
import { refuseGuarding } from './guarding.ts';

const tagsMax = 50;

/** Adds tags and takes others away, whatever else the flag is tagged with by now. */
export const tagFlag = operation({
  kind: 'flag.tag',
  scope: 'project',
  input: z.strictObject({
    flag: FlagKey,
    add: z.array(Tag).max(tagsMax).exactOptional(),
    remove: z.array(Tag).max(tagsMax).exactOptional(),
  }),
  resource: ({ flag }) => `flag/${flag}`,
  setup: ({ flag }) => ({
    flag: one('flag', flag),
    feature: one('feature', flag),
    entities: all('catalogue_entity'),
    environments: all('environment'),
  }),
  follow: ({ flag }, { environments }) => targetingIn(environments, flag),
  compute({ flag: key, add = [], remove = [] }, seen, { place }) {
    const { flag, feature, entities } = seen;
    if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
    const tags = [...new Set([...flag.tags.filter((tag) => !remove.includes(tag)), ...add])];
    if (tags.length > tagsMax) {
      return refuse('invalid_request', `A flag takes at most ${tagsMax} tags.`, { field: 'add' });
    }
    const tagged: Flag = { ...flag, tags };
    const becomesFeature = isSold(tagged) && !feature && missingEntries(entities).length === 0;
    const born = becomesFeature ? [bornOfFlag(tagged, { platform: 'latchkey', ref: key })] : [];
    const targetings = targetingsFound(seen.environments, seen).map(({ targeting }) => targeting);
    return (
      refuseGuarding(tagged, targetings, born, 'add') ?? [
        mutate('flag', place, flag, tagged),
        ...born.map((one) => mutate('feature', place, null, one)),
      ]
    );
  },
});
