import type { Statement } from '@latchkey/model';
import { describe, expect, test } from 'vitest';
import { mayDo } from '../../../kernel/access/policy.ts';
import { allOperations } from '../../../registry.ts';
import { isReadsEverything, readsEverything, toStatements } from './statements.ts';
import { vocabulary } from './vocabulary.ts';

type Sent = Parameters<typeof toStatements>[0];
const translated = (...sent: Sent[]): Statement[] => sent.flatMap(toStatements);
const may = (statements: Statement[], action: string, resource: string): boolean =>
  mayDo(statements, { action, resource, tags: [] });

const inTest = 'proj/shop:env/test:flag/banner';
const inProduction = 'proj/shop:env/production:flag/banner';
const everywhere = 'proj/shop:flag/banner';

describe("a policy in LaunchDarkly's words", () => {
  test('allows in one environment what belongs to one environment', () => {
    const policy = translated({
      effect: 'allow',
      resources: ['proj/*:env/test:flag/*'],
      actions: ['updateOn', 'updateRules'],
    });
    expect(may(policy, 'flag.turn', inTest)).toBe(true);
    expect(may(policy, 'flag.add-rule', inTest)).toBe(true);
    expect(may(policy, 'flag.turn', inProduction)).toBe(false);
    expect(may(policy, 'flag.target', inTest)).toBe(false);
  });

  test('allows what concerns all environments only to those who are allowed it in all', () => {
    const all = translated({ effect: 'allow', resources: ['proj/*:env/*:flag/*'], actions: ['createFlag'] });
    expect(may(all, 'flag.create', everywhere)).toBe(true);
    expect(() =>
      translated({ effect: 'allow', resources: ['proj/*:env/test:flag/*'], actions: ['createFlag'] }),
    ).toThrow(/env\/\*/);
  });

  test('denies what concerns all environments where it is denied in any', () => {
    const policy = translated(
      { effect: 'allow', resources: ['proj/*:env/*:flag/*'], actions: ['*'] },
      {
        effect: 'deny',
        resources: ['proj/*:env/production:flag/*'],
        actions: ['updateGlobalArchived', 'updateOn'],
      },
    );
    expect(may(policy, 'flag.archive', everywhere)).toBe(false);
    expect(may(policy, 'flag.create', everywhere)).toBe(true);
    expect(may(policy, 'flag.turn', inProduction)).toBe(false);
    expect(may(policy, 'flag.turn', inTest)).toBe(true);
  });

  test('never allows more than it says, where an action of ours does more than one of theirs', () => {
    expect(() =>
      translated({ effect: 'allow', resources: ['proj/*:env/*:flag/*'], actions: ['updateName'] }),
    ).toThrow(/together with/);
    const denied = translated({
      effect: 'deny',
      resources: ['proj/*:env/*:flag/*'],
      actions: ['updateName'],
    });
    expect(denied).toEqual([{ effect: 'deny', actions: ['flag.describe'], resources: ['proj/*:flag/*'] }]);
  });

  test('takes patterns, and our own actions as they are', () => {
    const [patterns] = translated({
      effect: 'allow',
      resources: ['proj/*:env/*:flag/*'],
      actions: ['updateO*'],
    });
    expect(patterns?.actions).toEqual(['flag.turn', 'flag.set-off-variation']);
    const own: Sent = { effect: 'allow', resources: ['proj/*:env/*:customer/*'], actions: ['grant.*'] };
    expect(translated(own)).toEqual([own]);
  });

  test('hides a whole project', () => {
    const policy = [
      readsEverything,
      ...translated({ effect: 'deny', resources: ['proj/secret'], actions: ['viewProject'] }),
    ];
    expect(may(policy, 'flag.read', 'proj/secret:env/test:flag/banner')).toBe(false);
    expect(may(policy, 'project.read', 'proj/secret')).toBe(false);
    expect(may(policy, 'flag.read', inTest)).toBe(true);
  });

  test.each<[string, Sent]>([
    ['notActions', { effect: 'allow', resources: ['proj/*'], notActions: ['deleteProject'] }],
    [
      'an action that nobody knows',
      { effect: 'allow', resources: ['proj/*:env/*:flag/*'], actions: ['sprinkleFlag'] },
    ],
    [
      'things that are not here',
      { effect: 'allow', resources: ['proj/*:metric/*'], actions: ['createMetric'] },
    ],
    ['nothing at all', { effect: 'allow', resources: [], actions: ['*'] }],
  ])('is refused for %s', (_, sent) => {
    expect(() => translated(sent)).toThrow();
  });
});

test('every action of ours that the vocabulary names exists', () => {
  const named = Object.values(vocabulary).flatMap((words) => Object.keys(words));
  expect(named.filter((action) => !allOperations.has(action))).toEqual([]);
});

test('the statement of a reader is recognised when it is read back', () => {
  expect(isReadsEverything(JSON.parse(JSON.stringify(readsEverything)))).toBe(true);
});
