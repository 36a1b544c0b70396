import { expect, test } from 'vitest';
import { describeFeature, giveGrant, revokeKey } from './edits.ts';

const place = { project: 'demo', environment: 'production' };

test('an edit is data: where it goes, with what, and for whom', () => {
  expect(
    giveGrant({ ...place, customer: 'acme/emea' }, { feature: 'sso', origin: 'goodwill', effect: 'allow' }),
  ).toEqual({
    method: 'post',
    path: '/api/v1/projects/{project}/environments/{environment}/customers/{customer}/grants',
    params: { ...place, customer: 'acme/emea' },
    body: { feature: 'sso', origin: 'goodwill', effect: 'allow' },
    version: null,
  });
});

test('the version that was seen goes with it, and parameters of other addresses do not', () => {
  const wider = { ...place, feature: 'sso' };
  const edit = describeFeature(wider, { name: 'Single sign-on' }, 3);
  expect(edit.version).toBe(3);
  expect(edit.params).toEqual({ project: 'demo', feature: 'sso' });
});

test('an edit that says nothing but where has an empty body', () => {
  expect(revokeKey({ ...place, id: 'k_1' }).body).toEqual({});
});
