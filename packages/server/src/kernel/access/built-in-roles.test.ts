import { expect, test } from 'vitest';
import { builtInRoles } from './built-in-roles.ts';
import { mayDo } from './policy.ts';
import { statementsOfRoles } from './rights.ts';

const customer = 'proj/demo:env/production:customer/acme';
const flagInCatalogue = 'proj/demo:flag/checkout';
const targeting = 'proj/demo:env/production:flag/checkout';

const everyRole = ['administrator', 'engineer', 'product', 'sales', 'success', 'support', 'auditor'];

/** Written by hand from what each role is for, not derived from the roles. */
const mayBe: readonly (readonly [
  action: string,
  resource: string,
  tags: readonly string[],
  who: readonly string[],
])[] = [
  ['flag.create', flagInCatalogue, [], ['administrator', 'engineer']],
  ['flag.add-variation', flagInCatalogue, [], ['administrator', 'engineer']],
  ['flag.archive', flagInCatalogue, [], ['administrator', 'engineer']],
  ['flag.turn', targeting, [], ['administrator', 'engineer', 'product']],
  ['flag.target', targeting, [], ['administrator', 'engineer', 'product']],
  ['flag.set-fallthrough', targeting, [], ['administrator', 'engineer', 'product']],
  ['flag.set-off-variation', targeting, [], ['administrator', 'engineer']],
  ['segment.create', 'proj/demo:segment/beta', [], ['administrator', 'engineer', 'product']],
  [
    'segment.add-members',
    'proj/demo:env/production:segment/beta',
    [],
    ['administrator', 'engineer', 'product', 'success'],
  ],
  ['feature.create', 'proj/demo:feature/sso', [], ['administrator', 'engineer', 'product']],
  ['feature.retire', 'proj/demo:feature/sso', [], ['administrator', 'product']],
  ['plan.create', 'proj/demo:plan/gold', [], ['administrator', 'product']],
  ['plan.draft-version', 'proj/demo:plan/gold', [], ['administrator', 'product']],
  ['plan.publish', 'proj/demo:env/production:plan/gold', [], ['administrator', 'product']],
  ['customer.create', customer, [], ['administrator', 'sales', 'success']],
  ['customer.describe', customer, [], ['administrator', 'sales', 'success']],
  ['customer.archive', customer, [], ['administrator']],
  ['subscription.create', customer, [], ['administrator', 'sales']],
  ['subscription.change-quantity', customer, [], ['administrator', 'sales', 'success']],
  ['subscription.suspend', customer, [], ['administrator']],
  ['subscription.close', customer, [], ['administrator']],
  ['grant.create', customer, ['origin:goodwill'], ['administrator', 'sales', 'success', 'support']],
  ['grant.revoke', customer, ['origin:goodwill'], ['administrator', 'sales', 'success', 'support']],
  ['grant.create', customer, ['origin:support'], ['administrator', 'support']],
  ['grant.create', customer, ['origin:trial'], ['administrator', 'sales']],
  ['grant.create', customer, ['origin:poc'], ['administrator', 'sales']],
  ['grant.create', customer, ['origin:legal'], ['administrator']],
  ['grant.create', customer, ['origin:contract'], ['administrator']],
  [
    'grant.create',
    'proj/demo:env/production:segment/beta',
    ['origin:promotion'],
    ['administrator', 'product'],
  ],
  ['grant.create', 'proj/demo:env/production:plan/gold', ['origin:promotion'], ['administrator', 'product']],
  ['activation.activate', customer, [], ['administrator', 'sales']],
  ['activation.revoke', customer, [], ['administrator', 'sales', 'success', 'support']],
  ['key.create', 'proj/demo:env/production:key/k_1', [], ['administrator', 'engineer']],
  ['key.reveal', 'proj/demo:env/production:key/k_1', [], ['administrator', 'engineer']],
  ['key.read', 'proj/demo:env/production:key/*', [], ['administrator', 'engineer', 'auditor']],
  ['connection.connect', 'proj/demo:connection/c_1', [], ['administrator']],
  ['connection.rotate-secret', 'proj/demo:connection/c_1', [], ['administrator']],
  ['project.create', 'proj/other', [], ['administrator']],
  ['environment.create', 'proj/demo:env/test', [], ['administrator']],
  ['member.invite', 'member/m_1', [], ['administrator']],
  ['member.read', 'member/*', [], ['administrator', 'auditor']],
  ['role.define', 'role/custom', [], ['administrator']],
  ['token.create', 'token/t_1', [], ['administrator']],
  ['token.read', 'token/*', [], ['administrator', 'auditor']],
  ['customer.read', customer, [], everyRole],
  ['feature.read', 'proj/demo:feature/*', [], everyRole],
  ['plan.read', 'proj/demo:env/production:plan/*', [], everyRole],
  ['ledger.read', 'proj/demo:env/production:ledger/*', [], everyRole],
  ['project.read', 'proj/demo', [], everyRole],
  ['me.read', 'me/self', [], everyRole],
];

test('the built-in roles are these', () => {
  expect(builtInRoles.map(({ key }) => key)).toEqual(everyRole);
});

test.each(mayBe)('%s on %s %j: %j', (action, resource, tags, who) => {
  const allowed = everyRole.filter((role) =>
    mayDo(statementsOfRoles([role], new Map()), { action, resource, tags }),
  );
  expect(allowed).toEqual(everyRole.filter((role) => who.includes(role)));
});
