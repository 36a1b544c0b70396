import { compileConfiguration, compileCustomer, guardedFlags } from '@latchkey/engine';
import type { LaunchDarklyData } from '@latchkey/engine/launchdarkly';
import type { Configuration, FlagTargeting } from '@latchkey/model';
import {
  aConfiguration,
  aFeature,
  aFlag,
  anItem,
  aPlan,
  aPlanItem,
  aPlanVersion,
  aPublication,
  aSegment,
  aSnapshot,
  aSubscription,
  aTargeting,
  at,
} from '@latchkey/testkit/builders';
import { type Person, people } from './environment.ts';

const now = at('2026-03-15');

/**
 * Milliseconds that all flags take for one customer and one of its people, as an application's start or a browser asks
 * for them: the same flags, every third of which guards a feature of the customer's plan. The best of many people.
 */
export function allFlagsForOne(environment: LaunchDarklyData): number {
  const configuration = compileConfiguration(asOurs(environment));
  const keys = [...configuration.flagsByKey.keys()];
  const entitled = new Set(environment.segments?.['entitled']?.included ?? []);
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 400; turn += 1) {
    const person = people[(turn * 7) % people.length] as Person;
    const customer = compileCustomer(
      configuration,
      aSnapshot({
        key: `customer-${turn}`,
        segments: entitled.has(person.key) ? { entitled: true } : {},
        subscriptions: [aSubscription({ items: [anItem()] })],
      }),
    );
    // Rights are worked out at the first question and kept; both count.
    const begin = performance.now();
    const { answer } = guardedFlags(configuration, { customer, context: { ...person } }, now);
    let on = 0;
    for (const key of keys) if (answer(key).value === true) on += 1;
    const milliseconds = performance.now() - begin;
    if (on === 0) throw new Error('Nobody has nothing at all.');
    best = Math.min(best, milliseconds);
  }
  return best;
}

function asOurs({ flags }: LaunchDarklyData): Configuration {
  const all = Object.values(flags ?? {});
  const guarding = all.filter((_, index) => index % 3 === 0).map(({ key }) => key);
  return aConfiguration({
    flags: all.map(({ key }) => aFlag({ key, variations: [{ value: true }, { value: false }] })),
    targeting: all.map(({ key, on, targets, rules, fallthrough, prerequisites, salt }) =>
      aTargeting({
        ...({ targets, rules, fallthrough } as Partial<FlagTargeting>),
        flag: key,
        on: on === true,
        offVariation: 1,
        prerequisites: (prerequisites ?? []).map((each) => ({
          flag: each.key,
          variation: each.variation ?? 0,
        })),
        salt: salt ?? key,
      }),
    ),
    segments: [aSegment({ key: 'entitled' })],
    features: guarding.map((key) => aFeature({ key, flagKey: key })),
    plans: [aPlan()],
    planVersions: [aPlanVersion({ items: guarding.map((feature) => aPlanItem({ feature })) })],
    publications: [aPublication()],
  });
}
