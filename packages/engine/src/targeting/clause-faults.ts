import type { Clause, ClauseOperator, JsonValue } from '@latchkey/model';
import { parseAttributeReference } from '../flags/attribute.ts';
import { toMoment } from '../flags/operators/date.ts';
import { isPattern } from '../flags/operators/text.ts';
import { parseVersion } from '../flags/operators/version.ts';

/** What is wrong with a clause, and where in it: `values/2`. */
interface ClauseFault {
  readonly field: string;
  readonly detail: string;
}

const isText = (value: JsonValue): boolean => typeof value === 'string';
const isNumber = (value: JsonValue): boolean => typeof value === 'number';
const isMoment = (value: JsonValue): boolean => toMoment(value) !== null;
const isVersion = (value: JsonValue): boolean => parseVersion(value) !== null;

interface Wanted {
  readonly fits: (value: JsonValue) => boolean;
  readonly words: string;
}
const text: Wanted = { fits: isText, words: 'a text' };
const number: Wanted = { fits: isNumber, words: 'a number' };
const moment: Wanted = {
  fits: isMoment,
  words: 'a date with time and zone, such as 2026-03-01T09:00:00Z, or milliseconds since 1970',
};
const version: Wanted = { fits: isVersion, words: 'a version such as 2.14.0' };

/** What each operator can compare with. Anything else would never match, and nobody would be told. */
const wantedBy: { readonly [O in ClauseOperator]: Wanted } = {
  in: {
    fits: (value) => typeof value !== 'object' || value === null,
    words: 'a text, a number, true or false',
  },
  startsWith: text,
  endsWith: text,
  contains: text,
  matches: {
    fits: isPattern,
    words: 'a regular expression of at most 500 characters without look-around and back-references',
  },
  lessThan: number,
  lessThanOrEqual: number,
  greaterThan: number,
  greaterThanOrEqual: number,
  before: moment,
  after: moment,
  semVerEqual: version,
  semVerLessThan: version,
  semVerGreaterThan: version,
  segmentMatch: { fits: isText, words: 'the key of a segment' },
};

/** LaunchDarkly's alphabet for kinds of context; `kind` and `multi` have a meaning of their own in every context. */
export const isContextKind = (kind: string): boolean =>
  /^[A-Za-z0-9._-]{1,100}$/.test(kind) && !['kind', 'multi', '__proto__'].includes(kind);

export const contextKindInWords = 'must be a kind of context such as customer or user';

/** With a kind of context an attribute is a path, without one the plain name that it has always been. */
export const isAttribute = (attribute: string, contextKind: string | undefined): boolean =>
  parseAttributeReference(attribute, { literal: !contextKind }) !== null;

/** The first thing about a clause that would keep it from ever matching as its author means it. */
export function faultOfClause({ op, attribute, contextKind, values }: Clause): ClauseFault | null {
  if (contextKind !== undefined && !isContextKind(contextKind)) {
    return { field: 'contextKind', detail: contextKindInWords };
  }
  if (op !== 'segmentMatch' && !isAttribute(attribute, contextKind)) {
    return { field: 'attribute', detail: 'names no attribute: use a name, or a path such as /address/city' };
  }
  if (values.length === 0) return { field: 'values', detail: 'needs at least one value' };
  const { fits, words } = wantedBy[op];
  const wrong = values.findIndex((value) => !fits(value));
  return wrong < 0 ? null : { field: `values/${wrong}`, detail: `must be ${words}, because of ${op}` };
}
