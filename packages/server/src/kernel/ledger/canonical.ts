import { createHash } from 'node:crypto';

/**
 * One text for one JSON value: keys in code-unit order, no spaces (the parts of RFC 8785 that our values need). What the
 * database gives back hashes like what was put in. `undefined` members are left out, as JSON leaves them out.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a chain starts from. */
export const genesisHash = '0'.repeat(64);

/** The link of one commit: it vouches for everything before it, for its place in the order, and for its entries. */
export const commitHash = (
  previous: string,
  revision: number,
  changeId: string,
  entryHashes: readonly string[],
): string => sha256([previous, revision, changeId, ...entryHashes].join('\n'));
