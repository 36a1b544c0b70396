import type { Configuration, CustomerSnapshot, Feature, Flag, Grant, JsonValue } from '@latchkey/model';

/**
 * What a customer has of a feature: true or false for a switch, a number or `unlimited`, a word for a level, a list for
 * a set, an object for a configuration. False is nothing, for every kind.
 */
export type TestRight = JsonValue;

/** What a test has said so far. */
export interface Said {
  readonly features: Set<string>;
  readonly flags: Map<string, JsonValue>;
  readonly rights: Map<string, Map<string, TestRight>>;
}

const longAgo = '2000-01-01T00:00:00.000Z';

/** The environment that a test describes, as a server would send it. */
export function configurationOf({ features, flags, rights }: Said, revision: number): Configuration {
  const given = new Map<string, TestRight[]>([...features].map((key) => [key, []]));
  for (const all of rights.values()) {
    for (const [feature, right] of all) given.set(feature, [...(given.get(feature) ?? []), right]);
  }
  return {
    project: 'test',
    environment: 'test',
    epoch: 'test',
    revision,
    defaultPlan: null,
    flags: [...flags].map(([key, value]) => flagOf(key, value)),
    targeting: [...flags.keys()].map((flag) => ({
      flag,
      on: true,
      offVariation: 1,
      fallthrough: { variation: 0 },
      targets: [],
      rules: [],
      prerequisites: [],
      salt: flag,
    })),
    segments: [],
    features: [...given].map(([key, all]) =>
      featureOf(
        key,
        all.filter((right) => right !== false),
      ),
    ),
    plans: [],
    planVersions: [],
    publications: [],
    grants: [],
  };
}

export function snapshotOf(
  key: string,
  rights: ReadonlyMap<string, TestRight>,
  revision: number,
): CustomerSnapshot {
  return {
    epoch: 'test',
    revision,
    customer: { key, name: key, parent: null, attributes: {}, tags: [], state: 'active', timeZone: 'UTC' },
    key,
    ancestors: [],
    segments: {},
    subscriptions: [],
    grants: [...rights]
      .filter(([, right]) => right !== false)
      .map(([feature, right]) => grantOf(key, feature, right)),
    seats: [],
  };
}

const flagOf = (key: string, value: JsonValue): Flag => ({
  key,
  name: key,
  description: '',
  kind: 'json',
  variations: [{ value }, { value: null }],
  tags: [],
  temporary: false,
  purpose: 'release',
  clientSide: false,
  owner: null,
  state: 'live',
});

function featureOf(key: string, rights: readonly TestRight[]): Feature {
  const kind = kindOf(rights[0] ?? true);
  return {
    key,
    name: key,
    description: '',
    kind,
    unit: null,
    levels: kind === 'level' ? [...new Set(rights.map(String))] : null,
    flagKey: null,
    requires: [],
    access: 'gated',
    merge: merges[kind],
    enforcement: 'hard',
    failMode: 'last_known',
    seatBound: false,
    essential: false,
    exclusiveTo: null,
    owner: null,
    tags: [],
    state: 'general',
    source: { platform: 'latchkey', ref: key },
    sentinel: { namespace: '', enforcement: '', licenceModels: [], isFeatureFlag: 'No', version: '' },
  };
}

type Kind = Exclude<Feature['kind'], 'meter'>;

const merges = {
  switch: 'any',
  number: 'max',
  level: 'max',
  set: 'union',
  config: 'priority',
} as const satisfies { readonly [K in Kind]: Feature['merge'] };

function kindOf(right: TestRight): Kind {
  if (typeof right === 'number' || right === 'unlimited') return 'number';
  if (typeof right === 'string') return 'level';
  if (Array.isArray(right)) return 'set';
  return typeof right === 'object' && right !== null ? 'config' : 'switch';
}

const grantOf = (customer: string, feature: string, right: TestRight): Grant => ({
  id: `${customer}/${feature}`,
  lineageId: `${customer}/${feature}`,
  subject: { kind: 'customer', key: customer },
  inherit: false,
  feature,
  origin: 'goodwill',
  effect: right === true ? 'allow' : 'set',
  ...(right !== true && { value: right }),
  priority: 0,
  from: longAgo,
  to: null,
  revokedAt: null,
  reason: 'said by the test',
  links: [],
  grantedBy: 'test',
  grantedAt: longAgo,
});
