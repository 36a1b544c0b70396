import { expect, test } from 'vitest';
import { allOperations } from '../../registry.ts';
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
  ['flag.describe', flagInCatalogue, [], ['administrator', 'engineer']],
  ['flag.deprecate', flagInCatalogue, [], ['administrator', 'engineer']],
  ['flag.restore', flagInCatalogue, [], ['administrator', 'engineer']],
  ['flag.set-rules', targeting, [], ['administrator', 'engineer', 'product']],
  ['flag.set-prerequisites', targeting, [], ['administrator', 'engineer']],
  ['segment.describe', 'proj/demo:segment/beta', [], ['administrator', 'engineer', 'product']],
  ['segment.set-rules', 'proj/demo:segment/beta', [], ['administrator', 'engineer', 'product']],
  [
    'segment.remove-members',
    'proj/demo:env/production:segment/beta',
    [],
    ['administrator', 'engineer', 'product', 'success'],
  ],
  ['feature.describe', 'proj/demo:feature/sso', [], ['administrator', 'engineer', 'product']],
  ['feature.guard', 'proj/demo:feature/sso', [], ['administrator', 'engineer', 'product']],
  ['feature.require', 'proj/demo:feature/sso', [], ['administrator', 'engineer', 'product']],
  ['feature.advance', 'proj/demo:feature/sso', [], ['administrator', 'engineer', 'product']],
  ['catalogue.add', 'proj/demo:catalogue/namespace', [], ['administrator', 'product']],
  ['catalogue.rename', 'proj/demo:catalogue/c_1', [], ['administrator', 'product']],
  ['catalogue.remove', 'proj/demo:catalogue/c_1', [], ['administrator', 'product']],
  ['catalogue.restore', 'proj/demo:catalogue/seeded', [], ['administrator', 'product']],
  ['catalogue.offer-waiting', 'proj/demo:catalogue/seeded', [], ['administrator', 'product']],
  ['plan.describe', 'proj/demo:plan/gold', [], ['administrator', 'product']],
  ['plan.retire', 'proj/demo:plan/gold', [], ['administrator', 'product']],
  ['customer.identify', customer, [], ['administrator', 'sales', 'success']],
  ['customer.move', customer, [], ['administrator', 'sales', 'success']],
  ['customer.suspend', customer, [], ['administrator']],
  ['customer.resume', customer, [], ['administrator']],
  ['subscription.activate', 'proj/demo:env/production:subscription/e_1', [], ['administrator', 'sales']],
  ['subscription.edit', customer, [], ['administrator', 'sales']],
  ['subscription.split', customer, [], ['administrator']],
  ['subscription.resume', customer, [], ['administrator']],
  ['grant.supersede', customer, ['origin:goodwill'], ['administrator', 'sales', 'success', 'support']],
  ['grant.supersede', customer, ['origin:contract'], ['administrator']],
  ['activation.renew', customer, [], ['administrator', 'sales', 'success']],
  ['activation.rehost', customer, [], ['administrator', 'sales', 'success']],
  ['key.revoke', 'proj/demo:env/production:key/k_1', [], ['administrator', 'engineer']],
  ['connection.disconnect', 'proj/demo:connection/c_1', [], ['administrator']],
  ['connection.reveal', 'proj/demo:connection/c_1', [], ['administrator']],
  ['connection.receive-flag', 'proj/demo:connection/c_1', [], ['administrator']],
  ['project.describe', 'proj/demo', [], ['administrator']],
  ['environment.describe', 'proj/demo:env/test', [], ['administrator']],
  ['member.accept', 'member/m_1', [], ['administrator']],
  ['member.change-password', 'member/m_1', [], ['administrator']],
  ['member.describe', 'member/m_1', [], ['administrator']],
  ['member.assign-roles', 'member/m_1', [], ['administrator']],
  ['member.reset', 'member/m_1', [], ['administrator']],
  ['member.remove', 'member/m_1', [], ['administrator']],
  ['role.remove', 'role/custom', [], ['administrator']],
  ['token.revoke', 'token/t_1', [], ['administrator']],
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

test('every operation of the product has a row above', () => {
  const decided = new Set(mayBe.map(([action]) => action));
  expect([...allOperations.keys()].filter((kind) => !decided.has(kind))).toEqual([]);
});
