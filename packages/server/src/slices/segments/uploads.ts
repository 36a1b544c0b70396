import type { Readable } from 'node:stream';
import { type Place, toInstant } from '@latchkey/model';
import { ProblemError } from '../../kernel/changes/problem-error.ts';
import type { Database, Reader } from '../../kernel/store/database.ts';
import { json } from '../../kernel/store/tables.ts';
import { transact } from '../../kernel/store/transact.ts';
import { type Fault, receiveKeys } from './receive-keys.ts';

export const uploadStates = ['receiving', 'rejected', 'received'] as const;

/** A list of keys on its way in, or as it came: nothing is a member yet. */
export interface Upload {
  readonly id: string;
  readonly segment: string;
  readonly contextKind: string;
  readonly state: (typeof uploadStates)[number];
  readonly keys: number;
  readonly parts: number;
  readonly digest: string | null;
  readonly faults: readonly Fault[];
  readonly startedAt: string;
}

interface Kept {
  readonly faults: readonly Fault[];
  readonly parts: number;
  readonly digest: string | null;
}

export async function findUpload(
  db: Reader,
  { project, environment }: Place,
  id: string,
): Promise<Upload | null> {
  const row = await db
    .selectFrom('segment_upload')
    .selectAll()
    .where('id', '=', id)
    .where('project', '=', project)
    .where('environment', '=', environment)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    segment: row.segment,
    contextKind: row.context_kind,
    state: row.state as Upload['state'],
    keys: Number(row.keys),
    ...(row.faults as Kept),
    startedAt: row.started_at,
  };
}

export interface NewUpload {
  readonly id: string;
  readonly place: Place;
  readonly segment: string;
  readonly contextKind: string;
  readonly now: number;
}

/**
 * Keeps a list as it arrives, part by part, so that its progress can be read meanwhile. When it ends before its time,
 * or a line of it is wrong, nothing of it stays but the reason.
 */
export async function receiveUpload(db: Database, upload: NewUpload, body: Readable): Promise<Upload> {
  await begin(db, upload);
  try {
    const { keys, parts, digest, faults } = await receiveKeys(
      body,
      async ({ number, keys: part, digest: own }, soFar) => {
        await transact(db, async (tx) => {
          await tx
            .insertInto('segment_upload_part')
            .values({ upload: upload.id, part: number, keys: part, digest: own })
            .execute();
          await tx.updateTable('segment_upload').set({ keys: soFar }).where('id', '=', upload.id).execute();
        });
      },
    );
    const none =
      keys === 0 && faults.length === 0 ? [{ line: 1, detail: 'has no key, nor has any other' }] : [];
    await end(db, upload.id, { keys, parts, digest, faults: [...faults, ...none] });
  } catch (error) {
    await end(db, upload.id, {
      keys: 0,
      parts: 0,
      digest: null,
      faults: [{ line: 0, detail: 'The upload broke off.' }],
    });
    throw error;
  }
  const received = await findUpload(db.reader, upload.place, upload.id);
  if (!received) throw new Error('an upload is gone that was just received');
  return received;
}

async function begin(db: Database, { id, place, segment, contextKind, now }: NewUpload): Promise<void> {
  const kept: Kept = { faults: [], parts: 0, digest: null };
  await transact(db, async (tx) => {
    const taken = await tx
      .selectFrom('segment_upload')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst();
    if (taken)
      throw new ProblemError('key_taken', 'There is an upload of this name already. Choose another one.');
    await tx
      .insertInto('segment_upload')
      .values({
        id,
        ...place,
        segment,
        context_kind: contextKind,
        state: 'receiving',
        keys: 0,
        faults: json(kept),
        started_at: toInstant(now),
      })
      .execute();
  });
}

async function end(
  db: Database,
  id: string,
  { keys, ...kept }: Kept & { readonly keys: number },
): Promise<void> {
  const isWhole = kept.faults.length === 0;
  await transact(db, async (tx) => {
    if (!isWhole) await tx.deleteFrom('segment_upload_part').where('upload', '=', id).execute();
    await tx
      .updateTable('segment_upload')
      .set({ state: isWhole ? 'received' : 'rejected', keys, faults: json(kept) })
      .where('id', '=', id)
      .execute();
  });
}

const keptMilliseconds = 7 * 86_400_000;

/** Forgets lists that nobody took in for a week, and what is left of those that were. */
export const forgetUploads = (db: Database, now: number): Promise<number> =>
  transact(db, async (tx) => {
    const forgotten = await tx
      .deleteFrom('segment_upload')
      .where('started_at', '<', toInstant(now - keptMilliseconds))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('resource')
              .select('id')
              .where('kind', '=', 'segment_import')
              .where('secondary', '=', 'applying')
              .whereRef('resource.id', '=', 'segment_upload.id'),
          ),
        ),
      )
      .executeTakeFirst();
    return Number(forgotten.numDeletedRows);
  });
