import { EndAction, FeatureKey, Goal, Overlay, Programme, TriedFeature } from '@latchkey/model';
import { z } from 'zod';

const { shape } = Programme;
const [OfPlan] = Overlay.options;

/** A feature by its key alone is switched on; one that is no switch says how much of it. */
const NamedFeature = z.union([
  FeatureKey,
  TriedFeature.extend({ effect: TriedFeature.shape.effect.exactOptional() }),
]);
export type NamedFeature = z.infer<typeof NamedFeature>;

export const NewOverlay = z.union([
  OfPlan,
  z.strictObject({ features: z.array(NamedFeature).min(1).max(100) }),
]);

export const NewGoal = z.strictObject({
  /** Names a goal that is there already. */
  id: Goal.shape.id.exactOptional(),
  what: Goal.shape.what,
  /** So many seats taken. Left out for a goal that people judge. */
  seats: Goal.shape.seats.unwrap().exactOptional(),
  /** What people judge to be reached. */
  reached: z.boolean().exactOptional(),
});
export type NewGoal = z.infer<typeof NewGoal>;

export const NewProgramme = z.strictObject({
  customer: shape.customer,
  kind: shape.kind,
  overlays: NewOverlay,
  /** How many may sit where a plan is tried; one unless said. */
  seats: shape.seats.unwrap().exactOptional(),
  owner: shape.owner.exactOptional(),
  goals: z.array(NewGoal).max(20).exactOptional(),
  from: shape.from.exactOptional(),
  to: shape.to,
  graceDays: shape.graceDays.exactOptional(),
  endAction: EndAction.exactOptional(),
});
export type NewProgramme = z.infer<typeof NewProgramme>;

export const goalsOf = (
  wanted: readonly NewGoal[],
  before: readonly Goal[],
  at: string,
  newId: (prefix: string) => string,
): Goal[] =>
  wanted.map(({ id, what, seats = null, reached = false }) => {
    const known = before.find((goal) => goal.id === id);
    return {
      id: known?.id ?? newId('goal'),
      what,
      seats,
      reachedAt: reached ? (known?.reachedAt ?? at) : null,
    };
  });
