import type { FlagTargeting, Serve } from '@latchkey/model';
import { z } from 'zod';
import {
  addClauses,
  addClauseValues,
  addPrerequisite,
  addRule,
  addTargets,
  clearTargets,
  removeClauses,
  removeClauseValues,
  removePrerequisite,
  removeRule,
  removeTargets,
  reorderRules,
  setFallthrough,
  setOffVariation,
  setPrerequisites,
  setRules,
  targetFlag,
  turnFlag,
  updateClause,
  updatePrerequisite,
  updateRule,
} from '../../../slices/flags/index.ts';
import { ClauseSent, toClause, toUnnamedClause } from '../clauses.ts';
import { notSupported } from '../failure.ts';
import { type Instructions, instruction } from '../instruction.ts';
import { variationAt } from './variation-ids.ts';

/** What instructions are about. */
export interface About {
  readonly project: string;
  readonly flag: string;
  /** Who is targeted at present: some instructions replace a part of it. */
  readonly targets: FlagTargeting['targets'];
}

const Values = z.array(z.string()).min(1);
const Id = z.string().max(64);
const served = {
  variationId: Id.optional(),
  rolloutWeights: z.record(z.string(), z.int().min(0).max(100_000)).optional(),
  rolloutBucketBy: z.string().optional(),
  rolloutContextKind: z.string().optional(),
};
type Served = z.infer<z.ZodObject<typeof served>>;

/** A variation, or what share of the contexts gets which. */
export function serveFrom(said: Served, { project, flag }: Pick<About, 'project' | 'flag'>): Serve {
  const { variationId, rolloutWeights, rolloutBucketBy, rolloutContextKind } = said;
  if (variationId !== undefined) return { variation: variationAt(project, flag, variationId) };
  const variations = Object.entries(rolloutWeights ?? {})
    .map(([id, weight]) => ({ variation: variationAt(project, flag, id), weight }))
    .toSorted((one, other) => one.variation - other.variation);
  return {
    rollout: {
      contextKind: rolloutContextKind ?? 'user',
      ...(rolloutBucketBy !== undefined && { bucketBy: rolloutBucketBy }),
      variations,
    },
  };
}

const servesOne = ({ variationId, rolloutWeights }: Served): boolean =>
  (variationId === undefined) !== (rolloutWeights === undefined);
const eitherOr = 'needs either variationId or rolloutWeights';

const rule = {
  clauses: z.array(ClauseSent).min(1),
  description: z.string().optional(),
  ref: z.literal('', 'is not kept here').optional(),
  trackEvents: z.literal(false, 'cannot be true: single evaluations are not tracked here').optional(),
  ...served,
};
const Rule = z.strictObject(rule).refine(servesOne, eitherOr);
const newRule = (said: z.infer<typeof Rule>, about: About) => ({
  ...(said.description && { description: said.description }),
  clauses: said.clauses.map(toClause),
  ...serveFrom(said, about),
});

const listed = { contextKind: z.string().optional(), variationId: Id };
const listOf = (
  { contextKind, variationId }: { contextKind?: string | undefined; variationId: string },
  about: About,
) => ({
  flag: about.flag,
  variation: variationAt(about.project, about.flag, variationId),
  ...(contextKind !== undefined && { contextKind }),
});
const ofUsers = { variationId: Id };
const NamedTargets = z.strictObject({
  targets: z.array(z.strictObject({ ...listed, values: z.array(z.string()) })),
});
const NamedUsers = z.strictObject({
  targets: z.array(z.strictObject({ ...ofUsers, values: z.array(z.string()) })),
});

const onlyFalse = instruction(
  z.strictObject({ ruleId: Id.optional(), trackEvents: z.boolean() }),
  ({ trackEvents }) => {
    if (trackEvents) throw notSupported('tracking of single evaluations');
    return [];
  },
);

const Prerequisite = z.strictObject({ key: z.string(), variationId: Id });
const prerequisiteOf = ({ key, variationId }: z.infer<typeof Prerequisite>, { project }: About) => ({
  flag: key,
  variation: variationAt(project, key, variationId),
});

const Nothing = z.strictObject({});
const Ruled = { ruleId: Id };
const Claused = { ...Ruled, clauseId: Id };

