import type { OperationCall } from '@latchkey/model';
import { z } from 'zod';
import { describeSegment, setSegmentRules } from '../../../slices/segments/index.ts';
import { readBody } from '../body.ts';
import { changedFields } from '../changed-fields.ts';
import type { Part } from '../edit.ts';
import { invalid } from '../failure.ts';
import { grouped } from '../grouped.ts';
import { list, strike } from './instructions.ts';
import { type InPlace, type RestSegment, SegmentRuleSent, toSegmentRule } from './representation.ts';

const editable = [
  'name',
  'description',
  'tags',
  'rules',
  'included',
  'excluded',
  'includedContexts',
  'excludedContexts',
] as const;

const Keys = z.array(z.string());
const Contexts = z.array(z.strictObject({ contextKind: z.string(), values: Keys }));
const Sent = z.object({
  name: z.string(),
  description: z.string(),
  tags: Keys,
  rules: z.array(SegmentRuleSent),
  included: Keys,
  excluded: Keys,
  includedContexts: Contexts,
  excludedContexts: Contexts,
});
type Lists = Pick<RestSegment, 'included' | 'excluded' | 'includedContexts' | 'excludedContexts'>;

/** The changes that lead from the segment as it is to the segment as it was patched. */
export function partsOfDocument(place: InPlace, before: RestSegment, patched: unknown): readonly Part[] {
  const changed = changedFields(before, patched, editable);
  const { name, description, tags, rules, ...lists } = readBody(Sent, patched);
  const segment = before.key;
  const words = {
    ...(changed.has('name') && { name }),
    ...(changed.has('description') && { description }),
    ...(changed.has('tags') && { tags }),
  };
  const shared = [
    ...(Object.keys(words).length > 0 ? [describeSegment({ segment, ...words })] : []),
    ...(changed.has('rules') ? [setSegmentRules({ segment, rules: rules.map(toSegmentRule) })] : []),
  ];
  return [
    { place: { project: place.project, environment: '' }, calls: shared },
    { place, calls: memberCalls(segment, membersOf(before), membersOf(lists)) },
  ];
}

/** Everybody who is listed, under kind and key, and whether as a member or as never one. */
function membersOf({ included, excluded, includedContexts, excludedContexts }: Lists) {
  const members = new Map<string, { kind: string; key: string; included: boolean }>();
  const add = (kind: string, keys: readonly string[], isIncluded: boolean): void => {
    for (const key of keys) {
      const name = `${kind}\n${key}`;
      if ((members.get(name)?.included ?? isIncluded) !== isIncluded)
        throw invalid(`${key} cannot be included and excluded at once.`);
      members.set(name, { kind, key, included: isIncluded });
    }
  };
  add('user', included, true);
  add('user', excluded, false);
  for (const { contextKind, values } of includedContexts) add(contextKind, values, true);
  for (const { contextKind, values } of excludedContexts) add(contextKind, values, false);
  return members;
}

type Members = ReturnType<typeof membersOf>;

function memberCalls(segment: string, before: Members, after: Members): readonly OperationCall[] {
  const gone = [...before].filter(([name]) => !after.has(name)).map(([, member]) => member);
  const now = [...after]
    .filter(([name, { included }]) => before.get(name)?.included !== included)
    .map(([, member]) => member);
  const byKind = (members: typeof gone, calls: (kind: string, keys: string[]) => OperationCall[]) =>
    [...grouped(members, ({ kind }) => kind)].flatMap(([kind, own]) =>
      calls(
        kind,
        own.map(({ key }) => key),
      ),
    );
  return [
    ...byKind(gone, (kind, keys) => strike(segment, kind, keys)),
    ...byKind(
      now.filter(({ included }) => included),
      (kind, keys) => list(segment, kind, true, keys),
    ),
    ...byKind(
      now.filter(({ included }) => !included),
      (kind, keys) => list(segment, kind, false, keys),
    ),
  ];
}
