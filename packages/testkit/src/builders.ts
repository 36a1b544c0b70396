import type {
  Activation,
  Configuration,
  Customer,
  CustomerSnapshot,
  Environment,
  Feature,
  Flag,
  FlagTargeting,
  Grant,
  Plan,
  PlanItem,
  PlanPublication,
  PlanVersion,
  Project,
  SeatUse,
  Segment,
  Subscription,
  SubscriptionItem,
} from '@latchkey/model';

/** Every builder makes something valid and dull: a test states only what it is about. */

/** Midnight UTC of a day, or a moment with its time, as it is kept. */
export const on = (day: string): string =>
  new Date(day.length === 10 ? `${day}T00:00:00Z` : day).toISOString();

/** The same in epoch milliseconds, as the rules are handed `now`. */
export const at = (day: string): number => Date.parse(on(day));

const longAgo = on('2020-01-01');

export const aProject = (said: Partial<Project> = {}): Project => ({
  key: 'shop',
  name: 'Shop',
  description: '',
  tags: [],
  ...said,
});

export const anEnvironment = (said: Partial<Environment> = {}): Environment => ({
  key: 'production',
  name: 'Production',
  color: 'red',
  protected: false,
  clientSideId: '0123456789abcdef01234567',
  defaultPlan: null,
  ...said,
});

export const aFeature = (said: Partial<Feature> = {}): Feature => ({
  key: 'exports',
  name: titleOf(said.key ?? 'exports'),
  description: '',
  kind: 'switch',
  unit: null,
  levels: null,
  flagKey: null,
  requires: [],
  access: 'gated',
  merge: defaultMerge[said.kind ?? 'switch'],
  enforcement: 'hard',
  failMode: 'last_known',
  seatBound: false,
  essential: false,
  exclusiveTo: null,
  owner: null,
  tags: [],
  state: 'general',
  source: { platform: 'latchkey', ref: said.key ?? 'exports' },
  sentinel: {
    namespace: 'Feature-Flag',
    enforcement: 'Services 1.0',
    licenceModels: ['Services'],
    isFeatureFlag: 'No',
    version: '',
  },
  ...said,
});

const defaultMerge = {
  switch: 'any',
  number: 'max',
  level: 'max',
  set: 'union',
  config: 'priority',
  meter: 'pooled',
} as const;

export const aFlag = (said: Partial<Flag> = {}): Flag => ({
  key: 'exports-flag',
  name: titleOf(said.key ?? 'exports-flag'),
  description: '',
  kind: 'boolean',
  variations: [{ value: false }, { value: true }],
  tags: [],
  temporary: false,
  purpose: 'release',
  clientSide: true,
  owner: null,
  state: 'live',
  ...said,
});

/** On for everybody. */
export const aTargeting = (said: Partial<FlagTargeting> = {}): FlagTargeting => ({
  flag: 'exports-flag',
  on: true,
  offVariation: 0,
  fallthrough: { variation: 1 },
  targets: [],
  rules: [],
  prerequisites: [],
  salt: said.flag ?? 'exports-flag',
  ...said,
});

export const aSegment = (said: Partial<Segment> = {}): Segment => ({
  key: 'pilots',
  name: titleOf(said.key ?? 'pilots'),
  description: '',
  tags: [],
  rules: [],
  salt: said.key ?? 'pilots',
  ...said,
});

export const aPlan = (said: Partial<Plan> = {}): Plan => ({
  key: 'gold',
  name: titleOf(said.key ?? 'gold'),
  description: '',
  kind: 'plan',
  rank: 0,
  productType: 'default',
  tags: [],
  state: 'live',
  latestVersion: 1,
  ...said,
});

/** A version without a base: what is resolved is what it lists. */
export const aPlanVersion = (said: Partial<PlanVersion> = {}): PlanVersion => ({
  plan: 'gold',
  version: 1,
  base: null,
  items: [],
  resolvedItems: said.items ?? [],
  createdAt: longAgo,
  ...said,
});

