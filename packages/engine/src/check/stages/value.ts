import type { Feature, JsonValue } from '@latchkey/model';
import { exceeds, isLimit } from '../../quantity.ts';
import { deny, pass, type Stage } from '../stage.ts';

/** The merged right includes what was asked for, and holds something at all where emptiness is no right. */
export const valueIncludesIt: Stage = ({ value }, { feature, rights: { merged } }) => {
  if (value !== undefined && value !== null) {
    return includes(feature, merged.value, value) ? pass() : deny('value_not_included');
  }
  const isEmpty =
    (feature.kind === 'set' && Array.isArray(merged.value) && merged.value.length === 0) ||
    (feature.kind === 'level' && merged.value === null);
  return isEmpty && feature.access !== 'open' ? deny('value_not_included') : pass();
};

function includes({ kind, levels }: Feature, has: JsonValue, wanted: JsonValue): boolean {
  switch (kind) {
    case 'switch':
      return wanted === true || wanted === false;
    case 'number':
    case 'meter':
      return isLimit(has) && isLimit(wanted) && !exceeds(wanted, has);
    case 'level': {
      const rank = rankIn(levels, wanted);
      return rank >= 0 && rank <= rankIn(levels, has);
    }
    case 'set': {
      const members = Array.isArray(wanted) ? wanted : [wanted];
      return Array.isArray(has) && members.every((member) => has.includes(member));
    }
    case 'config':
      return (
        typeof wanted === 'string' && typeof has === 'object' && has !== null && Object.hasOwn(has, wanted)
      );
  }
}

const rankIn = (levels: readonly string[] | null, level: JsonValue): number =>
  typeof level === 'string' ? (levels ?? []).indexOf(level) : -1;
