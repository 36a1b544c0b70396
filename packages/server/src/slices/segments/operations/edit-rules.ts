import {
  reordered,
  withClause,
  withoutClauses,
  withoutRule,
  withoutValues,
  withRule,
  withRuleEdited,
  withValues,
} from '@latchkey/engine';
import { Clause, JsonValue, Key, type Segment, type SegmentRule, text } from '@latchkey/model';
import { z } from 'zod';
import {
  all,
  type Circumstances,
  isRefusal,
  mutate,
  one,
  operation,
  type Refusal,
  refuse,
} from '../../../kernel/changes/operation.ts';
import {
  Clauses,
  NewRule,
  RuleId,
  refuseClauses,
  refuseShare,
  rulesMax,
  Share,
  withClauseIds,
  withId,
} from './rules.ts';

const resource = ({ segment }: { readonly segment: string }) => `segment/${segment}`;
const setup = ({ segment }: { readonly segment: string }) => ({
  segment: one('segment', segment),
  segments: all('segment'),
});
interface Seen {
  readonly segment: Segment | null;
  readonly segments: readonly Segment[];
}

/** Edits the list of a segment's rules; what it lists by name is not touched. */
function editRules(
  { segment: key }: { readonly segment: string },
  { segment }: Seen,
  { place }: Circumstances,
  edit: (rules: readonly SegmentRule[]) => readonly SegmentRule[] | Refusal,
) {
  if (!segment) return refuse('segment_unknown', `There is no segment ${key}.`);
  const rules = edit(segment.rules);
  if (isRefusal(rules)) return rules;
  return [mutate('segment', place, segment, { ...segment, rules: [...rules] })];
}

/** Adds one rule, before the one that is named or last. */
export const addSegmentRule = operation({
  kind: 'segment.add-rule',
  scope: 'project',
  input: z.strictObject({ segment: Key, rule: NewRule, before: RuleId.exactOptional() }),
  resource,
  setup,
  compute: (said, seen, here) =>
    editRules(said, seen, here, (rules) => {
      const { segment, rule, before } = said;
      if (rules.length >= rulesMax) {
        return refuse('invalid_request', `A segment takes at most ${rulesMax} rules.`, { field: 'rule' });
      }
      return (
        refuseShare(rule, 'rule') ??
        refuseClauses(segment, rule.clauses, seen.segments, 'rule/clauses') ??
        withRule(rules, withId(rule, here.newId), before)
      );
    }),
});

/** Changes the parts of a rule that are named. `share: null` is everybody who matches. */
export const updateSegmentRule = operation({
  kind: 'segment.update-rule',
  scope: 'project',
  input: z.strictObject({
    segment: Key,
    rule: RuleId,
    description: text(500).exactOptional(),
    clauses: Clauses.exactOptional(),
    share: Share.nullable().exactOptional(),
  }),
  resource,
  setup,
  compute: (said, seen, here) =>
    editRules(said, seen, here, (rules) => {
      const { segment, rule: id, description, clauses, share } = said;
      const refusal =
        (share && refuseShare(share, 'share')) ??
        refuseClauses(segment, clauses ?? [], seen.segments, 'clauses');
      if (refusal) return refusal;
      return withRuleEdited(
        rules,
        id,
        ({ description: before, weight, bucketBy, rolloutContextKind, ...rule }) => {
          const words = description ?? before;
          const sharedBefore = {
            ...(weight !== undefined && { weight }),
            ...(bucketBy !== undefined && { bucketBy }),
            ...(rolloutContextKind !== undefined && { rolloutContextKind }),
          };
          return {
            ...rule,
            ...(words && { description: words }),
            clauses: clauses ? withClauseIds(clauses, here.newId) : rule.clauses,
            ...(share === undefined ? sharedBefore : share),
          };
        },
      );
    }),
});

