import { expect, test } from 'vitest';
import { compareVersions, parseVersion, semVerEqual, semVerGreaterThan, semVerLessThan } from './version.ts';

const nothing = () => {};

test('versions are ordered as semver.org orders them', () => {
  const ordered = [
    '0.9',
    '1.0.0-1',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1',
    '1.0.1',
    '1.2',
    '2',
  ].map((text) => parseVersion(text));
  for (const [index, version] of ordered.entries()) {
    const next = ordered[index + 1];
    if (version === null || next === null) throw new Error('A version of this test cannot be parsed.');
    if (next !== undefined) {
      expect(compareVersions(version, next)).toBeLessThan(0);
      expect(compareVersions(next, version)).toBeGreaterThan(0);
    }
  }
});

test.each([
  ['1', '1.0.0'],
  ['1.2-beta', '1.2.0-beta'],
  ['1.2.3+build', '1.2.3'],
  [' v1.2.3', '1.2.3'],
  ['1.2.3 ', '1.2.3'],
])('%j is the same version as %j', (a, b) => {
  expect(semVerEqual([b], nothing)(a)).toBe(true);
});

test.each([
  'v1.2.3',
  '01.2.3',
  '1.2.3.4',
  '1.',
  '1.2.3-01',
  '',
  'x',
  1,
  null,
  '9007199254740992.0.0',
  `1.2.3-${'a'.repeat(260)}`,
])('%j is no version and matches nothing', (text) => {
  expect(parseVersion(text)).toBeNull();
  for (const operator of [semVerEqual, semVerLessThan, semVerGreaterThan]) {
    expect(operator(['1.0.0'], nothing)(text)).toBe(false);
    expect(operator([text], nothing)('1.0.0')).toBe(false);
  }
});

test('any of several values is enough', () => {
  expect(semVerLessThan(['0.1.0', '3.0.0'], nothing)('2.0.0')).toBe(true);
  expect(semVerGreaterThan(['3.0.0', '9.0.0'], nothing)('2.0.0')).toBe(false);
});
