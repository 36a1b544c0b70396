import type { JsonValue } from '@latchkey/model';
import { byStrength, type DatedGrant, isGiving } from '../dated-grant.ts';
import type { MergeRule } from '../merged.ts';

/**
 * The strongest grant's whole value. With `overlay`, fields that it leaves out come from the next in strength, so a
 * customer's own colours lie over the plan's and a change of the rest still reaches everybody.
 */
export const mergeConfig: MergeRule = ({ merge }, active) => {
  const giving = active.filter((grant) => isGiving(grant) && grant.value !== null).sort(byStrength);
  const strongest = giving[0];
  if (strongest === undefined) return { value: null, limit: null, kept: new Set(), cap: null };
  if (merge !== 'overlay') {
    return { value: strongest.value, limit: null, kept: new Set([strongest]), cap: null };
  }
  const kept = new Set<DatedGrant>();
  const fields = new Map<string, JsonValue>();
  for (const grant of giving) {
    if (!isFields(grant.value)) {
      // What is not made of fields cannot be overlaid: alone it is the value, below others it ends the overlay.
      if (kept.size === 0) return { value: grant.value, limit: null, kept: new Set([grant]), cap: null };
      break;
    }
    for (const [name, value] of Object.entries(grant.value)) {
      if (fields.has(name)) continue;
      fields.set(name, value);
      kept.add(grant);
    }
    kept.add(strongest);
  }
  return { value: Object.fromEntries(fields), limit: null, kept, cap: null };
};

const isFields = (value: JsonValue): value is { readonly [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
