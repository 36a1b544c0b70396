import type {
  Configuration,
  Customer,
  CustomerSnapshot,
  Feature,
  Grant,
  JsonValue,
  PlanItem,
  Subscription,
  SubscriptionItem,
} from '@latchkey/model';
import fc from 'fast-check';
import {
  aConfiguration,
  aCustomer,
  aFeature,
  aFlag,
  aGrant,
  anItem,
  aPlan,
  aPlanVersion,
  aPublication,
  aSegment,
  aSnapshot,
  aSubscription,
  aTargeting,
  at,
  seatUse,
} from './builders.ts';

/** Laws are tried on at least a thousand worlds; the long run asks for more. */
export const lawRuns = { numRuns: Math.max(1000, fc.readConfigureGlobal().numRuns ?? 0) };

export interface GeneratedWorld {
  readonly configuration: Configuration;
  readonly snapshot: CustomerSnapshot;
  readonly now: number;
}

/** What stops a check at once is rare, so that most worlds get to the later stages. */
const mostly = <Value>(usual: Value, ...rare: Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const seldom = mostly(false, true);

const start = at('2026-03-01');
const day = 86_400_000;
const dayMax = 6;

/** All dates are on a few days, so that intervals touch, coincide and cross, and questions fall on their edges. */
const aDay = fc.integer({ min: 0, max: dayMax });
const instantOf = (days: number): string => new Date(start + days * day).toISOString();

/** On a boundary, a millisecond beside it, or in between. */
export const aMoment = fc
  .tuple(fc.integer({ min: -1, max: dayMax + 1 }), fc.constantFrom(-1, 0, 1, day / 2))
  .map(([days, beside]) => start + days * day + beside);

const anInterval = fc
  .tuple(aDay, fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }))
  .map(([from, length]) => ({
    from: instantOf(from),
    to: length === null ? null : instantOf(from + length),
  }));

export const levels = ['basic', 'plus', 'top'] as const;
const members = ['csv', 'pdf', 'xml'] as const;

/** Zero, one, decimals whose binary sums are famously wrong, and neighbours. */
const anAmount = fc.constantFrom(0, 0.1, 0.2, 0.3, 1, 2, 3, 5, 1_000_000);

/** A value that fits the kind, most of the time; what does not fit must do no harm. */
const aValue = (kind: Feature['kind']): fc.Arbitrary<JsonValue | undefined> => {
  const fitting: { readonly [K in Feature['kind']]: fc.Arbitrary<JsonValue | undefined> } = {
    switch: fc.constantFrom(undefined, true, false),
    number: fc.oneof(anAmount, fc.constant('unlimited')),
    meter: fc.oneof(anAmount, fc.constant('unlimited')),
    level: fc.constantFrom(...levels),
    set: fc.subarray([...members]),
    config: fc.dictionary(fc.constantFrom('colour', 'logo', '__proto__'), fc.constantFrom(1, 'blue', null)),
  };
  return fc.oneof(
    { weight: 9, arbitrary: fitting[kind] },
    { weight: 1, arbitrary: fc.constantFrom(undefined, 'odd') },
  );
};

const aKind = fc.constantFrom<Feature['kind']>('switch', 'number', 'level', 'set', 'config', 'meter');

/** A grant of the feature by one of the effects, to the customer, its parent, its plan, its segment or everyone. */
export const aGrantOf = (
  { key, kind }: Pick<Feature, 'key' | 'kind'>,
  effects: readonly Grant['effect'][] = ['allow', 'set', 'add', 'deny', 'cap'],
): fc.Arbitrary<Grant> =>
  fc
    .record({
      id: fc.uuid(),
      subject: fc.constantFrom<Grant['subject']>(
        { kind: 'customer', key: 'acme' },
        { kind: 'customer', key: 'acme' },
        { kind: 'customer', key: 'group' },
        { kind: 'plan', key: 'gold' },
        { kind: 'plan', key: 'free' },
        { kind: 'segment', key: 'pilots' },
        { kind: 'segment', key: 'germans' },
        { kind: 'everyone' },
      ),
      inherit: fc.boolean(),
      origin: fc.constantFrom<Grant['origin']>('goodwill', 'trial', 'promotion', 'poc'),
      effect: fc.constantFrom(...effects),
      value: aValue(kind),
      reset: fc.constantFrom(undefined, { every: 'day' } as const, { every: 'month' } as const),
      priority: fc.constantFrom(-1, 0, 0, 1),
      interval: anInterval,
      revokedAt: fc.option(aDay.map(instantOf), { nil: null, freq: 6 }),
      grantedAt: aDay.map(instantOf),
    })
    .map(({ interval, value, reset, ...said }) =>
      aGrant({
        feature: key,
        ...said,
        ...interval,
        ...(value !== undefined && { value }),
        ...(reset !== undefined && { reset }),
      }),
    );

