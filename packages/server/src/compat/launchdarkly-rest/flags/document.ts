import { isDeepStrictEqual } from 'node:util';
import type { OperationCall } from '@latchkey/model';
import { z } from 'zod';
import {
  addVariation,
  archiveFlag,
  deprecateFlag,
  describeFlag,
  removeVariation,
  restoreFlag,
  setFallthrough,
  setOffVariation,
  setPrerequisites,
  setRules,
  targetFlag,
  turnFlag,
  updateVariation,
} from '../../../slices/flags/index.ts';
import { readBody } from '../body.ts';
import { changedFields } from '../changed-fields.ts';
import type { Part } from '../edit.ts';
import { invalid } from '../failure.ts';
import type { RestFlag } from './representation.ts';
import { togetherOrNot } from './shared-instructions.ts';
import { TargetingSent, toTargeting } from './targeting.ts';

const words = ['name', 'description', 'tags', 'temporary', 'maintainerId'] as const;
const editable = [
  ...words,
  'archived',
  'deprecated',
  'variations',
  'clientSideAvailability',
  'includeInSnippet',
  'environments',
] as const;

const Words = z.object({
  name: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  temporary: z.boolean(),
  maintainerId: z.string().nullish(),
  archived: z.boolean(),
  deprecated: z.boolean(),
  includeInSnippet: z.boolean(),
  clientSideAvailability: z.strictObject({ usingEnvironmentId: z.boolean(), usingMobileKey: z.boolean() }),
  environments: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const Variations = z.array(
  z.strictObject({
    _id: z.string().optional(),
    value: z.json(),
    name: z.string().optional(),
    description: z.string().optional(),
  }),
);
type Sent = z.infer<typeof Words>;

/** The changes that lead from the flag as it is to the flag as it was patched. */
export function partsOfDocument(project: string, before: RestFlag, patched: unknown): readonly Part[] {
  const changed = changedFields(before, patched, editable);
  const after = readBody(Words, patched);
  const shared = [
    ...wordCalls(before, after, changed),
    ...(changed.has('variations') ? variationCalls(before, patched) : []),
    ...stateCalls(before, after),
  ];
  return [
    { place: { project, environment: '' }, calls: shared },
    ...Object.entries(after.environments).map(([environment, sent]) => ({
      place: { project, environment },
      calls: targetingCalls(before, environment, sent),
    })),
    ...missing(before, after),
  ];
}

function missing({ environments }: RestFlag, after: Sent): readonly Part[] {
  const gone = Object.keys(environments).find((key) => !Object.hasOwn(after.environments, key));
  if (gone !== undefined) throw invalid(`environments/${gone} cannot be removed from a flag.`);
  return [];
}

function wordCalls(
  { key: flag, clientSideAvailability }: RestFlag,
  after: Sent,
  changed: ReadonlySet<(typeof editable)[number]>,
): readonly OperationCall[] {
  const { name, description, tags, temporary, maintainerId } = after;
  const said = {
    ...(changed.has('name') && { name }),
    ...(changed.has('description') && { description }),
    ...(changed.has('tags') && { tags }),
    ...(changed.has('temporary') && { temporary }),
    ...(changed.has('maintainerId') && { owner: maintainerId ?? null }),
  };
  const isOffered = clientSideAvailability.usingEnvironmentId;
  const available = changed.has('clientSideAvailability')
    ? after.clientSideAvailability
    : { usingEnvironmentId: after.includeInSnippet, usingMobileKey: after.includeInSnippet };
  return [
    ...(Object.keys(said).length > 0 ? [describeFlag({ flag, ...said })] : []),
    ...togetherOrNot(flag, isOffered, available),
  ];
}

function stateCalls({ key: flag, ...before }: RestFlag, after: Sent): readonly OperationCall[] {
  if (before.archived === after.archived && before.deprecated === after.deprecated) return [];
  if (after.archived) return [archiveFlag({ flag })];
  return [after.deprecated ? deprecateFlag({ flag }) : restoreFlag({ flag })];
}

/** Variations are told apart by their ids: those that are gone are taken away, those without one are new. */
function variationCalls({ key: flag, variations }: RestFlag, patched: unknown): readonly OperationCall[] {
  const sent = readBody(Variations, (patched as { variations: unknown }).variations, 'variations: ');
  const positions = sent.flatMap(({ _id }) =>
    _id === undefined ? [] : [variations.findIndex((one) => one._id === _id)],
  );
  if (positions.some((position, at) => position < 0 || position <= (positions[at - 1] ?? -1)))
    throw invalid('variations keep their ids and their order; new ones come last, without an id.');
  const kept = sent.flatMap(({ _id, value, name, description }) => {
    const variation = variations.findIndex((one) => one._id === _id);
    const before = variations[variation];
    if (!before) return [];
    const said = {
      ...(!isDeepStrictEqual(before.value, value) && { value }),
      ...(before.name !== name && { name: name ?? '' }),
      ...(before.description !== description && { description: description ?? '' }),
    };
    return Object.keys(said).length > 0 ? [updateVariation({ flag, variation, ...said })] : [];
  });
  const added = sent
    .filter(({ _id }) => _id === undefined)
    .map(({ value, name, description }) =>
      addVariation({
        flag,
        variation: {
          value,
          ...(name !== undefined && { name }),
          ...(description !== undefined && { description }),
        },
      }),
    );
  const gone = variations.map((_, index) => index).filter((index) => !positions.includes(index));
  // The last first: taking one away moves those behind it.
  const removed = gone.toReversed().map((variation) => removeVariation({ flag, variation }));
  return [...kept, ...added, ...removed];
}

const targetingFields = [
  'on',
  'targets',
  'contextTargets',
  'rules',
  'fallthrough',
  'offVariation',
  'prerequisites',
] as const;

function targetingCalls(
  { key: flag, environments }: RestFlag,
  environment: string,
  sent: Readonly<Record<string, unknown>>,
): readonly OperationCall[] {
  const before = environments[environment];
  if (!before) throw invalid(`environments/${environment} cannot be added to a flag.`);
  const changed = changedFields(before, sent, targetingFields);
  if (changed.size === 0) return [];
  const about = `environments/${environment}: `;
  const { on, offVariation, ...after } = toTargeting(readBody(TargetingSent, sent, about));
  const { targets, rules, fallthrough, prerequisites } = after;
  return [
    ...(changed.has('prerequisites') ? [setPrerequisites({ flag, prerequisites })] : []),
    ...(changed.has('targets') || changed.has('contextTargets') ? [targetFlag({ flag, targets })] : []),
    ...(changed.has('rules') ? [setRules({ flag, rules })] : []),
    ...(changed.has('fallthrough') ? [setFallthrough({ flag, fallthrough })] : []),
    ...(changed.has('offVariation') ? [setOffVariation({ flag, offVariation })] : []),
    ...(changed.has('on') ? [turnFlag({ flag, on })] : []),
  ];
}
