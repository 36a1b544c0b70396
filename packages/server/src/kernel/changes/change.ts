import type { Impact, Link, OperationCall, Place } from '@latchkey/model';
import type { Principal } from '../access/principal.ts';

/** A batch of named edits on its way in, with who, why and where. */
export interface Change {
  readonly id: string;
  readonly place: Place;
  readonly principal: Principal;
  readonly calls: readonly OperationCall[];
  readonly comment: string;
  readonly links: readonly Link[];
  /** Epoch milliseconds; decided once, by the shell. */
  readonly now: number;
  readonly preview: boolean;
  /** When it shall happen, epoch milliseconds; null is now. */
  readonly effectiveAt: number | null;
  /** The version of the edited resource that the author saw (`If-Match`), null when they did not say. */
  readonly basedOn: { readonly kind: string; readonly id: string; readonly version: number } | null;
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null;
}

export type Outcome =
  | { readonly status: 'previewed'; readonly changeId: string; readonly impact: Impact }
  | {
      readonly status: 'applied';
      readonly changeId: string;
      readonly impact: Impact | null;
      readonly revision: number;
      /** True when an idempotency key brought back an earlier outcome. */
      readonly replayed: boolean;
      /** What was created or altered, in the order of the mutations. Bodies are without secrets. */
      readonly resources: readonly {
        readonly kind: string;
        readonly id: string;
        readonly version: number;
        readonly after: unknown;
      }[];
    }
  | {
      readonly status: 'scheduled';
      readonly changeId: string;
      readonly effectiveAt: string;
      readonly replayed: boolean;
    };

export type Applied = Extract<Outcome, { status: 'applied' }>;
export type Scheduled = Extract<Outcome, { status: 'scheduled' }>;
