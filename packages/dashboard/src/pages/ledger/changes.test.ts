import { expect, test } from 'vitest';
import type { EntryReply } from '../../api/replies.ts';
import { changesOf } from './changes.ts';

const entry = (part: Partial<EntryReply>) =>
  ({
    changeId: 'c_1',
    position: 0,
    customer: null,
    feature: null,
    before: null,
    after: null,
    ...part,
  }) as EntryReply;

test('what one person did at once is told once, in the order in which it was done', () => {
  const [change, ...others] = changesOf([
    entry({ position: 1, action: 'subscription.create', resourceKind: 'subscription', customer: 'acme' }),
    entry({ action: 'customer.create', resourceKind: 'customer', after: { name: 'Acme' }, customer: 'acme' }),
  ]);
  expect(others).toEqual([]);
  expect(change?.deeds).toEqual([
    { words: 'added the customer', object: 'Acme', others: 0 },
    { words: 'put the customer on a plan', object: '', others: 0 },
  ]);
  expect(change?.customers).toEqual(['acme']);
});

test('many of a kind are counted, and book-keeping goes unsaid', () => {
  const member = (key: string, position: number) =>
    entry({
      action: 'segment.add-members',
      resourceKind: 'segment_member',
      resourceId: `beta/customer/${key}`,
      position,
    });
  expect(changesOf([member('b', 1), member('a', 0)])[0]?.deeds).toEqual([
    { words: 'added to the segment', object: 'beta: customer a', others: 1 },
  ]);
  const draft = { action: 'plan.draft-version' };
  expect(
    changesOf([
      entry({ ...draft, position: 1, resourceKind: 'plan_version', resourceId: 'silver@3' }),
      entry({ ...draft, resourceKind: 'plan', resourceId: 'silver', after: { name: 'Silver' } }),
    ])[0]?.deeds,
  ).toEqual([{ words: 'drafted a version of', object: 'Silver', others: 0 }]);
});

test('grants speak of features by name', () => {
  const grant = entry({ action: 'grant.create', resourceKind: 'grant', feature: 'sso', customer: 'acme' });
  expect(changesOf([grant], () => 'Single sign-on')[0]?.deeds[0]?.object).toBe('Single sign-on');
});

test('changes stay apart, the newest first', () => {
  const ids = changesOf([
    entry({ changeId: 'c_2', action: 'plan.retire' }),
    entry({ action: 'plan.create' }),
  ]);
  expect(ids.map(({ id }) => id)).toEqual(['c_2', 'c_1']);
});
