import type { Configuration, CustomerSnapshot, Place } from '@latchkey/model';
import type { Reader } from '../kernel/store/database.ts';
import type { Delivery } from './delivery.ts';
import { liveMeters } from './live-meters.ts';

/** All that is decided about a customer by, to be taken along: with what was counted of its meters by now. */
export const licensableIn =
  (delivery: Delivery, db: Reader) =>
  async (
    place: Place,
    key: string,
  ): Promise<{ readonly configuration: Configuration; readonly customer: CustomerSnapshot } | null> => {
    const world = await delivery.world(place, key);
    if (world === null || world.snapshot.customer === null) return null;
    const meters = (await liveMeters(db, place, world.configuration, [key])).get(key);
    const counted = meters === undefined ? {} : { meters: Object.fromEntries(meters) };
    return { configuration: world.source, customer: { ...world.snapshot, ...counted } };
  };
