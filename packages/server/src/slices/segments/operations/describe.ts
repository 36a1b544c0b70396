import { Key, Name, Tags, text } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, one, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseRules, SegmentRules, withIds } from './rules.ts';

export const SegmentWords = z.strictObject({
  segment: Key,
  name: Name.exactOptional(),
  description: text(4000).exactOptional(),
  tags: Tags.exactOptional(),
});

/** The words about a segment. */
export const describeSegment = operation({
  kind: 'segment.describe',
  scope: 'project',
  input: SegmentWords,
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment }) => ({ segment: one('segment', segment) }),
  compute({ segment: key, ...words }, { segment }, { place }) {
    if (!segment) return refuse('segment_unknown', `There is no segment ${key}.`);
    return [mutate('segment', place, segment, { ...segment, ...words })];
  },
});

/** Who belongs to it by attributes. Rules replace those that were there; listed members are not touched. */
export const setSegmentRules = operation({
  kind: 'segment.set-rules',
  scope: 'project',
  input: z.strictObject({ segment: Key, rules: SegmentRules }),
  resource: ({ segment }) => `segment/${segment}`,
  setup: ({ segment }) => ({ segment: one('segment', segment), segments: all('segment') }),
  compute({ segment: key, rules }, { segment, segments }, { place, newId }) {
    if (!segment) return refuse('segment_unknown', `There is no segment ${key}.`);
    const refusal = refuseRules(key, rules, segments);
    return refusal ?? [mutate('segment', place, segment, { ...segment, rules: withIds(rules, newId) })];
  },
});