export const aPlanItem = (said: Partial<PlanItem> = {}): PlanItem => ({
  feature: 'exports',
  effect: 'allow',
  ...said,
});

/** The first version, published long ago. */
export const aPublication = (said: Partial<PlanPublication> = {}): PlanPublication => ({
  plan: 'gold',
  editions: [{ version: 1, from: longAgo }],
  ...said,
});

export const aCustomer = (said: Partial<Customer> = {}): Customer => ({
  key: 'acme',
  name: titleOf(said.key ?? 'acme'),
  identifiers: {},
  parent: null,
  attributes: {},
  contacts: [],
  timeZone: 'UTC',
  owner: null,
  tags: [],
  state: 'active',
  ...said,
});

/** One of the plan since long ago, without an end. */
export const anItem = (said: Partial<SubscriptionItem> = {}): SubscriptionItem => ({
  pkId: 'pk_1',
  plan: 'gold',
  version: 'current',
  quantity: 1,
  from: longAgo,
  to: null,
  state: 'active',
  ...said,
});

export const aSubscription = (said: Partial<Subscription> = {}): Subscription => ({
  eId: 'e_1',
  customer: 'acme',
  state: 'active',
  source: { system: 'latchkey', ref: '' },
  items: [],
  parentEId: null,
  createdAt: longAgo,
  changedAt: longAgo,
  ...said,
});

/** Goodwill to Acme since long ago, without an end. */
export const aGrant = (said: Partial<Grant> = {}): Grant => ({
  id: 'g_1',
  lineageId: said.id ?? 'g_1',
  subject: { kind: 'customer', key: 'acme' },
  inherit: false,
  feature: 'exports',
  origin: 'goodwill',
  effect: 'allow',
  priority: 0,
  from: longAgo,
  to: null,
  revokedAt: null,
  reason: 'Outage of 3 March',
  links: [],
  grantedBy: 'sam',
  grantedAt: longAgo,
  ...said,
});

export const anActivation = (said: Partial<Activation> = {}): Activation => ({
  aId: 'a_1',
  eId: 'e_1',
  pkId: 'pk_1',
  customer: 'acme',
  subject: { kind: 'user', key: 'ada' },
  quantity: 1,
  state: 'active',
  to: null,
  history: [],
  createdAt: longAgo,
  changedAt: longAgo,
  ...said,
});

/** One seat each for those who are named, without an end, besides what `seats` says in full. */
export const seatUse = ({
  subjects = [],
  seats = [],
  ...said
}: Partial<SeatUse> & { readonly subjects?: readonly string[] } = {}): SeatUse => ({
  pkId: 'pk_1',
  changedAt: null,
  ...said,
  seats: [...subjects.map((subject) => ({ subject, quantity: 1, to: null })), ...seats],
});

/** An environment with nothing in it. */
export const aConfiguration = (said: Partial<Configuration> = {}): Configuration => ({
  project: 'shop',
  environment: 'production',
  epoch: 'one',
  revision: 1,
  defaultPlan: null,
  flags: [],
  targeting: [],
  segments: [],
  features: [],
  plans: [],
  planVersions: [],
  publications: [],
  grants: [],
  ...said,
});

/** Acme, who has nothing. `customer: null` is one that is not known. */
export const aSnapshot = (said: Partial<CustomerSnapshot> = {}): CustomerSnapshot => ({
  epoch: 'one',
  revision: 1,
  customer: aCustomer({ key: said.key ?? said.customer?.key ?? 'acme' }),
  key: said.customer?.key ?? 'acme',
  ancestors: [],
  segments: {},
  subscriptions: [],
  grants: [],
  seats: [],
  ...said,
});

/** `single-sign-on` → `Single sign on`. */
function titleOf(key: string): string {
  const words = key.replaceAll(/[-_.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
