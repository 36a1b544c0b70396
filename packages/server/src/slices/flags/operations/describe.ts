import { bornOfFlag, isSold, missingEntries } from '@latchkey/engine';
import { Flag, FlagKey, Name, Tags, text, Variation } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { targetingIn, targetingsFound } from './everywhere.ts';
import { refuseGuarding } from './guarding.ts';
import { refuseVariations } from './variations.ts';

export const FlagWords = z.strictObject({
  flag: FlagKey,
  name: Name.exactOptional(),
  description: text(4000).exactOptional(),
  tags: Tags.exactOptional(),
  owner: Flag.shape.owner.exactOptional(),
  temporary: z.boolean().exactOptional(),
  purpose: Flag.shape.purpose.exactOptional(),
  clientSide: z.boolean().exactOptional(),
  variations: z.array(Variation).min(2).max(100).exactOptional(),
});

/**
 * What all environments share. Rules point at variations by position, so variations can be altered and added but not
 * taken away. Losing the `EntitledFeature` tag leaves the feature as it is: customers may have it.
 */
export const describeFlag = operation({
  kind: 'flag.describe',
  scope: 'project',
  input: FlagWords,
  resource: ({ flag }) => `flag/${flag}`,
  setup: ({ flag }) => ({
    flag: one('flag', flag),
    feature: one('feature', flag),
    guarded: all('feature', { parent: flag }),
    entities: all('catalogue_entity'),
    environments: all('environment'),
  }),
  follow: ({ flag }, { environments }) => targetingIn(environments, flag),
  compute({ flag: key, ...said }, seen, { place }) {
    const { flag, feature, entities } = seen;
    if (!flag) return refuse('flag_unknown', `There is no flag ${key}.`);
    const described: Flag = { ...flag, ...said };
    if (described.variations.length < flag.variations.length) {
      const facts = { field: 'variations', count: flag.variations.length };
      return refuse('variation_unknown', 'Variations can be added and altered, but not taken away.', facts);
    }
    const targetings = targetingsFound(seen.environments, seen).map(({ targeting }) => targeting);
    const becomesFeature = isSold(described) && !feature && missingEntries(entities).length === 0;
    const born = becomesFeature ? [bornOfFlag(described, { platform: 'latchkey', ref: key })] : [];
    const field = said.variations ? 'variations' : 'tags';
    return (
      refuseVariations(flag.kind, described.variations) ??
      refuseGuarding(described, targetings, [...seen.guarded, ...born], field) ?? [
        mutate('flag', place, flag, described),
        ...born.map((one) => mutate('feature', place, null, one)),
      ]
    );
  },
});
