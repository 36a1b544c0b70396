import type { Instant } from '@latchkey/model';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A JSON column: read as its value, written as JSON text (see `json`), because the driver would write a list as an array. */
export type Json<T = unknown> = ColumnType<T, string, string>;
export type NullableJson<T = unknown> = ColumnType<T | null, string | null, string | null>;

/** An exact decimal: read as text, never as a float. */
export type Decimal = ColumnType<string, string | number, string | number>;

/** JSON text for a JSON column. */
export const json = (value: unknown): string => JSON.stringify(value);
export const nullableJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Where a row lives. Empty strings: of the project as a whole, or of the installation. */
interface Placed {
  readonly project: string;
  readonly environment: string;
}

/** The head of one place's ledger. Its row lock makes revision order commit order. */
export interface LedgerStreamTable extends Placed {
  readonly revision: number;
  /** Changes after a restore or a lossy failover; clients then start over, even at a lower revision. */
  readonly epoch: string;
  readonly head_hash: string;
}

export interface LedgerCommitTable extends Placed {
  readonly revision: number;
  readonly change_id: string;
  readonly at: Instant;
  readonly hash: string;
  readonly previous_hash: string;
}

export interface LedgerEntryTable extends Placed {
  readonly seq: GeneratedAlways<number>;
  readonly change_id: string;
  readonly position: number;
  readonly at: Instant;
  readonly actor: Json;
  readonly actor_id: string;
  readonly action: string;
  readonly resource: string;
  readonly resource_kind: string;
  readonly resource_id: string;
  readonly customer: string | null;
  readonly feature: string | null;
  readonly before: NullableJson;
  readonly after: NullableJson;
  readonly comment: string;
  readonly links: Json;
  readonly hash: string;
}

/** Changes that wait, and what became of them: whole, in `body`; the other columns only find them. */
export interface ChangeTable extends Placed {
  readonly id: string;
  readonly status: string;
  readonly actor_id: string;
  readonly effective_at: Instant | null;
  readonly created_at: Instant;
  readonly version: number;
  readonly body: Json;
}

export interface IdempotencyTable {
  readonly scope: string;
  readonly key: string;
  readonly request_hash: string;
  readonly status: number;
  readonly response: Json;
  readonly created_at: Instant;
}

/** Where most resources live, whole, in `body`; the other columns only find them. */
export interface ResourceTable extends Placed {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly body: Json;
  readonly parent: string | null;
  readonly secondary: string | null;
  /** Lower-case text for prefix search. */
  readonly search: string | null;
  readonly created_at: Generated<Instant>;
  readonly updated_at: Generated<Instant>;
}

export interface SegmentMemberTable extends Placed {
  readonly segment: string;
  readonly context_kind: string;
  readonly context_key: string;
  readonly included: boolean;
  readonly until: Instant | null;
}

/** A list of members that is being received, or was: what is kept of it until it has been applied. */
export interface SegmentUploadTable extends Placed {
  readonly id: string;
  readonly segment: string;
  readonly context_kind: string;
  readonly state: string;
  readonly keys: number;
  readonly faults: Json;
  readonly started_at: Instant;
}

export interface SegmentUploadPartTable {
  readonly upload: string;
  readonly part: number;
  readonly keys: readonly string[];
  readonly digest: string;
}

export interface CustomerIdentifierTable extends Placed {
  readonly kind: string;
  readonly value: string;
  readonly customer: string;
}

export interface SecretTable {
  readonly id: string;
  readonly ciphertext: Buffer;
  readonly created_at: Instant;
}

export interface SessionTable {
  readonly id_hash: string;
  readonly member: string;
  readonly created_at: Instant;
  readonly last_seen_at: Instant;
  readonly expires_at: Instant;
  readonly csrf: string;
}

export interface SignInLinkTable {
  readonly token_hash: string;
  readonly member: string;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly used_at: Instant | null;
}

/** Who runs a job. `fence` grows with every new holder and is checked where the job takes effect. */
export interface JobLeaseTable {
  readonly name: string;
  readonly holder: string;
  readonly until: Instant;
  readonly fence: number;
}

export interface InboundEventTable {
  readonly id: string;
  readonly connection: string;
  readonly received_at: Instant;
  /** When the platform says that it happened. */
  readonly at: Instant | null;
  readonly kind: string;
  readonly status: string;
  readonly reason: string | null;
  readonly dedupe_key: string;
  readonly body: Json;
  readonly attempts: number;
}

/** How often a flag answered a variation within an hour or, where it is long ago, a day. */
export interface EvaluationCountTable extends Placed {
  readonly flag: string;
  readonly span: 'hour' | 'day';
  /** When the hour or day begins. */
  readonly at: Instant;
  /** Position in the flag's variations; -1 for the application's own default. */
  readonly variation: number;
  readonly count: number;
}