/** Every instruction about one environment, as the operations that it stands for. */
export const inEnvironment: Instructions<About> = {
  turnFlagOn: instruction(Nothing, (_, { flag }) => [turnFlag({ flag, on: true })]),
  turnFlagOff: instruction(Nothing, (_, { flag }) => [turnFlag({ flag, on: false })]),

  addTargets: instruction(z.strictObject({ ...listed, values: Values }), ({ values, ...list }, about) => [
    addTargets({ ...listOf(list, about), keys: values }),
  ]),
  removeTargets: instruction(z.strictObject({ ...listed, values: Values }), ({ values, ...list }, about) => [
    removeTargets({ ...listOf(list, about), keys: values }),
  ]),
  addUserTargets: instruction(
    z.strictObject({ ...ofUsers, values: Values }),
    ({ values, ...list }, about) => [addTargets({ ...listOf(list, about), keys: values })],
  ),
  removeUserTargets: instruction(
    z.strictObject({ ...ofUsers, values: Values }),
    ({ values, ...list }, about) => [removeTargets({ ...listOf(list, about), keys: values })],
  ),
  clearTargets: instruction(z.strictObject(listed), (list, about) => [clearTargets(listOf(list, about))]),
  clearUserTargets: instruction(z.strictObject(ofUsers), (list, about) => [
    clearTargets(listOf({ ...list, contextKind: 'user' }, about)),
  ]),
  replaceTargets: instruction(NamedTargets, ({ targets }, about) => [
    targetFlag({ flag: about.flag, targets: targets.map((target) => targetFrom(target, about)) }),
  ]),
  replaceUserTargets: instruction(NamedUsers, ({ targets }, about) => [
    targetFlag({
      flag: about.flag,
      targets: [
        ...targets.map((target) => targetFrom(target, about)),
        ...about.targets.filter(({ contextKind = 'user' }) => contextKind !== 'user'),
      ],
    }),
  ]),

  addRule: instruction(
    z.strictObject({ ...rule, beforeRuleId: Id.optional() }).refine(servesOne, eitherOr),
    ({ beforeRuleId, ...said }, about) => [
      addRule({
        flag: about.flag,
        rule: newRule(said, about),
        ...(beforeRuleId !== undefined && { before: beforeRuleId }),
      }),
    ],
  ),
  removeRule: instruction(z.strictObject(Ruled), ({ ruleId }, { flag }) => [
    removeRule({ flag, rule: ruleId }),
  ]),
  replaceRules: instruction(z.strictObject({ rules: z.array(Rule) }), ({ rules }, about) => [
    setRules({ flag: about.flag, rules: rules.map((one) => newRule(one, about)) }),
  ]),
  reorderRules: instruction(z.strictObject({ ruleIds: z.array(Id) }), ({ ruleIds }, { flag }) => [
    reorderRules({ flag, rules: ruleIds }),
  ]),
  updateRuleVariationOrRollout: instruction(
    z.strictObject({ ...Ruled, ...served }).refine(servesOne, eitherOr),
    ({ ruleId, ...said }, about) => [
      updateRule({ flag: about.flag, rule: ruleId, serve: serveFrom(said, about) }),
    ],
  ),
  updateRuleDescription: instruction(
    z.strictObject({ ...Ruled, description: z.string() }),
    ({ ruleId, description }, { flag }) => [updateRule({ flag, rule: ruleId, description })],
  ),
  updateRuleTrackEvents: onlyFalse,

  addClauses: instruction(
    z.strictObject({ ...Ruled, clauses: z.array(ClauseSent).min(1) }),
    ({ ruleId, clauses }, { flag }) => [addClauses({ flag, rule: ruleId, clauses: clauses.map(toClause) })],
  ),
  updateClause: instruction(
    z.strictObject({ ...Claused, clause: ClauseSent }),
    ({ ruleId, clauseId, clause }, { flag }) => [
      updateClause({ flag, rule: ruleId, clause: clauseId, with: toUnnamedClause(clause) }),
    ],
  ),
  removeClauses: instruction(
    z.strictObject({ ...Ruled, clauseIds: z.array(Id).min(1) }),
    ({ ruleId, clauseIds }, { flag }) => [removeClauses({ flag, rule: ruleId, clauses: clauseIds })],
  ),
  addValuesToClause: instruction(
    z.strictObject({ ...Claused, values: z.array(z.json()).min(1) }),
    ({ ruleId, clauseId, values }, { flag }) => [
      addClauseValues({ flag, rule: ruleId, clause: clauseId, values }),
    ],
  ),
  removeValuesFromClause: instruction(
    z.strictObject({ ...Claused, values: z.array(z.json()).min(1) }),
    ({ ruleId, clauseId, values }, { flag }) => [
      removeClauseValues({ flag, rule: ruleId, clause: clauseId, values }),
    ],
  ),

  updateFallthroughVariationOrRollout: instruction(
    z.strictObject(served).refine(servesOne, eitherOr),
    (said, about) => [setFallthrough({ flag: about.flag, fallthrough: serveFrom(said, about) })],
  ),
  updateOffVariation: instruction(z.strictObject(ofUsers), ({ variationId }, { project, flag }) => [
    setOffVariation({ flag, offVariation: variationAt(project, flag, variationId) }),
  ]),
  addPrerequisite: instruction(Prerequisite, (said, about) => [
    addPrerequisite({ flag: about.flag, prerequisite: prerequisiteOf(said, about) }),
  ]),
  updatePrerequisite: instruction(Prerequisite, (said, about) => [
    updatePrerequisite({ flag: about.flag, prerequisite: prerequisiteOf(said, about) }),
  ]),
  removePrerequisite: instruction(z.strictObject({ key: z.string() }), ({ key }, { flag }) => [
    removePrerequisite({ flag, prerequisite: key }),
  ]),
  replacePrerequisites: instruction(
    z.strictObject({ prerequisites: z.array(Prerequisite) }),
    ({ prerequisites }, about) => [
      setPrerequisites({
        flag: about.flag,
        prerequisites: prerequisites.map((one) => prerequisiteOf(one, about)),
      }),
    ],
  ),
  updateTrackEvents: onlyFalse,
  updateTrackEventsFallthrough: onlyFalse,
};

const targetFrom = (
  { values, ...list }: { values: string[]; contextKind?: string | undefined; variationId: string },
  about: About,
) => {
  const { flag: _, ...target } = listOf(list, about);
  return { ...target, values };
};