const aPlanItemOf = ({ key, kind }: Feature): fc.Arbitrary<PlanItem> =>
  fc
    .record({
      effect: fc.constantFrom<PlanItem['effect']>('allow', 'set', 'add'),
      value: aValue(kind),
      perQuantity: fc.boolean(),
    })
    .map(({ value, ...said }) => ({ feature: key, ...said, ...(value !== undefined && { value }) }));

/** Three features: one of any kind and make, one that it may require, and one that requires it. */
const someFeatures = fc
  .record({
    kind: aKind,
    merge: fc.constantFrom<Feature['merge']>('max', 'sum', 'priority', 'overlay'),
    access: fc.constantFrom<Feature['access']>('gated', 'gated', 'open'),
    enforcement: fc.constantFrom<Feature['enforcement']>('hard', 'soft', 'observe'),
    seatBound: fc.boolean(),
    essential: fc.boolean(),
    guarded: fc.boolean(),
    requires: seldom,
    state: mostly<Feature['state']>('general', 'retired'),
    exclusiveTo: mostly(null, 'acme', 'group', 'other'),
  })
  .map(({ guarded, requires, ...said }) => [
    aFeature({
      key: 'exports',
      ...said,
      levels: said.kind === 'level' ? [...levels] : null,
      flagKey: guarded ? 'exports-flag' : null,
      requires: requires ? ['sso'] : [],
    }),
    aFeature({ key: 'sso', flagKey: 'sso-flag' }),
    aFeature({ key: 'reports', requires: ['exports'], flagKey: 'reports-flag' }),
  ]);

/** The flag's fallthrough, off variation and rule are any of three variations. */
const aVariation = fc.integer({ min: 0, max: 2 });
const aGuard = (key: string) =>
  fc
    .record({
      on: seldom.map((off) => !off),
      offVariation: mostly(0, 1, 2, null),
      fallthrough: mostly(1, 0, 2),
      forUsers: aVariation,
      isBoolean: fc.boolean(),
      prerequisite: seldom,
    })
    .map(({ on, offVariation, fallthrough, forUsers, isBoolean, prerequisite }) => ({
      flag: isBoolean
        ? aFlag({ key })
        : aFlag({ key, kind: 'string', variations: [{ value: 'off' }, { value: 'a' }, { value: 'b' }] }),
      targeting: aTargeting({
        flag: key,
        on,
        offVariation: isBoolean && offVariation === 2 ? 0 : offVariation,
        fallthrough: { variation: isBoolean ? fallthrough % 2 : fallthrough },
        rules: [
          {
            id: 'r1',
            clauses: [{ contextKind: 'user', attribute: 'key', op: 'in', values: ['ada'] }],
            variation: isBoolean ? forUsers % 2 : forUsers,
          },
        ],
        prerequisites: prerequisite && key !== 'sso-flag' ? [{ flag: 'sso-flag', variation: 1 }] : [],
      }),
    }));

const aSeat = fc.record({
  subject: fc.constantFrom('user/ada', 'user/eve', 'device/phone'),
  quantity: fc.integer({ min: 1, max: 2 }),
  to: fc.option(aDay.map(instantOf), { nil: null }),
});

const someItems = fc.array(
  fc.record({
    plan: fc.constantFrom('gold', 'boost'),
    version: fc.constantFrom<1 | 2 | 'current'>('current', 'current', 1, 2),
    quantity: fc.integer({ min: 1, max: 3 }),
    state: mostly<SubscriptionItem['state']>('active', 'disabled'),
    interval: anInterval,
    seats: fc.array(aSeat, { maxLength: 3 }),
  }),
  { maxLength: 3 },
);

