import type { DecisionSource } from '@latchkey/model';
import type { World } from '../check/stage.ts';
import { byStrength, type DatedGrant, isGiving } from '../grants/dated-grant.ts';
import { timelineOf } from '../snapshot/compile-customer.ts';
import { always, toInstant } from '../time.ts';

/** Every grant that was looked at: what counts first, then what does not and why, then what is to come or over. */
export function sourcesOf(world: World): readonly DecisionSource[] {
  const { customer, feature, now } = world;
  return timelineOf(customer, feature)
    .grants.map((grant) => ({ grant, ...partOf(grant, world) }))
    .sort(
      (a, b) =>
        Number(b.kept) - Number(a.kept) ||
        distance(a.grant, now) - distance(b.grant, now) ||
        byStrength(a.grant, b.grant),
    )
    .map(({ grant, kept, because }) => toSource(grant, kept, because));
}

interface Part {
  readonly kept: boolean;
  readonly because: string | null;
}

function partOf(grant: DatedGrant, { rights: { denial, merged }, now }: World): Part {
  if (now < grant.from) return { kept: false, because: 'not_started' };
  if (now >= grant.to) return { kept: false, because: grant.revoked ? 'revoked' : 'expired' };
  if (denial !== null) return grant.effect === 'deny' ? counts : { kept: false, because: 'denied' };
  if (!merged.kept.has(grant)) return { kept: false, because: 'shadowed' };
  return merged.cap !== null && isGiving(grant) ? { kept: true, because: 'capped' } : counts;
}

const counts: Part = { kept: true, because: null };

/** How far from now a grant holds: what holds now is at no distance. */
function distance({ from, to }: DatedGrant, now: number): number {
  if (now < from) return from - now;
  return now < to ? 0 : now - to;
}

function toSource(grant: DatedGrant, kept: boolean, because: string | null): DecisionSource {
  const { id, origin, effect, label, provenance, value, from, to } = grant;
  return {
    grant: id,
    origin,
    effect,
    label,
    plan: provenance?.plan ?? null,
    pkId: provenance?.pkId ?? null,
    contribution: value ?? (effect === 'allow' ? true : null),
    from: toInstant(from === always ? 0 : from) ?? '',
    to: toInstant(to),
    kept,
    because,
  };
}
