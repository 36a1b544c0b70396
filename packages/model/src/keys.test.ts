import { expect, test } from 'vitest';
import { CustomerKey } from './keys.ts';

test.each(['acme', 'Größe 7', '...', '.acme', 'a.b', 'user@example.com', '😀'])(
  'a customer may be %s',
  (key) => {
    expect(CustomerKey.safeParse(key).success).toBe(true);
  },
);

test.each(['', '.', '..', ' acme', 'acme ', 'a/b', 'a?b', 'a#b', 'x'.repeat(201)])(
  'no customer is “%s”',
  (key) => {
    expect(CustomerKey.safeParse(key).success).toBe(false);
  },
);
