import { invalid } from '../failure.ts';
import { variationId } from '../ids.ts';

/** A flag may have so many variations; their ids are found by trying their positions. */
const variationsMax = 100;

/** The position of the variation that has this id. */
export function variationAt(project: string, flag: string, id: string): number {
  for (let index = 0; index < variationsMax; index += 1) {
    if (variationId(project, flag, index) === id) return index;
  }
  throw invalid(`variationId: ${flag} has no variation ${id}.`);
}
