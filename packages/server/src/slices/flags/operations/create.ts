import { bornOfFlag, firstTargeting, isSold, missingEntries } from '@latchkey/engine';
import { Flag, FlagKey, FlagKind, FlagTargeting, Name, Tags, text, Variation } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseVariations } from './variations.ts';

export const NewFlag = z.strictObject({
  key: FlagKey,
  name: Name,
  kind: FlagKind,
  description: text(4000).exactOptional(),
  /** Boolean flags need not say theirs. */
  variations: z.array(Variation).min(2).max(100).exactOptional(),
  tags: Tags.exactOptional(),
  temporary: z.boolean().exactOptional(),
  purpose: Flag.shape.purpose.exactOptional(),
  clientSide: z.boolean().exactOptional(),
  owner: Flag.shape.owner.exactOptional(),
  /** From where it was before, for every environment: rollouts then pick the same people. */
  salt: FlagTargeting.shape.salt.exactOptional(),
});

/** A flag is off in every environment when it is made. Tagged `EntitledFeature`, it becomes a feature at once. */
export const createFlag = operation({
  kind: 'flag.create',
  scope: 'project',
  input: NewFlag,
  resource: ({ key }) => `flag/${key}`,
  setup: ({ key }) => ({
    flag: one('flag', key),
    environments: all('environment'),
    feature: one('feature', key),
    entities: all('catalogue_entity'),
  }),
  compute({ variations = trueAndFalse, purpose = 'release', salt, ...said }, seen, { place, newId }) {
    if (seen.flag) return refuse('key_taken', `There is a flag ${said.key} already.`, { field: 'key' });
    const flag: Flag = {
      description: '',
      tags: [],
      temporary: purpose === 'release' || purpose === 'experiment',
      clientSide: false,
      owner: null,
      ...said,
      variations,
      purpose,
      state: 'live',
    };
    const refusal = refuseVariations(flag.kind, flag.variations);
    if (refusal) return refusal;
    const becomesFeature = isSold(flag) && !seen.feature && missingEntries(seen.entities).length === 0;
    return [
      mutate('flag', place, null, flag),
      ...seen.environments.map(({ key }) =>
        mutate(
          'flag_targeting',
          { ...place, environment: key },
          null,
          firstTargeting(flag, salt ?? newId('salt')),
        ),
      ),
      ...(becomesFeature
        ? [mutate('feature', place, null, bornOfFlag(flag, { platform: 'latchkey', ref: flag.key }))]
        : []),
    ];
  },
});

const trueAndFalse: Variation[] = [{ value: true }, { value: false }];
