import { type Clause, ClauseOperator, JsonValue } from '@latchkey/model';
import { z } from 'zod';

export interface RestClause {
  readonly _id: string;
  readonly contextKind?: string;
  readonly attribute: string;
  readonly op: string;
  readonly values: readonly unknown[];
  readonly negate: boolean;
}

/** A clause as it is sent: a new one has no id yet. */
export const ClauseSent = z.strictObject({
  _id: z.string().max(64).optional(),
  contextKind: z.string().optional(),
  attribute: z.string().default(''),
  op: ClauseOperator,
  negate: z.boolean().default(false),
  values: z.array(JsonValue),
});
type ClauseSent = z.infer<typeof ClauseSent>;

/** What LaunchDarkly writes where a clause about segments has no attribute. */
const noAttribute = 'segmentMatch';

/**
 * `user` stands where no kind is said, as LaunchDarkly writes it. An attribute that begins with a slash would then be
 * read as a path, so for those alone nothing is written.
 */
const kindShown = (contextKind: string | undefined, attribute: string) =>
  contextKind === undefined && attribute.startsWith('/') ? {} : { contextKind: contextKind ?? 'user' };

export function clauseOf({ id, contextKind, attribute, op, values, negate = false }: Clause): RestClause {
  const isAboutSegments = op === 'segmentMatch';
  return {
    _id: id ?? '',
    ...(isAboutSegments ? { contextKind: 'user' } : kindShown(contextKind, attribute)),
    attribute: isAboutSegments ? noAttribute : attribute,
    op,
    values,
    negate,
  };
}

export function toClause({ _id, contextKind, attribute, op, negate, values }: ClauseSent): Clause {
  const isAboutSegments = op === 'segmentMatch';
  return {
    ...(_id && { id: _id }),
    ...(contextKind !== undefined && contextKind !== '' && !isAboutSegments && { contextKind }),
    attribute: isAboutSegments ? '' : attribute,
    op,
    values: [...values],
    ...(negate && { negate }),
  };
}

/** The same without an id: what takes the place of a clause keeps the id of that one. */
export function toUnnamedClause(sent: ClauseSent): Omit<Clause, 'id'> {
  const { id: _, ...clause } = toClause(sent);
  return clause;
}
