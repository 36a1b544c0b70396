import type { FlagInEnvironment } from '../../../api/replies.ts';

/** One condition of a rule, of a flag's or a segment's. */
export type Clause = FlagInEnvironment['rules'][number]['clauses'][number];

/** Rules and clauses that the server has not named yet carry a name of ours, which is not sent. */
const ownMark = 'new:';
export const isOwnId = (id: string | undefined): boolean => id?.startsWith(ownMark) ?? false;
export function ownId(taken: readonly (string | undefined)[]): string {
  const numbers = taken.map((id) => (id?.startsWith(ownMark) ? Number(id.slice(ownMark.length)) : 0));
  return `${ownMark}${Math.max(0, ...numbers) + 1}`;
}

/** Clauses as they are sent: those that are new are named by the server. */
export const sentClauses = (clauses: readonly Clause[]): Clause[] =>
  clauses.map(({ id, ...clause }) => (id === undefined || isOwnId(id) ? clause : { id, ...clause }));

export const emptyClause = (beside: readonly Clause[]): Clause => ({
  id: ownId(beside.map(({ id }) => id)),
  contextKind: beside.at(-1)?.contextKind ?? 'customer',
  attribute: '',
  op: 'in',
  values: [],
});

/** The same conditions for another rule, which must not bear the same names. */
export const copied = (clauses: readonly Clause[]): Clause[] =>
  clauses.map((clause, index) => ({ ...clause, id: `${ownMark}${index + 1}` }));
