import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../changes/problem-error.ts';
import { isDeeperThan, readJson, requestLimits } from './limits.ts';

const problemIn = (body: string | Buffer): ProblemError => {
  try {
    readJson(Buffer.from(body));
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('the body was taken');
};
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('depth', () => {
  test('sixty-four levels are read, sixty-five are not', () => {
    expect(readJson(Buffer.from(nested(64)))).toHaveLength(1);
    expect(problemIn(nested(65)).code).toBe('too_deep');
  });

  test('a million levels, closed or not, are refused before they are parsed', () => {
    expect(problemIn('['.repeat(1_000_000)).code).toBe('too_deep');
    expect(problemIn('{"a":'.repeat(200_000)).code).toBe('too_deep');
  });

  property.prop([fc.json({ maxDepth: 12 })])('brackets inside texts do not count', (text) => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? 1 + Math.max(0, ...Object.values(value).map((member) => depthOf(member)))
        : 0;
    const depth = depthOf(JSON.parse(text));
    expect(isDeeperThan(depth, Buffer.from(text))).toBe(false);
    if (depth > 0) expect(isDeeperThan(depth - 1, Buffer.from(text))).toBe(true);
  });
});

describe('names, texts and numbers', () => {
  test.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('no field is called %s', (name) => {
    const problem = problemIn(`{"attributes":[{"${name}":{"polluted":true}}]}`);
    expect(problem.code).toBe('unsafe_key');
    expect(problem.errors[0]?.pointer).toMatch(/^#\/attributes\/0\//);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    ['NUL', '\\u0000'],
    ['a control character', '\\u001b[2J'],
    ['a lone high surrogate', '\\ud800x'],
    ['a lone low surrogate', 'x\\udc00'],
  ])('%s is refused in values and in names, and the field is named', (_, unsafe) => {
    expect(problemIn(`{"name":"${unsafe}"}`)).toMatchObject({
      code: 'unsafe_text',
      errors: [{ pointer: '#/name' }],
    });
    expect(problemIn(`{"tags":{"${unsafe}":1}}`)).toMatchObject({ code: 'unsafe_text' });
  });

  test('other writing systems, emoji and line breaks are text like any other', () => {
    const body = { name: 'Zażółć 株式会社 👩‍🚀\nsecond line' };
    expect(readJson(Buffer.from(JSON.stringify(body)))).toEqual(body);
  });

  test('a number beyond all numbers is refused instead of becoming null', () => {
    expect(problemIn('{"quantity":1e400}')).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '#/quantity' }],
    });
  });

  test('every complaint is reported, up to twenty', () => {
    expect(problemIn('{"a":"\\u0000","b":"\\u0001"}').errors).toHaveLength(2);
    expect(problemIn(`[${Array(50).fill('"\\u0000"')}]`).errors).toHaveLength(20);
  });

  test('a body that is not UTF-8 is not JSON', () => {
    expect(problemIn(Buffer.from([0x22, 0xc3, 0x28, 0x22])).code).toBe('invalid_json');
  });

  test('half a million tiny values are too many', () => {
    const body = `[${'0,'.repeat(requestLimits.values)}0]`;
    expect(body.length).toBeLessThan(requestLimits.bodyBytes);
    expect(problemIn(body).code).toBe('request_too_large');
  });
});
