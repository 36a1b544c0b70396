import { expect, test } from 'vitest';
import { everyTopic, hearingInWords, hearingOf, hearsEverything, statementsOf } from './hearing.ts';

test('a webhook that hears of everything has no policy, so that it also hears of what comes later', () => {
  expect(statementsOf(hearsEverything)).toEqual([]);
  expect(hearingOf([])).toEqual(hearsEverything);
  expect(hearingInWords([])).toBe('Everything');
});

test('every choice of topics and place comes back from its policy as it was made', () => {
  for (const where of ['', 'demo', 'demo/production'])
    for (const topics of [null, ...everyTopic.map((topic) => [topic]), everyTopic]) {
      const statements = statementsOf({ topics, where });
      if (statements === null) continue;
      const heard = topics?.filter((topic) => where === '' || topic !== 'people') ?? null;
      expect(hearingOf(statements)).toEqual({ topics: heard, where });
    }
});

test('members belong to no project, so a webhook for them alone in a project would hear nothing', () => {
  expect(statementsOf({ topics: ['people'], where: 'demo' })).toBeNull();
  expect(statementsOf({ topics: [], where: '' })).toBeNull();
});

test('the choices of one environment name it and everything in it, and nothing of others', () => {
  expect(statementsOf({ topics: ['flags'], where: 'demo/production' })).toEqual([
    {
      effect: 'allow',
      resources: ['proj/demo:env/production', 'proj/demo:env/production:*/*'],
      actions: ['flag.*', 'segment.*'],
    },
  ]);
});

test('a policy that says more than the choices can is left as it is', () => {
  const allowed = statementsOf({ topics: ['flags'], where: 'demo' }) ?? [];
  const denied = { effect: 'deny', resources: ['proj/demo:flag/*'], actions: ['updateOn'] } as const;
  const withDenial = [
    ...allowed,
    { ...denied, resources: [...denied.resources], actions: [...denied.actions] },
  ];
  expect(hearingOf(withDenial)).toBeNull();
  expect(hearingInWords(withDenial)).toBe('What a policy of its own says');
  const oneTag = [{ effect: 'allow' as const, resources: ['proj/*:env/*:flag/*;vip'], actions: ['*'] }];
  expect(hearingOf(oneTag)).toBeNull();
});

test('what is heard reads as words', () => {
  expect(
    hearingInWords(statementsOf({ topics: ['flags', 'customers'], where: 'demo/production' }) ?? []),
  ).toBe('Flags and segments; customers and what they have in demo, production');
});
