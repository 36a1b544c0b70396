import { unlimited } from '../../quantity.ts';
import { meterOf } from '../meter.ts';
import { deny, pass, type Stage, type Verdict } from '../stage.ts';

/** Without a quantity it is enough that the least that can be counted is still to be had. */
const least = 0.000_001;

/**
 * What is asked for stays within what was given and within every cap. A cap always binds. Past a `soft` allowance the
 * answer is yes with a warning; `observe` only counts. Of a meter, what was used and is held counts as well.
 */
export const withinAllowance: Stage = ({ quantity }, world) => {
  const { kind, seatBound, enforcement } = world.feature;
  if (seatBound || (kind !== 'number' && kind !== 'meter')) return pass();
  const meter = meterOf(world);
  if (meter !== null) {
    const taking = meter.take(quantity ?? least);
    if (taking.denied !== null) return deny(taking.denied);
    return taking.overage > 0 ? beyond(enforcement) : pass();
  }
  const { merged } = world.rights;
  const limit = merged.limit ?? 0;
  if (limit === unlimited || (quantity === undefined ? limit > 0 : quantity <= limit)) return pass();
  if (merged.cap !== null) return deny('cap_reached');
  return enforcement === 'hard' ? deny('limit_reached') : beyond(enforcement);
};

/** What is counted only is said nothing about; agreed overage and soft limits are. */
const beyond = (enforcement: 'hard' | 'soft' | 'observe'): Verdict =>
  enforcement === 'observe' ? pass() : pass('limit_reached');
