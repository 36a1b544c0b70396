import { randomUUID } from 'node:crypto';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transact.ts';
import { genesisHash } from './canonical.ts';

/** Makes sure that the installation's own ledger is there to be locked: the only one that no change creates. */
export async function openLedger(db: Database): Promise<void> {
  await transact(db, async (tx) => {
    await tx
      .insertInto('ledger_stream')
      .values({ project: '', environment: '', revision: 0, epoch: randomUUID(), head_hash: genesisHash })
      .onConflict((taken) => taken.doNothing())
      .execute();
  });
}
