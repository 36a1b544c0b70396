import { describe, expect, test } from 'vitest';
import { exceptionsOf, mayConnect } from './addresses.ts';

const none = exceptionsOf([]);

describe('nothing is sent to', () => {
  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine under another number', '127.8.9.10'],
    ['no address at all', '0.0.0.0'],
    ['the metadata of a cloud', '169.254.169.254'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.0.1'],
    ['a network behind a provider', '100.100.1.1'],
    ['everybody', '255.255.255.255'],
    ['a group', '224.0.0.1'],
    ['this machine, version 6', '::1'],
    ['this machine, version 4 in version 6', '::ffff:127.0.0.1'],
    ['a private address, translated', '64:ff9b::a00:1'],
    ['a private address by 6to4', '2002:0a00:0001::1'],
    ['a unique local address', 'fd00::1'],
    ['a neighbour with a zone', 'fe80::1%eth0'],
    ['something that is no address', 'localhost'],
  ])('%s (%s)', (_, address) => {
    expect(mayConnect('hook.example', address, none)).toBe(false);
  });
});

test.each(['93.184.215.14', '172.32.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
  'an address of the Internet is sent to (%s)',
  (address) => {
    expect(mayConnect('hook.example', address, none)).toBe(true);
  },
);

test('those are excepted who are named, by name or by block, and nobody else', () => {
  const some = exceptionsOf(['Intranet.example', '10.1.0.0/16', '::1']);
  expect(mayConnect('intranet.example', '192.168.0.1', some)).toBe(true);
  expect(mayConnect('other.example', '10.1.9.9', some)).toBe(true);
  expect(mayConnect('other.example', '::1', some)).toBe(true);
  expect(mayConnect('other.example', '10.2.0.1', some)).toBe(false);
});
