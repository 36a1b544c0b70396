import { type OperationCall, toInstant } from '@latchkey/model';
import { z } from 'zod';
import {
  addMembers,
  addSegmentClauses,
  addSegmentClauseValues,
  addSegmentRule,
  describeSegment,
  endMember,
  removeMembers,
  removeSegmentClauses,
  removeSegmentClauseValues,
  removeSegmentRule,
  reorderSegmentRules,
  tagSegment,
  updateSegmentClause,
  updateSegmentRule,
} from '../../../slices/segments/index.ts';
import { ClauseSent, toClause, toUnnamedClause } from '../clauses.ts';
import { type Instructions, instruction } from '../instruction.ts';
import { SegmentRuleSent, toSegmentRule } from './representation.ts';

interface About {
  readonly segment: string;
}

/** One operation lists so many at most. */
const membersMax = 1000;

/** A list of any length, in as many operations as it takes. */
export function inPortions(
  keys: readonly string[],
  call: (portion: string[]) => OperationCall,
): OperationCall[] {
  const calls: OperationCall[] = [];
  for (let from = 0; from < keys.length; from += membersMax)
    calls.push(call(keys.slice(from, from + membersMax)));
  return calls;
}

export const list = (segment: string, contextKind: string, included: boolean, keys: readonly string[]) =>
  inPortions(keys, (contextKeys) => addMembers({ segment, contextKind, contextKeys, included }));
export const strike = (segment: string, contextKind: string, keys: readonly string[]) =>
  inPortions(keys, (contextKeys) => removeMembers({ segment, contextKind, contextKeys }));

const Id = z.string().max(64);
const Text = z.strictObject({ value: z.string() });
const Texts = z.strictObject({ values: z.array(z.string()).min(1) });
const Contexts = z.strictObject({
  contextKind: z.string().default('user'),
  values: z.array(z.string()).min(1),
});
const Ruled = { ruleId: Id };
const Claused = { ...Ruled, clauseId: Id };

const listing = (included: boolean) =>
  instruction(Contexts, ({ contextKind, values }, { segment }: About) =>
    list(segment, contextKind, included, values),
  );
const striking = instruction(Contexts, ({ contextKind, values }, { segment }: About) =>
  strike(segment, contextKind, values),
);
const listingUsers = (included: boolean) =>
  instruction(Texts, ({ values }, { segment }: About) => list(segment, 'user', included, values));
const strikingUsers = instruction(Texts, ({ values }, { segment }: About) => strike(segment, 'user', values));

/** Who is listed, in one environment. */
export const inEnvironment: Instructions<About> = {
  addIncludedTargets: listing(true),
  removeIncludedTargets: striking,
  addExcludedTargets: listing(false),
  removeExcludedTargets: striking,
  addIncludedUsers: listingUsers(true),
  removeIncludedUsers: strikingUsers,
  addExcludedUsers: listingUsers(false),
  removeExcludedUsers: strikingUsers,
  addBigSegmentIncludedTargets: listing(true),
  removeBigSegmentIncludedTargets: striking,
  addBigSegmentExcludedTargets: listing(false),
  removeBigSegmentExcludedTargets: striking,
};

const RuleAdded = z.strictObject({
  ...SegmentRuleSent.omit({ _id: true }).shape,
  rolloutWeight: z.int().min(0).max(100_000).optional(),
  rolloutBucketBy: z.string().optional(),
  beforeRuleId: Id.optional(),
});

