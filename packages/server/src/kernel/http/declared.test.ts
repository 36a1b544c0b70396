import { expect, test } from 'vitest';
import { methodsAt, routerUrl, undeclaredRoutes } from './declared.ts';

const declared = [
  { method: 'GET', url: '/api/v1/flags/:flag' },
  { method: 'PATCH', url: '/api/v1/flags/:flag' },
] as const;

test('a route that nobody declared is found; HEAD comes with GET', () => {
  const live = [...declared, { method: 'HEAD', url: '/api/v1/flags/:flag' }];
  expect(undeclaredRoutes(live, declared)).toEqual([]);
  expect(undeclaredRoutes([...live, { method: 'DELETE', url: '/api/v1/flags/:flag' }], declared)).toEqual([
    'DELETE /api/v1/flags/:flag',
  ]);
});

test('an address knows which methods it takes', () => {
  expect(methodsAt('/api/v1/flags/checkout', declared)).toEqual(['GET', 'PATCH']);
  expect(methodsAt('/api/v1/flags/', declared)).toEqual([]);
  expect(methodsAt('/api/v1/flags/checkout/rules', declared)).toEqual([]);
});

test('paths are written for people and read by the router', () => {
  expect(routerUrl('/customers/{customer}/grants/{id}')).toBe('/customers/:customer/grants/:id');
});
