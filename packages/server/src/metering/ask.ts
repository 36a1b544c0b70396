import type { CompiledConfiguration, CompiledCustomer, EvaluationContext } from '@latchkey/engine';
import type { Decision, Feature, JsonValue, MeterReading, Milliseconds, ProblemCode } from '@latchkey/model';

/** Something to be counted, with all that decides about it. */
export interface Ask {
  /** `consumed` is taken if every rule lets it; `reported` happened already and is counted in any case. */
  readonly kind: 'consumed' | 'reported';
  /** Counts once under this name, however often it is sent. */
  readonly key: string;
  readonly configuration: CompiledConfiguration;
  readonly customer: CompiledCustomer;
  readonly feature: Feature;
  readonly quantity: number;
  readonly at: Milliseconds;
  readonly context: EvaluationContext | undefined;
  readonly dimensions: { readonly [name: string]: JsonValue };
  /** The key of the event that it takes back. */
  readonly corrects: string | null;
}

/** What became of it, and how the meter stands after all that was counted with it. */
export type Answer =
  | {
      readonly status: 'counted';
      readonly decision: Decision;
      readonly overage: number;
      readonly meter: MeterReading;
    }
  /** It was counted before: nothing happened now. */
  | { readonly status: 'duplicate'; readonly decision: Decision; readonly meter: MeterReading }
  | { readonly status: 'denied'; readonly decision: Decision; readonly meter: MeterReading }
  | { readonly status: 'refused'; readonly code: ProblemCode; readonly detail: string };
