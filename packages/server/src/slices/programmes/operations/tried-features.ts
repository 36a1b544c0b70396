import { inOneForm, valueMissing } from '@latchkey/engine';
import type { Feature, Grant, TriedFeature } from '@latchkey/model';
import { type One, one, type Refusal, refuse } from '../../../kernel/changes/operation.ts';
import type { NamedFeature } from './input.ts';

export const keyOf = (named: NamedFeature): string => (typeof named === 'string' ? named : named.feature);

export function featuresNamed(named: readonly NamedFeature[]) {
  const wanted: Record<`feature ${string}`, One<'feature'>> = {};
  for (const each of named) wanted[`feature ${keyOf(each)}`] = one('feature', keyOf(each));
  return wanted;
}

/** What is tried, with its effect written out; or why it cannot be tried. */
export function triedFeature(
  named: NamedFeature,
  feature: Feature | null | undefined,
  family: readonly string[],
  field: string,
): TriedFeature | Refusal {
  const key = keyOf(named);
  if (!feature) return refuse('feature_unknown', `There is no feature ${key}.`, { field });
  if (feature.state === 'retired') {
    return refuse('feature_retired', `${feature.name} is retired.`, { field });
  }
  if (feature.exclusiveTo !== null && !family.includes(feature.exclusiveTo)) {
    return refuse('feature_exclusive', `${feature.name} was made for one customer only.`, { field });
  }
  const isSwitch = feature.kind === 'switch';
  const said = typeof named === 'string' ? { feature: key } : named;
  const tried: TriedFeature = { effect: isSwitch ? 'allow' : 'set', ...said };
  const fits = isSwitch
    ? tried.effect === 'allow'
    : tried.effect === 'set' ||
      (tried.effect === 'add' && feature.kind !== 'level' && feature.kind !== 'config');
  if (!fits) {
    const detail = `${feature.name} is a ${feature.kind}: it cannot be tried by “${tried.effect}”.`;
    return refuse('effect_not_for_kind', detail, { field, kind: feature.kind });
  }
  const { value, unlimited } = tried;
  const amount = {
    effect: tried.effect,
    ...(value !== undefined && { value }),
    ...(unlimited && { unlimited }),
  };
  const missing = valueMissing(feature, amount);
  if (missing === null) return tried;
  return refuse('value_not_for_kind', `${feature.name}: ${missing}`, { field, kind: feature.kind });
}

/** The grant by which a feature is tried. */
export const grantOf = (
  tried: TriedFeature,
  said: Pick<Grant, 'id' | 'subject' | 'origin' | 'from' | 'to' | 'reason' | 'grantedBy' | 'grantedAt'>,
): Grant =>
  inOneForm({
    ...tried,
    ...said,
    lineageId: said.id,
    inherit: false,
    priority: 0,
    revokedAt: null,
    links: [],
  });
