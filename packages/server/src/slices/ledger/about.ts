import type { LedgerEntry } from '@latchkey/model';
import { type RawBuilder, sql } from 'kysely';

/** Whose news: without any of these, everybody's. */
export interface About {
  readonly customer?: string;
  readonly feature?: string;
  readonly flag?: string;
  readonly segment?: string;
}

export const isAbout = (entry: LedgerEntry, { customer, feature, flag, segment }: About): boolean =>
  (customer === undefined || entry.customer === customer) &&
  (feature === undefined || entry.feature === feature) &&
  (flag === undefined || (ofFlags.has(entry.resourceKind) && entry.resourceId === flag)) &&
  (segment === undefined || isOfSegment(entry, segment));

const ofFlags: ReadonlySet<string> = new Set(['flag', 'flag_targeting']);

/** Members are rows of their own, whose ids begin with the segment's key; lists on their way in have ids of their own. */
function isOfSegment({ resourceKind, resourceId, before, after }: LedgerEntry, segment: string): boolean {
  if (resourceKind === 'segment_import') return segmentNamedIn(after ?? before) === segment;
  return resourceKind.startsWith('segment') && `${resourceId}/`.startsWith(`${segment}/`);
}

const segmentNamedIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'segment' in body ? body.segment : undefined;

/** The same in SQL, for the rows of the ledger as `entry`. */
export const aboutInSql = ({ customer, feature, flag, segment }: About): readonly RawBuilder<boolean>[] => [
  ...(customer === undefined ? [] : [sql<boolean>`entry.customer = ${customer}`]),
  ...(feature === undefined ? [] : [sql<boolean>`entry.feature = ${feature}`]),
  ...(flag === undefined
    ? []
    : [sql<boolean>`(entry.resource_kind in ('flag', 'flag_targeting') and entry.resource_id = ${flag})`]),
  ...(segment === undefined
    ? []
    : [
        sql<boolean>`case entry.resource_kind
          when 'segment_import' then coalesce(entry.after, entry.before) ->> 'segment' = ${segment}
          else starts_with(entry.resource_kind, 'segment')
            and starts_with(entry.resource_id || '/', ${`${segment}/`}) end`,
      ]),
];
