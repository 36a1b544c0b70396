import { z } from 'zod';
import { text } from './keys.ts';
import { Instant } from './time.ts';

/** Supporting documentation: a web address and, where it helps, what it is. */
export const Link = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2000),
  label: text(200).optional(),
});
export type Link = z.infer<typeof Link>;

/** The part of every write's body that says why. Links may be written as plain addresses. */
export const ChangeNote = z.strictObject({
  comment: text(4000).optional(),
  links: z
    .array(z.union([Link, Link.shape.url.transform((url) => ({ url }))]))
    .max(20)
    .optional(),
  effectiveAt: Instant.optional(),
  /** Compute and weigh everything, keep nothing. */
  preview: z.boolean().optional(),
  /** Let somebody else look at it first, also where no guardrail demands it. */
  requestApproval: z.boolean().optional(),
});
export type ChangeNote = z.infer<typeof ChangeNote>;

/** Who did it. `system` is the product itself: the scheduler, the demo; `connection` an outside platform. */
export interface Actor {
  readonly kind: 'member' | 'token' | 'key' | 'connection' | 'system';
  readonly id: string;
  readonly name: string;
}

/** A named edit as it is asked for, before anything was read. */
export interface OperationCall {
  readonly kind: string;
  readonly input: unknown;
}

/** What people see before they save and afterwards: whom it touches, in numbers. */
export interface Impact {
  readonly customers: {
    readonly touched: number;
    readonly gain: number;
    readonly lose: number;
    readonly overLimit: number;
  };
  /** The features that move, most customers first; at most 50. */
  readonly features: readonly {
    readonly feature: string;
    readonly gain: number;
    readonly lose: number;
    readonly changed: number;
  }[];
  /** The customers that move, for small changes; at most 20. */
  readonly examples: readonly {
    readonly customer: string;
    readonly name: string;
    readonly gains: readonly string[];
    readonly loses: readonly string[];
  }[];
  /** What the flags that are concerned serve to the customers that were looked at; at most 50 flags. */
  readonly flags?: readonly FlagImpact[];
  /** False when more customers are touched than one preview looks at. */
  readonly complete: boolean;
}

/** How many customers a flag serves which variation, by its position, and to how many of them something else. */
export interface FlagImpact {
  readonly flag: string;
  readonly environment: string;
  readonly changed: number;
  readonly before: readonly { readonly variation: number | null; readonly customers: number }[];
  readonly after: readonly { readonly variation: number | null; readonly customers: number }[];
}