/** Takes a rule away; one that is gone already is passed over. */
export const removeSegmentRule = operation({
  kind: 'segment.remove-rule',
  scope: 'project',
  input: z.strictObject({ segment: Key, rule: RuleId }),
  resource,
  setup,
  compute: (said, seen, here) => editRules(said, seen, here, (rules) => withoutRule(rules, said.rule)),
});

/** Puts all rules into the order of their ids. */
export const reorderSegmentRules = operation({
  kind: 'segment.reorder-rules',
  scope: 'project',
  input: z.strictObject({ segment: Key, rules: z.array(RuleId).max(rulesMax) }),
  resource,
  setup,
  compute: (said, seen, here) => editRules(said, seen, here, (rules) => reordered(rules, said.rules)),
});

const ofRule = { segment: Key, rule: RuleId };
const ClauseId = z.string().min(1).max(64);

/** More clauses for a rule: all of a rule's clauses must match. */
export const addSegmentClauses = operation({
  kind: 'segment.add-clauses',
  scope: 'project',
  input: z.strictObject({ ...ofRule, clauses: Clauses }),
  resource,
  setup,
  compute: (said, seen, here) =>
    editRules(
      said,
      seen,
      here,
      (rules) =>
        refuseClauses(said.segment, said.clauses, seen.segments, 'clauses') ??
        withRuleEdited(rules, said.rule, (rule) => ({
          ...rule,
          clauses: [...rule.clauses, ...withClauseIds(said.clauses, here.newId)],
        })),
    ),
});

/** Another clause in the place of one. It keeps the id of the clause that it replaces. */
export const updateSegmentClause = operation({
  kind: 'segment.update-clause',
  scope: 'project',
  input: z.strictObject({ ...ofRule, clause: ClauseId, with: Clause.omit({ id: true }) }),
  resource,
  setup,
  compute: (said, seen, here) =>
    editRules(
      said,
      seen,
      here,
      (rules) =>
        refuseClauses(said.segment, [said.with], seen.segments, 'with') ??
        withRuleEdited(rules, said.rule, (rule) =>
          withClause(rule, said.clause, () => ({ ...said.with, id: said.clause })),
        ),
    ),
});

/** Takes clauses away from a rule, but never the last one. */
export const removeSegmentClauses = operation({
  kind: 'segment.remove-clauses',
  scope: 'project',
  input: z.strictObject({ ...ofRule, clauses: z.array(ClauseId).min(1).max(50) }),
  resource,
  setup,
  compute: (said, seen, here) =>
    editRules(said, seen, here, (rules) =>
      withRuleEdited(rules, said.rule, (rule) => withoutClauses(rule, said.clauses)),
    ),
});

const ofClause = { ...ofRule, clause: ClauseId, values: z.array(JsonValue).min(1).max(5000) };

/** More values for a clause: any of its values may match. Those that it has already are passed over. */
export const addSegmentClauseValues = operation({
  kind: 'segment.add-clause-values',
  scope: 'project',
  input: z.strictObject(ofClause),
  resource,
  setup,
  compute: (said, seen, here) =>
    editRules(said, seen, here, (rules) =>
      withRuleEdited(rules, said.rule, (rule) =>
        withClause(
          rule,
          said.clause,
          (clause) =>
            refuseClauses(said.segment, [{ ...clause, values: said.values }], seen.segments, 'values') ??
            withValues(clause, said.values),
        ),
      ),
    ),
});

/** Takes values away from a clause, but never the last one; those that it does not have are passed over. */
export const removeSegmentClauseValues = operation({
  kind: 'segment.remove-clause-values',
  scope: 'project',
  input: z.strictObject(ofClause),
  resource,
  setup,
  compute: (said, seen, here) =>
    editRules(said, seen, here, (rules) =>
      withRuleEdited(rules, said.rule, (rule) =>
        withClause(rule, said.clause, (clause) => withoutValues(clause, said.values)),
      ),
    ),
});
