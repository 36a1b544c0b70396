import type { Role, Statement } from '@latchkey/model';

/** Everything that a project or one of its environments holds, and the two themselves. */
const everythingInProjects = ['proj/*', 'proj/*:*/*', 'proj/*:env/*:*/*'];

/** A kind of thing wherever it lives: in the catalogue of a project, or in one environment. */
const any = (...kinds: readonly string[]): string[] =>
  kinds.flatMap((kind) => [`proj/*:${kind}/*`, `proj/*:env/*:${kind}/*`]);

const allow = (actions: readonly string[], resources: readonly string[]): Statement => ({
  effect: 'allow',
  actions: [...actions],
  resources: [...resources],
});

/** What everybody who works here may look at: the catalogue, the customers, and who changed what. No credentials, no members. */
const openNouns = [
  'project',
  'environment',
  'flag',
  'segment',
  'feature',
  'catalogue',
  'plan',
  'customer',
  'subscription',
  'grant',
  'activation',
  'licence',
  'programme',
  'hold',
  'entitlement',
  'decision',
  'ledger',
  'change',
  'guardrail',
  'insight',
  'usage',
];
const readsTheOpen = allow(
  openNouns.map((noun) => `${noun}.read`),
  everythingInProjects,
);
const readsConnections = allow(
  ['key.read', 'connection.read', 'console.read'],
  any('key', 'connection', 'console'),
);

/** Agreeing to what somebody else wants to do, or not. A guardrail says whose word counts (ADR 12). */
const reviewsChanges = allow(['change.approve', 'change.reject'], any('change'));

/** Grants to single customers for these reasons only; see `policyTags`. */
const grantsTo = (...origins: readonly string[]): Statement =>
  allow(
    ['grant.create', 'grant.supersede', 'grant.revoke'],
    origins.map((origin) => `proj/*:env/*:customer/*;origin:${origin}`),
  );

/** What becomes of a trial or POC that runs, short of giving more time or selling it. */
const guidesProgrammes = [
  'programme.add-seats',
  'programme.cancel',
  'programme.set-goals',
  'programme.record-outcome',
];

const ruleEdits = [
  'set-rules',
  'add-rule',
  'update-rule',
  'remove-rule',
  'reorder-rules',
  'add-clauses',
  'update-clause',
  'remove-clauses',
  'add-clause-values',
  'remove-clause-values',
];

/** Who gets which variation, but not what the flag is, what it waits for, or what it answers when it is off. */
const whoSeesAFlag = [
  'flag.turn',
  'flag.target',
  'flag.add-targets',
  'flag.remove-targets',
  'flag.clear-targets',
  'flag.end-target',
  'flag.set-fallthrough',
  ...ruleEdits.map((edit) => `flag.${edit}`),
];

const listsMembers = [
  'segment.add-members',
  'segment.remove-members',
  'segment.end-member',
  'segment.import',
  'segment.cancel-import',
];
const whoIsInASegment = [...listsMembers, ...ruleEdits.map((edit) => `segment.${edit}`)];

const definitions = {
  administrator: {
    name: 'Administrator',
    description: 'Everything, members, roles, keys and connections included.',
    statements: [allow(['*'], ['*/*', 'proj/*:*/*', 'proj/*:env/*:*/*'])],
  },
  engineer: {
    name: 'Engineer',
    description:
      'Flags with their variations and targeting, segments, features and keys. No rights of customers.',
    statements: [
      readsTheOpen,
      reviewsChanges,
      readsConnections,
      allow(['flag.*'], any('flag')),
      allow(['segment.*'], any('segment')),
      allow(
        ['feature.create', 'feature.describe', 'feature.guard', 'feature.require', 'feature.advance'],
        any('feature'),
      ),
      allow(['key.*'], any('key')),
      allow(['licence.rotate-key', 'licence.withdraw-key'], any('licence-key')),
    ],
  },
  product: {
    name: 'Product',
    description:
      'Features, plans and their publication, promotions, and who sees a flag. Not what a flag is.',
    statements: [
      readsTheOpen,
      reviewsChanges,
      allow(['feature.*'], any('feature')),
      allow(['catalogue.*'], any('catalogue')),
      allow(['plan.*'], any('plan')),
      allow(whoSeesAFlag, any('flag')),
      allow(['segment.create', 'segment.describe', 'segment.tag', ...whoIsInASegment], any('segment')),
      // Promotions: to those on a plan, to a segment, to everyone. Single customers are other people's work.
      allow(
        ['grant.create', 'grant.supersede', 'grant.revoke'],
        ['proj/*:env/*', ...any('plan', 'segment', 'everyone')],
      ),
    ],
  },
  sales: {
    name: 'Sales',
    description: 'Customers, what they buy, their seats, and trials, POCs or goodwill for them.',
    statements: [
      readsTheOpen,
      reviewsChanges,
      allow(['customer.create', 'customer.describe', 'customer.identify', 'customer.move'], any('customer')),
      // A draft has no customer yet, and is its own path.
      allow(
        ['subscription.create', 'subscription.activate', 'subscription.edit', 'subscription.change-quantity'],
        any('customer', 'subscription'),
      ),
      allow(['activation.*'], any('customer')),
      allow(['licence.issue', 'licence.revoke'], any('customer')),
      allow(['licence.download'], any('licence')),
      grantsTo('goodwill', 'trial', 'poc'),
      // Not a second try of the same: that is for somebody else to say.
      allow(
        [...guidesProgrammes, 'programme.start', 'programme.extend', 'programme.convert'],
        any('customer'),
      ),
    ],
  },
  success: {
    name: 'Customer success',
    description: 'Customers, their seats, segment membership and goodwill.',
    statements: [
      readsTheOpen,
      reviewsChanges,
      allow(['customer.create', 'customer.describe', 'customer.identify', 'customer.move'], any('customer')),
      allow(['subscription.change-quantity'], any('customer', 'subscription')),
      allow(['activation.renew', 'activation.rehost', 'activation.revoke'], any('customer')),
      allow(listsMembers, any('segment')),
      grantsTo('goodwill'),
      allow([...guidesProgrammes, 'hold.place', 'hold.lift'], any('customer')),
    ],
  },
  support: {
    name: 'Support',
    description: 'Sees everything about customers; helps one customer at a time, and frees a seat.',
    statements: [
      readsTheOpen,
      reviewsChanges,
      allow(['activation.revoke'], any('customer')),
      grantsTo('goodwill', 'support'),
    ],
  },
  auditor: {
    name: 'Auditor',
    description: 'Reads everything, members and the whole ledger included. Changes nothing.',
    statements: [
      readsTheOpen,
      readsConnections,
      allow(
        ['member.read', 'role.read', 'token.read', 'ledger.read', 'change.read'],
        ['member/*', 'role/*', 'token/*', 'ledger/*', 'change/*', 'instance/*'],
      ),
    ],
  },
} as const satisfies Record<string, Pick<Role, 'name' | 'description' | 'statements'>>;

export type BuiltInRoleKey = keyof typeof definitions;

/** The roles that come with the product. They cannot be changed, so that their names mean the same everywhere. */
export const builtInRoles: readonly Role[] = Object.entries(definitions).map(([key, role]) => ({
  key,
  name: role.name,
  description: role.description,
  statements: [...role.statements],
  builtIn: true,
}));

const byKey = new Map(builtInRoles.map((role) => [role.key, role]));
export const builtInRole = (key: string): Role | null => byKey.get(key) ?? null;

/** The role that may do everything. At least one active member keeps it. */
export const administrator: BuiltInRoleKey = 'administrator';
