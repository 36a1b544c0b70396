import { expect, test } from 'vitest';
import { SignInAttempts } from './sign-in-attempts.ts';

const minute = 60_000;

test('after five wrong passwords one waits until fifteen minutes after the first', () => {
  const attempts = new SignInAttempts();
  for (let failed = 0; failed < 5; failed += 1) {
    expect(attempts.secondsToWait('sam@example.com', '10.0.0.1', failed * minute)).toBe(0);
    attempts.failed('Sam@example.com', '10.0.0.1', failed * minute);
  }
  expect(attempts.secondsToWait('sam@example.com', '10.0.0.1', 5 * minute)).toBe(600);
  expect(attempts.secondsToWait('sam@example.com', '10.0.0.1', 15 * minute)).toBe(0);
});

test('a stranger elsewhere cannot lock somebody out soon, and not with another account', () => {
  const attempts = new SignInAttempts();
  for (let failed = 0; failed < 5; failed += 1) attempts.failed('sam@example.com', '203.0.113.9', 0);
  expect(attempts.secondsToWait('sam@example.com', '203.0.113.9', 0)).toBeGreaterThan(0);
  expect(attempts.secondsToWait('sam@example.com', '10.0.0.1', 0)).toBe(0);
  expect(attempts.secondsToWait('ida@example.com', '203.0.113.9', 0)).toBe(0);
});

test('one account tried from many addresses, and many accounts from one, are limited as well', () => {
  const attempts = new SignInAttempts();
  for (let failed = 0; failed < 50; failed += 1) {
    attempts.failed('sam@example.com', `203.0.113.${failed}`, 0);
    attempts.failed(`person${failed}@example.com`, '198.51.100.1', 0);
  }
  expect(attempts.secondsToWait('sam@example.com', '10.0.0.1', 0)).toBeGreaterThan(0);
  expect(attempts.secondsToWait('nobody@example.com', '198.51.100.1', 0)).toBeGreaterThan(0);
});

test('the right password forgives the person, not the address', () => {
  const attempts = new SignInAttempts();
  for (let failed = 0; failed < 51; failed += 1) attempts.failed(`p${failed}@example.com`, '10.0.0.1', 0);
  attempts.succeeded('p1@example.com', '10.0.0.1');
  expect(attempts.secondsToWait('p1@example.com', '10.0.0.1', 0)).toBeGreaterThan(0);

  for (let failed = 0; failed < 4; failed += 1) attempts.failed('sam@example.com', '10.0.0.2', 0);
  attempts.succeeded('sam@example.com', '10.0.0.2');
  for (let failed = 0; failed < 4; failed += 1) attempts.failed('sam@example.com', '10.0.0.2', 0);
  expect(attempts.secondsToWait('sam@example.com', '10.0.0.2', 0)).toBe(0);
});

test('an office whose people all know their passwords is never slowed down', () => {
  const attempts = new SignInAttempts();
  for (let person = 0; person < 200; person += 1) {
    expect(attempts.secondsToWait(`p${person}@example.com`, '10.0.0.1', 0)).toBe(0);
    attempts.failed(`p${person}@example.com`, '10.0.0.1', 0);
    attempts.succeeded(`p${person}@example.com`, '10.0.0.1');
  }
});

test('what is remembered has an end', () => {
  const attempts = new SignInAttempts();
  for (let guess = 0; guess < 30_000; guess += 1)
    attempts.failed(`a${guess}@example.com`, `address ${guess}`, 0);
  for (let again = 0; again < 5; again += 1) attempts.failed('a1@example.com', 'address 1', 0);
  expect(attempts.secondsToWait('a1@example.com', 'address 1', 0)).toBeGreaterThan(0);
  expect(attempts.size).toBeLessThanOrEqual(20_000);
});
