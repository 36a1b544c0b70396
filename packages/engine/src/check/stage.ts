import type { DenialReason, Feature, JsonValue } from '@latchkey/model';
import type { CompiledConfiguration } from '../snapshot/compile-configuration.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import type { EvaluationContext } from '../snapshot/customer-context.ts';
import type { Rights } from '../snapshot/timeline.ts';

/** May the customer use the feature: at all; from this context; this many; with this value? */
export interface Question {
  readonly feature: string;
  /** Who is asking within the customer: a user, a device or several kinds, in LaunchDarkly's form. */
  readonly context?: EvaluationContext | undefined;
  /** How many at once, for features that are counted. */
  readonly quantity?: number | undefined;
  /** A level to reach, a member or members to be included, a number to be had. */
  readonly value?: JsonValue | undefined;
}

/** What a stage sees: everything of one customer and one feature at one moment. */
export interface World {
  readonly configuration: CompiledConfiguration;
  readonly customer: CompiledCustomer;
  readonly feature: Feature;
  readonly rights: Rights;
  readonly now: number;
}

export type Verdict =
  | { readonly denied: false; readonly warning: string | null }
  | { readonly denied: true; readonly reason: DenialReason };

/** One question of the check. Total: it answers also when an earlier stage has denied. */
export type Stage = (question: Question, world: World) => Verdict;

const passed: Verdict = { denied: false, warning: null };

export const pass = (warning: string | null = null): Verdict =>
  warning === null ? passed : { denied: false, warning };

export const deny = (reason: DenialReason): Verdict => ({ denied: true, reason });
