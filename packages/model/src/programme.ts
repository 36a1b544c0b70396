import { z } from 'zod';
import { GrantEffect } from './grant.ts';
import { JsonValue } from './json.ts';
import { CustomerKey, FeatureKey, Id, Key, text } from './keys.ts';
import { Reset } from './plan.ts';
import { Count } from './quantity.ts';
import { dayMilliseconds, fromInstant, Instant, toInstant } from './time.ts';

/** One feature to try. What is not a switch needs a value: how many, which level, which members. */
export const TriedFeature = z.strictObject({
  feature: FeatureKey,
  effect: GrantEffect.extract(['allow', 'set', 'add']),
  value: JsonValue.exactOptional(),
  unlimited: z.boolean().exactOptional(),
  reset: Reset.exactOptional(),
});
export type TriedFeature = z.infer<typeof TriedFeature>;

/** What a programme lays over what the customer has. */
export const Overlay = z.union([
  z.strictObject({ plan: Key }),
  z.strictObject({ features: z.array(TriedFeature).min(1).max(100) }),
]);
export type Overlay = z.infer<typeof Overlay>;

/** What happens by itself at the end: nothing stays, it is bought, or the customer waits for somebody's word. */
export const EndAction = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('revert') }),
  z.strictObject({ does: z.literal('convert'), plan: Key, quantity: Count.exactOptional() }),
  z.strictObject({ does: z.literal('freeze') }),
]);
export type EndAction = z.infer<typeof EndAction>;

/** What shall be shown by the end: so many seats taken, or words that somebody ticks off. */
export const Goal = z.strictObject({
  id: Id,
  what: text(300).min(1),
  seats: Count.nullable(),
  reachedAt: Instant.nullable(),
});
export type Goal = z.infer<typeof Goal>;

/** Time-boxed access for one customer, with an owner, goals and an end that does something. */
export const Programme = z.strictObject({
  id: Id,
  kind: z.enum(['trial', 'poc']),
  customer: CustomerKey,
  /** The topmost customer of its family when it began: one family tries a thing once. */
  family: CustomerKey,
  overlays: Overlay,
  /** How many may sit; null where no plan is tried. */
  seats: Count.nullable(),
  owner: text(200).nullable(),
  goals: z.array(Goal).max(20),
  from: Instant,
  to: Instant,
  /** Days after the end in which access goes on and the end can still be moved. */
  graceDays: z.int().min(0).max(30),
  extensions: z
    .array(z.strictObject({ at: Instant, by: text(200), from: Instant, to: Instant, reason: text(2000) }))
    .max(100),
  endAction: EndAction,
  /** Null until it is decided, or over. */
  outcome: z
    .strictObject({
      result: z.enum(['won', 'lost', 'expired', 'cancelled']),
      at: Instant,
      by: text(200),
      reason: text(2000),
      /** The subscription that it became. */
      subscription: Id.nullable(),
    })
    .nullable(),
  /** What it issued: one subscription with one item, or grants. */
  subscription: z.strictObject({ eId: Id, pkId: Id }).nullable(),
  grants: z.array(Id).max(100),
  startedBy: text(200),
  startedAt: Instant,
});
export type Programme = z.infer<typeof Programme>;

export const programmeStates = [
  'planned',
  'running',
  'in_grace',
  'won',
  'lost',
  'expired',
  'cancelled',
] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** `source.system` of the subscription that a programme issued; its `ref` is the programme. */
export const programmeSource = 'programme';

/** When its grace is over and its end action is due. */
export const programmeEnd = ({ to, graceDays }: Pick<Programme, 'to' | 'graceDays'>): Instant =>
  graceDays === 0 ? to : toInstant(fromInstant(to) + graceDays * dayMilliseconds);

/** Days that access goes on past the end of what is about to be bought, should no server be up to buy it. */
const bridgeDays = 7;

/** When access ends by date alone. What becomes a purchase is bridged; whoever converts it ends the bridge. */
export function accessEnd(programme: Pick<Programme, 'to' | 'graceDays' | 'endAction'>): Instant {
  const end = programmeEnd(programme);
  if (programme.endAction.does !== 'convert') return end;
  return toInstant(fromInstant(end) + bridgeDays * dayMilliseconds);
}

/** Where it stands, by its dates and its outcome. */
export function programmeStateAt(
  programme: Pick<Programme, 'from' | 'to' | 'graceDays' | 'endAction' | 'outcome'>,
  at: Instant,
): ProgrammeState {
  if (programme.outcome !== null) return programme.outcome.result;
  if (at < programme.from) return 'planned';
  if (at < programme.to) return 'running';
  return at < accessEnd(programme) ? 'in_grace' : 'expired';
}
