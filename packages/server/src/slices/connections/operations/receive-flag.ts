import { bornOfFlag, missingEntries } from '@latchkey/engine';
import { type FlagLink, Id } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { FlagEvent, linkIdOf, linkStateAfter, meaningOf, refOf, wordsAfter } from './flag-event.ts';

/**
 * Take in what a platform says about a flag. A flag that is sold has a feature of its own key; losing its tag, being
 * archived or deleted there moves the link only, because customers may have the feature. Refused while an entry of the
 * catalogue that the feature stands on is missing.
 */
export const receiveFlag = operation({
  kind: 'connection.receive-flag',
  scope: 'project',
  input: z.strictObject({ connection: Id, event: FlagEvent }),
  resource: ({ connection }) => `connection/${connection}`,
  setup: ({ event }) => ({
    link: one('flag_link', linkIdOf(event)),
    feature: one('feature', event.flagRef),
    entities: all('catalogue_entity'),
  }),
  compute({ connection, event }, { link, feature, entities }, { place }) {
    const meaning = meaningOf(event, link, feature);
    if (meaning === 'not_sold' || meaning === 'older' || meaning === 'unchanged') return [];
    const { platform, projectRef, flagRef, date: lastDate, version: lastVersion } = event;
    const moved: FlagLink = {
      ...{ id: linkIdOf(event), platform, projectRef, flagRef, feature: flagRef },
      ...{ connection, state: linkStateAfter(event), lastDate, lastVersion },
    };
    const linked = mutate('flag_link', place, link, moved);
    if (meaning === 'attach') return [linked];
    if (meaning === 'update') {
      const worded = wordsAfter(event, feature);
      return worded ? [linked, mutate('feature', place, feature, worded)] : [linked];
    }
    const missing = missingEntries(entities);
    if (missing.length > 0) {
      const detail = `Flags do not become features while ${missing.join(' and ')} is missing.`;
      return refuse('catalogue_entity_unknown', detail, { missing });
    }
    const { name, description, tags } = event;
    const born = bornOfFlag(
      { key: flagRef, name, description, tags, owner: null },
      { platform, ref: refOf(event) },
    );
    return [mutate('feature', place, null, born), linked];
  },
});
