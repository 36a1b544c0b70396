import type { FlagEvent } from './operations/flag-event.ts';

/** What a platform's message turned out to be. */
export type Heard =
  | {
      readonly kind: 'flag';
      readonly event: FlagEvent;
      /** Who did it over there and what they said, for the ledger. */
      readonly comment: string;
      /** Where it can be looked at over there, if the platform says so. */
      readonly link: string | null;
    }
  | {
      readonly kind: 'other';
      /** One word for the list of events: `project`, `audit_log`, `unreadable`. */
      readonly about: string;
      /** Why nothing follows from it, as people read it. */
      readonly reason: string;
    };

/** A message as it came in over an address of ours, before it is kept. */
export interface Message {
  readonly heard: Heard;
  /** The platform's own name for this message; a second one of that name is the same again. */
  readonly dedupeKey: string;
  /** What is kept of it to look at later: nothing that names people's customers. */
  readonly body: unknown;
}
