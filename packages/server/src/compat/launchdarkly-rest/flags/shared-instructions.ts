import type { OperationCall } from '@latchkey/model';
import { z } from 'zod';
import {
  addVariation,
  archiveFlag,
  deprecateFlag,
  describeFlag,
  removeVariation,
  restoreFlag,
  tagFlag,
  updateVariation,
} from '../../../slices/flags/index.ts';
import { type Instruction, readBody } from '../body.ts';
import { invalid } from '../failure.ts';
import { type Instructions, instruction, lacking } from '../instruction.ts';
import { variationAt } from './variation-ids.ts';

interface About {
  readonly project: string;
  readonly flag: string;
}
const Nothing = z.strictObject({});
const Text = z.strictObject({ value: z.string() });
const Values = z.strictObject({ values: z.array(z.string()).min(1) });
const words = { name: z.string().optional(), description: z.string().optional() };
/** Left out is left alone; the operations take no `undefined`. */
const wordsOf = ({ name, description }: { name?: string | undefined; description?: string | undefined }) => ({
  ...(name !== undefined && { name }),
  ...(description !== undefined && { description }),
});
const customProperties = lacking('custom properties of flags');

/** Every instruction about what all environments share. */
export const shared: Instructions<About> = {
  addVariation: instruction(z.strictObject({ value: z.json(), ...words }), ({ value, ...said }, { flag }) => [
    addVariation({ flag, variation: { value, ...wordsOf(said) } }),
  ]),
  updateVariation: instruction(
    z.strictObject({ variationId: z.string(), value: z.json().optional(), ...words }),
    ({ variationId, value, ...said }, { project, flag }) => [
      updateVariation({
        flag,
        variation: variationAt(project, flag, variationId),
        ...wordsOf(said),
        ...(value !== undefined && { value }),
      }),
    ],
  ),
  removeVariation: instruction(
    z.strictObject({ variationId: z.string() }),
    ({ variationId }, { project, flag }) => [
      removeVariation({ flag, variation: variationAt(project, flag, variationId) }),
    ],
  ),
  updateDefaultVariation: lacking(
    'choice of what a flag starts with in new environments: that is its first variation, off its last',
  ),
  updateName: instruction(Text, ({ value }, { flag }) => [describeFlag({ flag, name: value })]),
  updateDescription: instruction(Text, ({ value }, { flag }) => [describeFlag({ flag, description: value })]),
  addTags: instruction(Values, ({ values }, { flag }) => [tagFlag({ flag, add: values })]),
  removeTags: instruction(Values, ({ values }, { flag }) => [tagFlag({ flag, remove: values })]),
  makeFlagPermanent: instruction(Nothing, (_, { flag }) => [describeFlag({ flag, temporary: false })]),
  makeFlagTemporary: instruction(Nothing, (_, { flag }) => [describeFlag({ flag, temporary: true })]),
  addCustomProperties: customProperties,
  replaceCustomProperties: customProperties,
  removeCustomProperties: customProperties,
  updateMaintainerMember: instruction(Text, ({ value }, { flag }) => [describeFlag({ flag, owner: value })]),
  updateMaintainerTeam: lacking('teams'),
  removeMaintainer: instruction(Nothing, (_, { flag }) => [describeFlag({ flag, owner: null })]),
  archiveFlag: instruction(Nothing, (_, { flag }) => [archiveFlag({ flag })]),
  restoreFlag: instruction(Nothing, (_, { flag }) => [restoreFlag({ flag })]),
  deprecateFlag: instruction(Nothing, (_, { flag }) => [deprecateFlag({ flag })]),
  restoreDeprecatedFlag: instruction(Nothing, (_, { flag }) => [restoreFlag({ flag })]),
  deleteFlag: instruction(Nothing, (_, { flag }) => [archiveFlag({ flag })]),
};

const availability: ReadonlySet<string> = new Set([
  'turnOnClientSideAvailability',
  'turnOffClientSideAvailability',
]);
export const isAboutAvailability = ({ kind }: Instruction): boolean => availability.has(kind);

const Available = z.strictObject({ value: z.enum(['usingEnvironmentId', 'usingMobileKey']) });

/** Browsers and phones are offered a flag together here, so what is said of one must be said of the other. */
export function availabilityCalls(
  instructions: readonly Instruction[],
  flag: string,
  clientSide: boolean,
): readonly OperationCall[] {
  const wanted = { usingEnvironmentId: clientSide, usingMobileKey: clientSide };
  for (const { kind, ...parameters } of instructions) {
    wanted[readBody(Available, parameters).value] = kind === 'turnOnClientSideAvailability';
  }
  return togetherOrNot(flag, clientSide, wanted);
}

export function togetherOrNot(
  flag: string,
  clientSide: boolean,
  wanted: { readonly usingEnvironmentId: boolean; readonly usingMobileKey: boolean },
): readonly OperationCall[] {
  if (wanted.usingEnvironmentId !== wanted.usingMobileKey) throw invalid(together);
  return wanted.usingEnvironmentId === clientSide
    ? []
    : [describeFlag({ flag, clientSide: wanted.usingEnvironmentId })];
}

export const together =
  'usingEnvironmentId and usingMobileKey go together here: a flag is offered to browsers and phones, or to neither.';
