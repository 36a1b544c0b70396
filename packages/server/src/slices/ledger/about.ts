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

/** Members are rows of their own, whose ids begin with the segment's key. */
const isOfSegment = ({ resourceKind, resourceId }: LedgerEntry, segment: string): boolean =>
  resourceKind.startsWith('segment') && (resourceId === segment || resourceId.startsWith(`${segment}/`));

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
        sql<boolean>`(starts_with(entry.resource_kind, 'segment') and (entry.resource_id = ${segment} or starts_with(entry.resource_id, ${`${segment}/`})))`,
      ]),
];
