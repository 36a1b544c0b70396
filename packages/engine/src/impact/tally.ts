import type { Impact } from '@latchkey/model';
import { compareText } from '../grants/dated-grant.ts';
import type { Movement } from './compare.ts';

/** What fits on the panel that people read before they save. */
const featuresMax = 50;
const examplesMax = 20;

/** The figures of many customers. `complete` is for the caller to deny when not every customer was looked at. */
export function tally(movements: Iterable<Movement>): Impact {
  const byFeature = new Map<string, { feature: string; gain: number; lose: number; changed: number }>();
  const count = (feature: string, what: 'gain' | 'lose' | 'changed'): void => {
    const row = byFeature.get(feature) ?? { feature, gain: 0, lose: 0, changed: 0 };
    row[what] += 1;
    byFeature.set(feature, row);
  };
  const customers = { touched: 0, gain: 0, lose: 0, overLimit: 0 };
  const examples: Movement[] = [];
  for (const movement of movements) {
    const { gains, loses, changes, overLimit } = movement;
    if (gains.length > 0) customers.gain += 1;
    if (loses.length > 0) customers.lose += 1;
    if (overLimit.length > 0) customers.overLimit += 1;
    if (gains.length + loses.length + changes.length + overLimit.length === 0) continue;
    customers.touched += 1;
    if (examples.length < examplesMax) examples.push(movement);
    for (const feature of gains) count(feature, 'gain');
    for (const feature of loses) count(feature, 'lose');
    for (const feature of changes) count(feature, 'changed');
  }
  return {
    customers,
    features: [...byFeature.values()].sort(mostMovedFirst).slice(0, featuresMax),
    examples: examples.map(({ customer, name, gains, loses }) => ({ customer, name, gains, loses })),
    complete: true,
  };
}

type Row = Impact['features'][number];

const movedOf = ({ gain, lose, changed }: Row): number => gain + lose + changed;
const mostMovedFirst = (a: Row, b: Row): number =>
  movedOf(b) - movedOf(a) || compareText(a.feature, b.feature);