/** What all environments share: here, rules belong to the segment everywhere. */
export const shared: Instructions<About> = {
  updateName: instruction(Text, ({ value }, { segment }) => [describeSegment({ segment, name: value })]),
  updateDescription: instruction(Text, ({ value }, { segment }) => [
    describeSegment({ segment, description: value }),
  ]),
  addTags: instruction(Texts, ({ values }, { segment }) => [tagSegment({ segment, add: values })]),
  removeTags: instruction(Texts, ({ values }, { segment }) => [tagSegment({ segment, remove: values })]),
  addRule: instruction(
    RuleAdded,
    ({ beforeRuleId, rolloutWeight, rolloutBucketBy, weight, bucketBy, ...rule }, { segment }) => [
      addSegmentRule({
        segment,
        rule: toSegmentRule({
          ...rule,
          weight: rolloutWeight ?? weight,
          bucketBy: rolloutBucketBy ?? bucketBy,
        }),
        ...(beforeRuleId !== undefined && { before: beforeRuleId }),
      }),
    ],
  ),
  removeRule: instruction(z.strictObject(Ruled), ({ ruleId }, { segment }) => [
    removeSegmentRule({ segment, rule: ruleId }),
  ]),
  reorderRules: instruction(z.strictObject({ ruleIds: z.array(Id) }), ({ ruleIds }, { segment }) => [
    reorderSegmentRules({ segment, rules: ruleIds }),
  ]),
  updateRuleDescription: instruction(
    z.strictObject({ ...Ruled, description: z.string() }),
    ({ ruleId, description }, { segment }) => [updateSegmentRule({ segment, rule: ruleId, description })],
  ),
  updateRuleRolloutAndContextKind: instruction(
    z.strictObject({
      ...Ruled,
      weight: z.int().min(0).max(100_000),
      contextKind: z.string().optional(),
      bucketBy: z.string().optional(),
    }),
    ({ ruleId, weight, contextKind, bucketBy }, { segment }) => [
      updateSegmentRule({
        segment,
        rule: ruleId,
        share: {
          weight,
          ...(contextKind !== undefined && { rolloutContextKind: contextKind }),
          ...(bucketBy !== undefined && { bucketBy }),
        },
      }),
    ],
  ),
  addClauses: instruction(
    z.strictObject({ ...Ruled, clauses: z.array(ClauseSent).min(1) }),
    ({ ruleId, clauses }, { segment }) => [
      addSegmentClauses({ segment, rule: ruleId, clauses: clauses.map(toClause) }),
    ],
  ),
  updateClause: instruction(
    z.strictObject({ ...Claused, clause: ClauseSent }),
    ({ ruleId, clauseId, clause }, { segment }) => [
      updateSegmentClause({ segment, rule: ruleId, clause: clauseId, with: toUnnamedClause(clause) }),
    ],
  ),
  removeClauses: instruction(
    z.strictObject({ ...Ruled, clauseIds: z.array(Id).min(1) }),
    ({ ruleId, clauseIds }, { segment }) => [
      removeSegmentClauses({ segment, rule: ruleId, clauses: clauseIds }),
    ],
  ),
  addValuesToClause: instruction(
    z.strictObject({ ...Claused, values: z.array(z.json()).min(1) }),
    ({ ruleId, clauseId, values }, { segment }) => [
      addSegmentClauseValues({ segment, rule: ruleId, clause: clauseId, values }),
    ],
  ),
  removeValuesFromClause: instruction(
    z.strictObject({ ...Claused, values: z.array(z.json()).min(1) }),
    ({ ruleId, clauseId, values }, { segment }) => [
      removeSegmentClauseValues({ segment, rule: ruleId, clause: clauseId, values }),
    ],
  ),
};

const ended = {
  contextKey: z.string(),
  contextKind: z.string().default('user'),
  targetType: z.enum(['included', 'excluded']),
};
const Ending = z.strictObject({ ...ended, value: z.int(), version: z.int().optional() });

const ending = instruction(Ending, ({ contextKey, contextKind, value }, { segment }: About) => [
  endMember({ segment, contextKind, contextKey, at: toInstant(value) }),
]);

export const expiringInstructions: Instructions<About> = {
  addExpiringTarget: ending,
  updateExpiringTarget: ending,
  removeExpiringTarget: instruction(z.strictObject(ended), ({ contextKey, contextKind }, { segment }) => [
    endMember({ segment, contextKind, contextKey, at: null }),
  ]),
};
