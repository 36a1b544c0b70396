import type { FlagTargeting, OperationCall } from '@latchkey/model';
import { z } from 'zod';
import { copyFlag } from '../../../slices/flags/index.ts';
import { readBody } from '../body.ts';
import { invalid, RestFailure } from '../failure.ts';

const partOf = {
  updateOn: 'on',
  updateRules: 'rules',
  updateFallthrough: 'fallthrough',
  updateOffVariation: 'offVariation',
  updatePrerequisites: 'prerequisites',
  updateTargets: 'targets',
} as const;
type Action = keyof typeof partOf;
const all = Object.keys(partOf) as [Action, ...Action[]];

const Side = z.strictObject({ key: z.string(), currentVersion: z.int().optional() });
/** Flags of ours migrate nothing, so what LaunchDarkly copies of that is nothing. */
const Actions = z.array(z.enum([...all, 'updateFlagConfigMigrationSettings']));
const CopyBody = z.strictObject({
  source: Side,
  target: Side,
  includedActions: Actions.optional(),
  excludedActions: Actions.optional(),
  comment: z.string().default(''),
});

export const readCopy = (body: unknown) => readBody(CopyBody, body);
type Copy = ReturnType<typeof readCopy>;

/** The parts that were chosen, as they are in the source. */
export function copyCall(
  flag: string,
  { source, includedActions, excludedActions }: Copy,
  { on, offVariation, fallthrough, targets, rules, prerequisites }: FlagTargeting,
): OperationCall {
  if (includedActions && excludedActions)
    throw invalid('includedActions and excludedActions: one of them says it all.');
  const chosen = new Set(
    all
      .filter((action) =>
        includedActions ? includedActions.includes(action) : !excludedActions?.includes(action),
      )
      .map((action) => partOf[action]),
  );
  return copyFlag({
    flag,
    from: source.key,
    ...(chosen.has('on') && { on }),
    ...(chosen.has('offVariation') && { offVariation }),
    ...(chosen.has('fallthrough') && { fallthrough }),
    ...(chosen.has('targets') && { targets }),
    ...(chosen.has('rules') && { rules }),
    ...(chosen.has('prerequisites') && { prerequisites }),
  });
}

/** Refuses when either side is not as the asker last saw it. */
export function assertVersion(
  { key, currentVersion }: Copy['source'],
  environments: Readonly<Record<string, { readonly version: number }>>,
): void {
  const present = environments[key];
  if (!present) throw invalid(`There is no environment ${key}.`);
  if (currentVersion === undefined || currentVersion === present.version) return;
  const said = `The flag is at version ${present.version} in ${key}, not ${currentVersion}.`;
  throw new RestFailure(409, 'optimistic_locking_error', said);
}
