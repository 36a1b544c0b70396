import type { Place } from '@latchkey/model';
import type { Reader } from '../store/database.ts';
import { entryHash } from './append.ts';
import { commitHash, genesisHash } from './canonical.ts';

export interface Verification {
  readonly place: Place;
  readonly commits: number;
  /** Null when the chain holds; otherwise the first revision that does not, and what is wrong with it. */
  readonly broken: { readonly revision: number; readonly what: string } | null;
}

/** Commits read at a time: bounds memory whatever the ledger's length. */
const pageSize = 500;

/**
 * Recomputes every hash of every place from the rows. Finds an altered, removed, inserted or reordered entry. A cut tail
 * or a database set back as a whole shows only against a head that was written down elsewhere.
 */
export async function verifyLedger(db: Reader): Promise<readonly Verification[]> {
  const streams = await db
    .selectFrom('ledger_stream')
    .select(['project', 'environment', 'revision', 'head_hash'])
    .orderBy('project')
    .orderBy('environment')
    .execute();
  const results: Verification[] = [];
  for (const { project, environment, revision, head_hash } of streams) {
    results.push(await verifyStream(db, { project, environment }, revision, head_hash));
  }
  return results;
}

async function verifyStream(db: Reader, place: Place, head: number, headHash: string): Promise<Verification> {
  let previous = genesisHash;
  let revision = 0;
  const broken = (what: string): Verification => ({
    place,
    commits: revision,
    broken: { revision: revision + 1, what },
  });
  while (revision < head) {
    const commits = await db
      .selectFrom('ledger_commit')
      .selectAll()
      .where('project', '=', place.project)
      .where('environment', '=', place.environment)
      .where('revision', '>', revision)
      .orderBy('revision')
      .limit(pageSize)
      .execute();
    const hashes = await entryHashes(
      db,
      commits.map(({ change_id }) => change_id),
    );
    if (commits.length === 0) return broken('the commit is missing');
    for (const commit of commits) {
      if (commit.revision !== revision + 1) return broken('the commit is missing');
      if (commit.previous_hash !== previous) return broken('it does not continue the commit before it');
      const entries = hashes.get(commit.change_id) ?? [];
      if (entries.includes(altered)) return broken('an entry was altered');
      if (commitHash(previous, commit.revision, commit.change_id, entries) !== commit.hash)
        return broken('its entries are not those it was made with');
      previous = commit.hash;
      revision = commit.revision;
    }
  }
  return previous === headHash
    ? { place, commits: revision, broken: null }
    : broken('the head is not the last commit');
}

const altered = 'altered';

/** The hashes of each change's entries in order; a marker stands where an entry does not match its own hash. */
async function entryHashes(
  db: Reader,
  changeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (changeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('change_id', 'in', changeIds)
    .orderBy('change_id')
    .orderBy('position')
    .execute();
  const byChange = new Map<string, string[]>();
  for (const row of rows) {
    const hashes = byChange.get(row.change_id) ?? [];
    hashes.push(entryHash(row) === row.hash ? row.hash : altered);
    byChange.set(row.change_id, hashes);
  }
  return byChange;
}
