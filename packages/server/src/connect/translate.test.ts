import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Message } from '../slices/connections/index.ts';
import { translate as fromLaunchDarkly } from './launchdarkly/translate.ts';
import { translate as fromSplit } from './split/translate.ts';

interface Pair {
  readonly message: unknown;
  readonly heard: unknown;
  readonly dedupeKey: string;
}

const translators = { launchdarkly: fromLaunchDarkly, split: fromSplit };

const pairs = Object.entries(translators).flatMap(([platform, translate]) => {
  const folder = new URL(`./${platform}/golden/`, import.meta.url);
  return readdirSync(folder).map((file) => {
    const pair = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Pair;
    return { name: `${platform}: ${file.replace('.json', '')}`, translate, pair };
  });
});

test.each(pairs)('$name is heard as it is meant', ({ translate, pair: { message, heard, dedupeKey } }) => {
  expect(translate(message, 'sha256:0')).toMatchObject({ heard, dedupeKey });
});

test('there are messages of both platforms to hear', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(19);
});

test('whom a flag is targeted at is not kept', () => {
  for (const { translate, pair } of pairs) {
    expect(JSON.stringify(translate(pair.message, 'sha256:0').body)).not.toContain('ada');
  }
});

test('fields that we do not know are no reason not to hear', () => {
  for (const { translate, pair } of pairs) {
    if (Array.isArray(pair.message)) continue;
    const more = { ...(pair.message as object), brandNew: { deeply: ['unknown'] } };
    expect(translate(more, 'sha256:0').heard).toEqual(translate(pair.message, 'sha256:0').heard);
  }
});

const base = pairs.find(({ name }) => name === 'launchdarkly: tagged')?.pair.message as Record<
  string,
  unknown
>;
const flag = base['currentVersion'] as Record<string, unknown>;
const hear = (message: unknown): Message['heard'] => fromLaunchDarkly(message, 'sha256:0').heard;

test('words longer than we keep are cut, never in the middle of a character', () => {
  const name = `${'x'.repeat(199)}😀`;
  expect(hear({ ...base, currentVersion: { ...flag, name, description: 'y'.repeat(5000) } })).toMatchObject({
    event: { name: 'x'.repeat(199), description: 'y'.repeat(4000) },
  });
});

test('a key that cannot be a feature key is said to be the reason', () => {
  const heard = hear({ ...base, currentVersion: { ...flag, key: 'a key' } });
  expect(heard).toMatchObject({ kind: 'other', reason: expect.stringContaining('key') });
});

test.each([null, 7, 'text', [], {}, { _id: 'x' }, { _id: 7, kind: 'flag' }, { ...base, date: 1e300 }])(
  'nothing that is sent makes it fail: %j',
  (message) => {
    for (const translate of Object.values(translators)) {
      expect(translate(message, 'sha256:0').heard.kind).toBe('other');
    }
  },
);
