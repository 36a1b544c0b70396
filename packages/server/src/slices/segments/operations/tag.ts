import { Key, Tag } from '@latchkey/model';
import { z } from 'zod';
import { mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';

const tagsMax = 50;

/** Adds tags and takes others away, whatever else the segment is tagged with by now. */
export const tagSegment = operation({
  kind: 'segment.tag',
  scope: 'project',
  input: z.strictObject({
    segment: Key,
    add: z.array(Tag).max(tagsMax).exactOptional(),
    remove: z.array(Tag).max(tagsMax).exactOptional(),
  }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment }) => ({ segment: one('segment', segment) }),
  compute({ segment: key, add = [], remove = [] }, { segment }, { place }) {
    if (!segment) return refuse('segment_unknown', `There is no segment ${key}.`);
    const tags = [...new Set([...segment.tags.filter((tag) => !remove.includes(tag)), ...add])];
    if (tags.length > tagsMax) {
      return refuse('invalid_request', `A segment takes at most ${tagsMax} tags.`, { field: 'add' });
    }
    return [mutate('segment', place, segment, { ...segment, tags })];
  },
});
