import type { Segment, SegmentMember, SegmentRule } from '@latchkey/model';
import { z } from 'zod';
import { ClauseSent, clauseOf, type RestClause, toClause } from '../clauses.ts';
import { grouped } from '../grouped.ts';
import { type Link, type Links, pathOf, selfAndParent, site } from '../links.ts';
import type { Loaded } from '../load.ts';

interface Listed {
  readonly contextKind: string;
  readonly values: readonly string[];
}
interface RestSegmentRule {
  readonly _id: string;
  readonly clauses: readonly RestClause[];
  readonly weight?: number;
  readonly bucketBy?: string;
  readonly rolloutContextKind?: string;
  readonly description?: string;
}

export interface RestSegment {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly creationDate: number;
  readonly lastModifiedDate: number;
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly includedContexts: readonly Listed[];
  readonly excludedContexts: readonly Listed[];
  readonly rules: readonly RestSegmentRule[];
  readonly version: number;
  readonly deleted: false;
  readonly generation: number;
  readonly unbounded: boolean;
  readonly _unboundedMetadata?: { readonly includedCount: number; readonly excludedCount: number };
  readonly _flags?: readonly {
    readonly key: string;
    readonly name: string;
    readonly _links: Links;
    readonly _site: Link;
  }[];
  readonly _links: Links;
}

export interface SegmentLoaded {
  readonly segment: Loaded<Segment>;
  /** Null when there are too many to show. */
  readonly members: readonly SegmentMember[] | null;
  readonly counts: { readonly includedCount: number; readonly excludedCount: number };
}

export interface InPlace {
  readonly project: string;
  readonly environment: string;
}

export function segmentOf(
  { project, environment }: InPlace,
  { segment, members, counts }: SegmentLoaded,
): RestSegment {
  const { body, version, createdAt, updatedAt } = segment;
  const listed = (included: boolean) => listsOf((members ?? []).filter((one) => one.included === included));
  const [included, excluded] = [listed(true), listed(false)];
  return {
    key: body.key,
    name: body.name,
    description: body.description,
    tags: body.tags,
    creationDate: createdAt,
    lastModifiedDate: updatedAt,
    included: included.users,
    excluded: excluded.users,
    includedContexts: included.others,
    excludedContexts: excluded.others,
    rules: body.rules.map(ruleOf),
    version,
    deleted: false,
    generation: 1,
    unbounded: members === null,
    ...(members === null && { _unboundedMetadata: counts }),
    _links: {
      ...selfAndParent('segments', project, environment, body.key),
      site: site(pathOf(project, environment, 'segments', body.key)),
    },
  };
}

function listsOf(members: readonly SegmentMember[]) {
  const byKind = grouped(members, ({ contextKind }) => contextKind);
  const keys = (kind: string): readonly string[] =>
    (byKind.get(kind) ?? []).map(({ contextKey }) => contextKey);
  return {
    users: keys('user'),
    others: [...byKind.keys()]
      .filter((kind) => kind !== 'user')
      .map((contextKind) => ({ contextKind, values: keys(contextKind) })),
  };
}

const ruleOf = ({
  id,
  clauses,
  description,
  weight,
  bucketBy,
  rolloutContextKind,
}: SegmentRule): RestSegmentRule => ({
  _id: id,
  clauses: clauses.map(clauseOf),
  ...(weight !== undefined && { weight, rolloutContextKind: rolloutContextKind ?? 'user' }),
  ...(bucketBy !== undefined && { bucketBy }),
  ...(description && { description }),
});

export const SegmentRuleSent = z.strictObject({
  _id: z.string().max(64).optional(),
  clauses: z.array(ClauseSent).min(1),
  description: z.string().optional(),
  weight: z.int().min(0).max(100_000).nullish(),
  bucketBy: z.string().optional(),
  rolloutContextKind: z.string().optional(),
});

export const toSegmentRule = ({
  _id,
  clauses,
  description,
  weight,
  bucketBy,
  rolloutContextKind,
}: z.infer<typeof SegmentRuleSent>) => ({
  ...(_id && { id: _id }),
  ...(description && { description }),
  clauses: clauses.map(toClause),
  ...((weight ?? null) !== null && {
    weight: weight ?? 0,
    ...(bucketBy && { bucketBy }),
    ...(rolloutContextKind && { rolloutContextKind }),
  }),
});
