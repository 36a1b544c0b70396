import type { Configuration, Place } from '@latchkey/model';
import type { Countable } from '../slices/insights/index.ts';
import type { Delivery } from './delivery.ts';

/** What can be counted in each environment, looked up once per revision. Archived flags too: whoever still asks shall show. */
export function countableIn(delivery: Delivery): (place: Place) => Countable | null {
  const known = new WeakMap<Configuration, Countable>();
  return (place) => {
    const configuration = delivery.configuration(place);
    if (configuration === null) return null;
    const before = known.get(configuration);
    if (before !== undefined) return before;
    const { flags, features } = configuration;
    const countable: Countable = {
      // A malformed flag answers nobody, but it may be asked for.
      variationsOf: new Map(flags.map((flag) => [flag.key, flag.variations?.length ?? 0])),
      features: new Set(features.map(({ key }) => key)),
    };
    known.set(configuration, countable);
    return countable;
  };
}
