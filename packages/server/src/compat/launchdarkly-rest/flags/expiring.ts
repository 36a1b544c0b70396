import { type FlagTargeting, fromInstant, type OperationCall, toInstant } from '@latchkey/model';
import { z } from 'zod';
import { endTarget } from '../../../slices/flags/index.ts';
import { objectId, variationId } from '../ids.ts';
import { type Instructions, instruction } from '../instruction.ts';
import { selfAndParent } from '../links.ts';
import { variationAt } from './variation-ids.ts';

interface Place {
  readonly project: string;
  readonly environment: string;
}

/** Targets that end by themselves, as LaunchDarkly lists them. */
export function expiringTargetsOf({ project, environment }: Place, { flag, targetEnds = [] }: FlagTargeting) {
  return {
    items: targetEnds.map(({ contextKind = 'user', variation, key, at }) => ({
      _id: objectId([project, environment, flag, contextKind, key].join('\n')),
      _version: 1,
      expirationDate: fromInstant(at),
      contextKind,
      contextKey: key,
      variationId: variationId(project, flag, variation),
      _resourceId: {
        environmentKey: environment,
        flagKey: flag,
        key: flag,
        kind: 'flag',
        projectKey: project,
      },
    })),
    _links: selfAndParent('flags', project, flag, 'expiring-targets', environment),
  };
}

const target = { contextKey: z.string(), contextKind: z.string().default('user'), variationId: z.string() };
const Ending = z.strictObject({ ...target, value: z.int(), version: z.int().optional() });

interface About {
  readonly project: string;
  readonly flag: string;
}

const ends = (
  {
    contextKey,
    contextKind,
    variationId: id,
    value,
  }: Omit<z.infer<typeof Ending>, 'version' | 'value'> & { value: number | null },
  { project, flag }: About,
): readonly OperationCall[] => [
  endTarget({
    flag,
    key: contextKey,
    contextKind,
    variation: variationAt(project, flag, id),
    at: value === null ? null : toInstant(value),
  }),
];

export const expiringInstructions: Instructions<About> = {
  addExpiringTarget: instruction(Ending, ends),
  updateExpiringTarget: instruction(Ending, ends),
  removeExpiringTarget: instruction(z.strictObject(target), (said, about) =>
    ends({ ...said, value: null }, about),
  ),
};