/** When a flag was last asked for. */
export interface FlagEvaluatedTable extends Placed {
  readonly flag: string;
  readonly at: Instant;
}

/** How the checks of a feature ended for one customer on one day. */
export interface CheckCountTable extends Placed {
  readonly feature: string;
  readonly customer: string;
  /** The day's first moment. */
  readonly at: Instant;
  readonly allowed: boolean;
  readonly reason: string;
  readonly count: number;
  readonly last_at: Instant;
}

/** Reports that were counted, so that a second sending of one is not. */
export interface InsightReportTable extends Placed {
  readonly id: string;
  readonly received_at: Instant;
}

/** What was counted of one meter of one customer. Its row lock puts the counting into one order. */
export interface MeterTable extends Placed {
  readonly customer: string;
  readonly feature: string;
  readonly state: Json;
  readonly version: number;
  /** The highest threshold that is reached, in percent; 0 below all. */
  readonly level: number;
  readonly resets_at: Instant | null;
  readonly changed_at: Instant;
}

/** Something that was used, once. `portions` tell where it was counted. */
export interface UsageEventTable extends Placed {
  readonly key: string;
  readonly customer: string;
  readonly feature: string;
  readonly kind: 'consumed' | 'reported' | 'settled';
  readonly quantity: Decimal;
  readonly at: Instant;
  readonly received_at: Instant;
  readonly dimensions: Json;
  readonly portions: Json;
  readonly overage: Decimal;
  readonly corrects: string | null;
  readonly corrected_by: string | null;
  /** The entry of the ledger that speaks for it; null until there is one. */
  readonly anchor: string | null;
}

export interface UsageAnchorUntoldTable extends Placed {
  readonly id: string;
}

export interface UsageHourTable extends Placed {
  readonly customer: string;
  readonly feature: string;
  readonly hour: Instant;
  readonly quantity: Decimal;
  readonly events: number;
}

export interface ReservationTable extends Placed {
  readonly id: string;
  readonly customer: string;
  readonly feature: string;
  readonly key: string;
  readonly quantity: Decimal;
  readonly settled: Decimal | null;
  readonly status: 'held' | 'settled' | 'released' | 'expired';
  readonly portions: Json;
  readonly expires_at: Instant;
  readonly created_at: Instant;
  readonly ended_at: Instant | null;
}

/** That a customer's use passed a share of what is allowed, and when it no longer did. */
export interface UsageThresholdTable extends Placed {
  readonly customer: string;
  readonly feature: string;
  readonly percent: number;
  readonly reached_at: Instant;
  readonly used: Decimal;
  readonly limited_to: Decimal;
  readonly recovered_at: Instant | null;
}

/** How far the outbound webhooks have told of each place's ledger. */
export interface WebhookProgressTable extends Placed {
  readonly revision: number;
}

/** One entry of the ledger on its way to one webhook, with what became of it. */
export interface WebhookDeliveryTable {
  readonly webhook: string;
  /** The entry's number in the ledger. */
  readonly seq: number;
  readonly status: string;
  readonly attempts: number;
  readonly created_at: Instant;
  readonly next_at: Instant;
  readonly last_at: Instant | null;
  /** The HTTP status of the last attempt; null when there was no reply. */
  readonly last_status: number | null;
  readonly last_error: string | null;
}

/** Every table. A migration that adds one adds it here. */
export interface Tables {
  readonly ledger_stream: LedgerStreamTable;
  readonly ledger_commit: LedgerCommitTable;
  readonly ledger_entry: LedgerEntryTable;
  readonly change: ChangeTable;
  readonly idempotency: IdempotencyTable;
  readonly resource: ResourceTable;
  readonly segment_member: SegmentMemberTable;
  readonly segment_upload: SegmentUploadTable;
  readonly segment_upload_part: SegmentUploadPartTable;
  readonly customer_identifier: CustomerIdentifierTable;
  readonly secret: SecretTable;
  readonly session: SessionTable;
  readonly sign_in_link: SignInLinkTable;
  readonly job_lease: JobLeaseTable;
  readonly inbound_event: InboundEventTable;
  readonly webhook_progress: WebhookProgressTable;
  readonly webhook_delivery: WebhookDeliveryTable;
  readonly evaluation_count: EvaluationCountTable;
  readonly flag_evaluated: FlagEvaluatedTable;
  readonly check_count: CheckCountTable;
  readonly insight_report: InsightReportTable;
  readonly meter: MeterTable;
  readonly usage_event: UsageEventTable;
  readonly usage_anchor_untold: UsageAnchorUntoldTable;
  readonly usage_hour: UsageHourTable;
  readonly reservation: ReservationTable;
  readonly usage_threshold: UsageThresholdTable;
}
