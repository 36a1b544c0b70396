import { unlimited } from '../../quantity.ts';
import { deny, pass, type Stage } from '../stage.ts';

/**
 * What is asked for stays within what was given and within every cap. A cap always binds. Past a `soft` allowance the
 * answer is yes with a warning; `observe` only counts. Without a quantity it is enough that there is something.
 */
export const withinAllowance: Stage = ({ quantity }, { feature, rights: { merged } }) => {
  const { kind, seatBound, enforcement } = feature;
  if (seatBound || (kind !== 'number' && kind !== 'meter')) return pass();
  const limit = merged.limit ?? 0;
  if (limit === unlimited || (quantity === undefined ? limit > 0 : quantity <= limit)) return pass();
  if (merged.cap !== null) return deny('cap_reached');
  if (enforcement === 'hard') return deny('limit_reached');
  return enforcement === 'soft' ? pass('limit_reached') : pass();
};