/** A small environment and one customer of it, with everything that can decide a check. */
export const aWorld: fc.Arbitrary<GeneratedWorld> = someFeatures.chain((features) => {
  const [exports, sso, reports] = features as [Feature, Feature, Feature];
  const anyGrant = fc.oneof(
    { weight: 5, arbitrary: aGrantOf(exports) },
    { weight: 1, arbitrary: aGrantOf(sso) },
    { weight: 1, arbitrary: aGrantOf(reports) },
  );
  const someGrants = fc.uniqueArray(anyGrant, { maxLength: 5, selector: ({ id }) => id });
  const planItems = fc
    .subarray([exports, sso, reports])
    .chain((inside) => fc.tuple(...inside.map(aPlanItemOf)));
  return fc
    .record({
      guards: fc.tuple(aGuard('exports-flag'), aGuard('sso-flag'), aGuard('reports-flag')),
      grants: someGrants,
      versions: fc.tuple(planItems, planItems, planItems, planItems),
      secondEdition: aDay,
      defaultPlan: fc.constantFrom(null, 'free'),
      items: someItems,
      subscription: mostly<Subscription['state']>('active', 'suspended', 'closed'),
      customer: mostly<Customer['state'] | null>('active', 'prospect', 'suspended', null),
      country: fc.constantFrom('DE', 'FR'),
      isPilot: fc.constantFrom(true, false, undefined),
      now: aMoment,
    })
    .map(({ guards, grants, versions: [gold1, gold2, free, boost], ...said }) => {
      const own = grants.filter(({ subject }) => subject.kind === 'customer' && said.customer !== null);
      const forOthers = grants.filter(({ subject }) => subject.kind !== 'customer');
      return {
        now: said.now,
        configuration: aConfiguration({
          defaultPlan: said.defaultPlan,
          features,
          flags: guards.map(({ flag }) => flag),
          targeting: guards.map(({ targeting }) => targeting),
          segments: [
            aSegment({ key: 'pilots' }),
            aSegment({
              key: 'germans',
              rules: [
                {
                  id: 'r1',
                  clauses: [{ contextKind: 'customer', attribute: 'country', op: 'in', values: ['DE'] }],
                },
              ],
            }),
          ],
          plans: [aPlan(), aPlan({ key: 'free' }), aPlan({ key: 'boost', kind: 'addon' })],
          planVersions: [
            aPlanVersion({ items: [...gold1] }),
            aPlanVersion({ version: 2, items: [...gold2] }),
            aPlanVersion({ plan: 'free', items: [...free] }),
            aPlanVersion({ plan: 'boost', items: [...boost] }),
          ],
          publications: [
            aPublication({
              editions: [
                { version: 1, from: instantOf(-9) },
                { version: 2, from: instantOf(said.secondEdition) },
              ],
            }),
            aPublication({ plan: 'free' }),
            aPublication({ plan: 'boost' }),
          ],
          grants: forOthers,
        }),
        snapshot: aSnapshot({
          key: 'acme',
          customer:
            said.customer === null
              ? null
              : aCustomer({ state: said.customer, attributes: { country: said.country } }),
          ancestors: ['group'],
          segments: said.isPilot === undefined ? {} : { pilots: said.isPilot },
          grants: own,
          subscriptions:
            said.customer === null
              ? []
              : [
                  aSubscription({
                    state: said.subscription,
                    items: said.items.map(({ interval, seats, ...item }, index) =>
                      anItem({ pkId: `pk_${index}`, ...item, ...interval }),
                    ),
                  }),
                ],
          seats: said.items.map(({ seats }, index) => seatUse({ pkId: `pk_${index}`, seats })),
        }),
      };
    });
});

/** How applications ask: bare, for a user who is named in rules and seats, for another, for a device, or badly. */
export const aContext = fc.constantFrom(
  undefined,
  { kind: 'user', key: 'ada' },
  { kind: 'user', key: 'bob' },
  { kind: 'multi', user: { key: 'ada' }, device: { key: 'phone' } },
  { kind: 'customer', key: 'someone-else', country: 'DE' },
  { kind: 'user' },
);
