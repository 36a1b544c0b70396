import { timelineOf } from '../../snapshot/compile-customer.ts';
import { groundStages } from '../ground-stages.ts';
import { deny, pass, type Stage, type World } from '../stage.ts';

/** All that it requires, near or far, is the customer's as well. */
export const requirementsAreMet: Stage = (_, world) => {
  if (world.feature.requires.length === 0) return pass();
  const seen = new Set(world.feature.requires);
  for (const key of seen) {
    const feature = world.configuration.features.get(key);
    if (feature === undefined || !isEntitled({ ...world, feature })) return deny('missing_dependency');
    for (const required of feature.requires) seen.add(required);
  }
  return pass();
};

function isEntitled(world: World): boolean {
  const question = { feature: world.feature.key };
  const there = { ...world, rights: timelineOf(world.customer, world.feature).at(world.now) };
  return !groundStages.some(([, stage]) => stage(question, there).denied);
}
