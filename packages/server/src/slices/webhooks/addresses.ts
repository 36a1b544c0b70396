import { BlockList, isIP } from 'node:net';

/**
 * The blocks of IANA's special-purpose address registries, and those for groups: this machine, its neighbours, and what
 * stands for them in another form. Nothing on the Internet lives there.
 */
const special = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '192.175.48.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  ipv6: [
    '::/96',
    '::ffff:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '100:0:0:1::/64',
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
    '2620:4f:8000::/48',
    '3fff::/20',
    '5f00::/16',
    'fc00::/7',
    'fe80::/10',
    'ff00::/8',
  ],
} as const;

/** A list for each version: one for both would take every address of version 4 for one that is written in version 6. */
type Blocks = Readonly<Record<4 | 6, BlockList>>;

const familyOf = (address: string): 4 | 6 => (isIP(address) === 6 ? 6 : 4);

function blocksOf(written: readonly string[]): Blocks {
  const blocks = { 4: new BlockList(), 6: new BlockList() };
  for (const block of written) {
    const [address = '', bits] = block.split('/');
    const family = familyOf(address);
    blocks[family].addSubnet(address, Number(bits ?? (family === 6 ? 128 : 32)), `ipv${family}`);
  }
  return blocks;
}

const specialBlocks = blocksOf([...special.ipv4, ...special.ipv6]);

/** Who may be sent to although they live in a special block: names as they are written, addresses and blocks of them. */
export interface Exceptions {
  readonly names: ReadonlySet<string>;
  readonly blocks: Blocks;
}

/** `intranet.example, 10.1.0.0/16` */
export function exceptionsOf(written: readonly string[]): Exceptions {
  const isBlock = (one: string): boolean => isIP(one.split('/')[0] ?? '') !== 0;
  return {
    names: new Set(written.filter((one) => !isBlock(one)).map((one) => one.toLowerCase())),
    blocks: blocksOf(written.filter(isBlock)),
  };
}

function isIn(blocks: Blocks, address: string): boolean {
  const family = familyOf(address);
  return blocks[family].check(address, `ipv${family}`);
}

/** Whether something of ours may connect to this address, which the name stands for. */
export function mayConnect(name: string, address: string, { names, blocks }: Exceptions): boolean {
  const plain = address.replace(/%.*$/, '');
  if (isIP(plain) === 0) return false;
  return names.has(name.toLowerCase()) || isIn(blocks, plain) || !isIn(specialBlocks, plain);
}
