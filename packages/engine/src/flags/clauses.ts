import {
  type AttributeReference,
  asPropertyName,
  parseAttributeReference,
  readAttribute,
} from './attribute.ts';
import { type PreparedContext, partOf } from './context.ts';
import type { LaunchDarklyClause } from './launchdarkly-model.ts';
import { after, before } from './operators/date.ts';
import { greaterThan, greaterThanOrEqual, lessThan, lessThanOrEqual } from './operators/number.ts';
import { never, type Operator, type Report, type ValueTest } from './operators/operator.ts';
import { contains, endsWith, matches as matchesPattern, startsWith } from './operators/text.ts';
import { semVerEqual, semVerGreaterThan, semVerLessThan } from './operators/version.ts';

/** A clause about an attribute; `segments.ts` has the other kind. One flat object: the hot loop waits for memory. */
export type AttributeClause = AttributeReference & {
  readonly kind: 'attribute';
  readonly contextKind: string;
  /** A top-level attribute without a meaning of its own, as nearly all are. */
  readonly isPlain: boolean;
  /** The values of `in`; null for other operators. Most clauses are this, so the hot loop asks the set itself. */
  readonly oneOf: ReadonlySet<unknown> | null;
  readonly test: ValueTest;
  readonly negate: boolean;
};

const operators: ReadonlyMap<string, Operator> = new Map([
  ['startsWith', startsWith],
  ['endsWith', endsWith],
  ['contains', contains],
  ['matches', matchesPattern],
  ['lessThan', lessThan],
  ['lessThanOrEqual', lessThanOrEqual],
  ['greaterThan', greaterThan],
  ['greaterThanOrEqual', greaterThanOrEqual],
  ['before', before],
  ['after', after],
  ['semVerEqual', semVerEqual],
  ['semVerLessThan', semVerLessThan],
  ['semVerGreaterThan', semVerGreaterThan],
]);

/** Whether this version knows the operator. LaunchDarkly's rule is that one it does not know matches nothing. */
export const isKnownOperator = (op: unknown): boolean =>
  op === 'in' || op === 'segmentMatch' || (typeof op === 'string' && operators.has(op));

/** Null when the clause refers to no attribute or has no list of values. An unknown operator matches nothing. */
export function compileAttributeClause(clause: LaunchDarklyClause, report: Report): AttributeClause | null {
  const { contextKind, values, op } = clause;
  const attribute = parseAttributeReference(clause.attribute ?? '', { literal: !contextKind });
  if (attribute === null || !Array.isArray(values)) return null;
  const operator = operators.get(op ?? '');
  if (operator === undefined && op !== 'in')
    report(`The operator ${op} is not known, so the clause matches nothing.`);
  return {
    kind: 'attribute',
    ...attribute,
    contextKind: asPropertyName(contextKind ?? 'user'),
    isPlain: attribute.path === null && attribute.special === null,
    oneOf: op === 'in' ? new Set(values.filter(isComparable)) : null,
    test: operator === undefined ? never : operator(values, report),
    negate: Boolean(clause.negate),
  };
}

/** Lists, objects and NaN are never equal to anything. */
const isComparable = (value: unknown): boolean =>
  value === null || (typeof value !== 'object' && !Number.isNaN(value));

/** A missing attribute matches nothing, also when negated. Of a list, one element has to match. */
export function matchesAttributeClause(clause: AttributeClause, context: PreparedContext): boolean {
  if (!clause.isPlain) return matches(clause, readAttribute(context, clause.contextKind, clause));
  const part = partOf(context, clause.contextKind);
  // Whether the attribute is the part's own costs as much as everything else, so it is asked last.
  return part !== undefined && matches(clause, part[clause.name]) && Object.hasOwn(part, clause.name);
}

function matches(clause: AttributeClause, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  const matched =
    typeof value === 'object' && Array.isArray(value)
      ? matchesAnyOf(clause, value)
      : matchesValue(clause, value);
  return matched !== clause.negate;
}

function matchesAnyOf(clause: AttributeClause, elements: readonly unknown[]): boolean {
  for (const element of elements) if (matchesValue(clause, element)) return true;
  return false;
}

function matchesValue(clause: AttributeClause, value: unknown): boolean {
  return clause.oneOf === null ? clause.test(value) : clause.oneOf.has(value);
}
