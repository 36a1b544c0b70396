import { Key, Name, Segment, Tags, text } from '@latchkey/model';
import { z } from 'zod';
import { all, mutate, operation, refuse } from '../../../kernel/changes/operation.ts';
import { refuseRules, SegmentRules, withIds } from './rules.ts';

export const NewSegment = z.strictObject({
  key: Key,
  name: Name,
  description: text(4000).exactOptional(),
  tags: Tags.exactOptional(),
  rules: SegmentRules.exactOptional(),
  /** From where it was before: rules for a share then pick the same people. */
  salt: Segment.shape.salt.exactOptional(),
});

/** A named set of contexts, the same in every environment; who is listed in it is said per environment. */
export const createSegment = operation({
  kind: 'segment.create',
  scope: 'project',
  input: NewSegment,
  resource: ({ key }) => `segment/${key}`,
  setup: () => ({ segments: all('segment') }),
  compute({ rules = [], salt, ...said }, { segments }, { place, newId }) {
    if (segments.some(({ key }) => key === said.key)) {
      return refuse('key_taken', `There is a segment ${said.key} already.`, { field: 'key' });
    }
    const refusal = refuseRules(said.key, rules, segments);
    if (refusal) return refusal;
    const segment: Segment = {
      description: '',
      tags: [],
      ...said,
      rules: withIds(rules, newId),
      salt: salt ?? newId('salt'),
    };
    return [mutate('segment', place, null, segment)];
  },
});
