import type { MeterState, Portion } from '@latchkey/model';
import type { PreparedStatement } from '../kernel/store/prepared.ts';

/** Everything about one environment's meters that counting does, as statements that are planned once. $1, $2: the place. */

export interface LockedMeter {
  readonly customer: string;
  readonly feature: string;
  readonly state: MeterState;
  readonly level: number;
  readonly version: string;
}

/**
 * Locks the meters $3 × $4 (pairwise), making those that are not there, in the order of their names so that no two
 * transactions wait for each other.
 */
export const lockMeters: PreparedStatement = {
  name: 'lock-meters',
  text: `
    insert into meter as held (project, environment, customer, feature, state, version, changed_at)
    select $1, $2, customer, feature, '{"counters":{}}'::jsonb, 0, $5::timestamptz
      from unnest($3::text[], $4::text[]) as asked (customer, feature)
      order by customer, feature
    on conflict (project, environment, customer, feature) do update set version = held.version + 1
    returning customer, feature, state, level, version`,
};

export interface KnownEvent {
  readonly key: string;
  readonly customer: string;
  readonly feature: string;
  readonly quantity: string;
  readonly at: string;
  readonly portions: readonly Portion[];
  readonly corrected_by: string | null;
}

/** The events of these keys that were counted before. */
export const knownEvents: PreparedStatement = {
  name: 'known-usage-events',
  text: `
    select key, customer, feature, quantity, at, portions, corrected_by from usage_event
    where project = $1 and environment = $2 and key = any($3::text[])`,
};

/** Keeps new events ($3), corrections of older ones, sums by the hour ($4), and the meters as they now stand ($5). */
export const keepCounted: PreparedStatement = {
  name: 'keep-counted',
  text: `
    with counted as (
      select * from jsonb_to_recordset($3::jsonb) as told (
        key text, customer text, feature text, kind text, quantity numeric, at timestamptz, dimensions jsonb,
        portions jsonb, overage numeric, corrects text, corrected_by text)
    ), kept as (
      insert into usage_event (project, environment, key, customer, feature, kind, quantity, at, received_at,
        dimensions, portions, overage, corrects, corrected_by)
      select $1, $2, key, customer, feature, kind, quantity, at, $6::timestamptz,
        dimensions, portions, overage, corrects, corrected_by from counted
    ), corrected as (
      -- Not a join: with few corrections it would be planned as a walk through all events that there are.
      update usage_event set corrected_by = (select counted.key from counted where counted.corrects = usage_event.key)
      where usage_event.project = $1 and usage_event.environment = $2
        and usage_event.key = any(array(select corrects from counted where corrects is not null))
    ), hours as (
      insert into usage_hour as known (project, environment, customer, feature, hour, quantity, events)
      select $1, $2, customer, feature, hour, quantity, events from jsonb_to_recordset($4::jsonb) as told (
        customer text, feature text, hour timestamptz, quantity numeric, events bigint)
      on conflict (project, environment, customer, feature, hour)
      do update set quantity = known.quantity + excluded.quantity, events = known.events + excluded.events
    )
    update meter set state = now.state, level = now.level, resets_at = now.resets_at, changed_at = $6::timestamptz
    from jsonb_to_recordset($5::jsonb) as now (
      customer text, feature text, state jsonb, level smallint, resets_at timestamptz)
    where meter.project = $1 and meter.environment = $2
      and meter.customer = now.customer and meter.feature = now.feature`,
};

/** What was used of one meter ($3, $4) since a moment ($5; null: ever). */
export const usedSince: PreparedStatement = {
  name: 'used-since',
  text: `
    select coalesce(sum(quantity), 0) as used from usage_event
    where project = $1 and environment = $2 and customer = $3 and feature = $4
      and ($5::timestamptz is null or at >= $5::timestamptz) and corrected_by is null`,
};

/** That a share of what is allowed was reached, or is no longer; $3 as records. */
export const keepThresholds: PreparedStatement = {
  name: 'keep-thresholds',
  text: `
    with moved as (
      select * from jsonb_to_recordset($3::jsonb) as told (
        customer text, feature text, before smallint, now smallint, used numeric, limited_to numeric)
    ), recovered as (
      update usage_threshold set recovered_at = $4::timestamptz from moved
      where usage_threshold.project = $1 and usage_threshold.environment = $2
        and usage_threshold.customer = moved.customer and usage_threshold.feature = moved.feature
        and usage_threshold.percent > moved.now and usage_threshold.recovered_at is null
    )
    insert into usage_threshold (project, environment, customer, feature, percent, reached_at, used, limited_to)
    select $1, $2, customer, feature, percent, $4::timestamptz, used, limited_to
      from moved, unnest(array[80, 100]::smallint[]) as passed (percent)
      where percent > before and percent <= now
    on conflict do nothing`,
};
