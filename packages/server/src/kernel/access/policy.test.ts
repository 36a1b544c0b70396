import type { Statement } from '@latchkey/model';
import { expect, test } from 'vitest';
import { explainPermission, mayDo, mightDo } from './policy.ts';
import { faultOfSpecifier } from './resource-specifier.ts';

const allow = (resource: string, action = '*'): Statement => ({
  effect: 'allow',
  actions: [action],
  resources: [resource],
});
const deny = (resource: string, action = '*'): Statement => ({ ...allow(resource, action), effect: 'deny' });
const flag = (key: string, tags: readonly string[] = []) => ({
  action: 'flag.target',
  resource: `proj/demo:env/production:flag/${key}`,
  tags,
});

test('what no statement allows is denied', () => {
  expect(explainPermission([], flag('checkout'))).toEqual({
    allowed: false,
    because: 'nothing_allows',
    statement: null,
  });
});

test('a role may be limited to flags with a tag', () => {
  const success = [allow('proj/*:env/production:flag/*;entitlement')];
  expect(mayDo(success, flag('sso', ['entitlement', 'web']))).toBe(true);
  expect(mayDo(success, flag('checkout', ['web']))).toBe(false);
  expect(
    mayDo(success, { ...flag('sso', ['entitlement']), resource: 'proj/demo:env/staging:flag/sso' }),
  ).toBe(false);
});

test('several tags must all be there; one or the other is two specifiers', () => {
  expect(mayDo([allow('proj/*:env/*:flag/*;a,b')], flag('x', ['a']))).toBe(false);
  expect(mayDo([allow('proj/*:env/*:flag/*;a,b')], flag('x', ['b', 'a']))).toBe(true);
  const either: Statement = {
    effect: 'allow',
    actions: ['*'],
    resources: ['proj/*:env/*:flag/*;a', 'proj/*:env/*:flag/*;b'],
  };
  expect(mayDo([either], flag('x', ['b']))).toBe(true);
});

test('a star in a tag stands for any ending', () => {
  expect(mayDo([allow('proj/*:env/*:flag/*;qa_*')], flag('x', ['qa_eu']))).toBe(true);
});

test('a denial wins, wherever it stands', () => {
  const both = [deny('proj/*:env/production:flag/*'), allow('proj/*:env/*:flag/*')];
  expect(mayDo(both, flag('x'))).toBe(false);
  expect(explainPermission(both.toReversed(), flag('x'))).toEqual({
    allowed: false,
    because: 'denied',
    statement: 1,
  });
});

test('a specifier speaks of its own level only', () => {
  expect(mayDo([allow('proj/*')], flag('x'))).toBe(false);
  expect(mayDo([allow('proj/*:env/*')], flag('x'))).toBe(false);
  expect(mayDo([allow('proj/*:env/*:flag/*')], { ...flag('x'), resource: 'proj/demo:env/production' })).toBe(
    false,
  );
});

test('a star stays within its level and matches part of a name', () => {
  expect(mayDo([allow('proj/*:env/*:flag/ops-*')], flag('ops-kill'))).toBe(true);
  expect(mayDo([allow('proj/*:env/*:flag/ops-*')], flag('web-ops-kill'))).toBe(false);
  expect(mayDo([allow('proj/*:flag/*')], flag('x'))).toBe(false);
});

test('actions are whole, or all of a noun, or all', () => {
  const question = { ...flag('x'), action: 'grant.create' };
  for (const action of ['*', 'grant.*', 'grant.create']) {
    expect(mayDo([allow('proj/*:env/*:flag/*', action)], question)).toBe(true);
  }
  for (const action of ['grant', 'grant.revoke', 'flag.*', 'Grant.create']) {
    expect(mayDo([allow('proj/*:env/*:flag/*', action)], question)).toBe(false);
  }
});

test('keys of customers may hold colons and semicolons', () => {
  const acme = (key: string) => ({
    action: 'grant.create',
    resource: `proj/p:env/e:customer/${key}`,
    tags: [],
  });
  expect(mayDo([allow('proj/*:env/*:customer/*')], acme('crm:4711;eu,x'))).toBe(true);
  expect(mayDo([allow('proj/*:env/*:customer/crm:4711')], acme('crm:4711'))).toBe(true);
});

test('a statement that cannot be read errs on the side of no', () => {
  expect(mayDo([allow('everything')], flag('x'))).toBe(false);
  expect(mayDo([allow('proj/*:env/*:flag/*'), deny('everything')], flag('x'))).toBe(false);
  expect(mayDo([allow('proj/*;mobile:env/*:flag/*')], flag('x', ['mobile']))).toBe(false);
  expect(faultOfSpecifier('proj/*;mobile:env/*')).toContain('last level');
  expect(faultOfSpecifier('proj/*:env/production:flag/*;entitlement')).toBeNull();
  for (const wrong of ['', '/x', 'flag/', 'flag/*;', 'flag/*;a,,b', ':flag/x', '9/x']) {
    expect(faultOfSpecifier(wrong)).not.toBeNull();
  }
});

test('before its tags are known, a thing might be allowed, unless it is denied whatever they are', () => {
  const tagged = [allow('proj/*:env/*:flag/*;entitlement')];
  expect(mightDo(tagged, flag('x'))).toBe(true);
  expect(mightDo([...tagged, deny('proj/*:env/*:flag/*;secret')], flag('x'))).toBe(true);
  expect(mightDo([...tagged, deny('proj/*:env/*:flag/x')], flag('x'))).toBe(false);
  expect(mightDo(tagged, { ...flag('x'), resource: 'proj/demo:flag/x' })).toBe(false);
});
