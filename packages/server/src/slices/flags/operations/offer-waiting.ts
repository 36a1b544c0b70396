import { bornOfFlag, isSold, missingEntries } from '@latchkey/engine';
import { z } from 'zod';
import { all, mutate, operation } from '../../../kernel/changes/operation.ts';

/** Makes up for features that could not be created while a catalogue entry was missing. Nothing to do otherwise. */
export const offerWaitingFlags = operation({
  kind: 'catalogue.offer-waiting',
  scope: 'project',
  input: z.strictObject({}),
  resource: () => 'catalogue/seeded',
  setup: () => ({ flags: all('flag'), features: all('feature'), entities: all('catalogue_entity') }),
  compute(_, { flags, features, entities }, { place }) {
    if (missingEntries(entities).length > 0) return [];
    const known = new Set(features.map(({ key }) => key));
    return flags
      .filter((flag) => flag.state !== 'archived' && isSold(flag) && !known.has(flag.key))
      .map((flag) =>
        mutate('feature', place, null, bornOfFlag(flag, { platform: 'latchkey', ref: flag.key })),
      );
  },
});
