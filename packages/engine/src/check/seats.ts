import type { Limit } from '@latchkey/model';
import { total } from '../quantity.ts';
import type { CompiledCustomer } from '../snapshot/compile-customer.ts';
import type { World } from './stage.ts';

/** The seats that a customer has of a seat-bound feature now. */
interface Seats {
  /** Null when what gives the feature says nothing about seats. */
  readonly limit: Limit | null;
  readonly used: number;
  readonly pkIds: readonly string[];
}

type Subject = Pick<World, 'feature' | 'rights' | 'now'> & {
  readonly customer: Pick<CompiledCustomer, 'seatsByItem'>;
};

/** As many as the feature's number says, else as many as were bought of the items that give it. */
export function seatsOf({ feature, customer, rights, now }: Subject): Seats | null {
  if (!feature.seatBound) return null;
  const bought = new Map<string, number>();
  for (const { provenance } of rights.giving) {
    if (provenance?.pkId) bought.set(provenance.pkId, provenance.quantity);
  }
  const pkIds = [...bought.keys()];
  const used = pkIds.reduce((sum, pkId) => sum + (customer.seatsByItem.get(pkId)?.takenAt(now) ?? 0), 0);
  const ofItems = bought.size > 0 ? total([...bought.values()]) : null;
  return { limit: rights.merged.limit ?? ofItems, used, pkIds };
}
