import { toInstant } from '@latchkey/model';
import { newSecret } from '../kernel/access/secret-token.ts';
import { json } from '../kernel/store/tables.ts';
import { transact } from '../kernel/store/transact.ts';
import { createKey, freshKey, type KeysDeps } from '../slices/keys/index.ts';
import { createToken } from '../slices/members/index.ts';
import { type Keys, tokenId, tokenName } from './credentials.ts';

export interface DemoKeys {
  readonly apiToken: string;
  readonly sdkKey: string;
  readonly clientApplicationKey: string;
}

/** What a demo is told from. Whoever begins again from the same gets the same story and the same keys. */
export interface Beginning {
  /** Epoch milliseconds of the day that the story leads up to. */
  readonly now: number;
  readonly keys: Keys;
  readonly values: DemoKeys;
}

/** Where it lies sealed, from before the first chapter until after the last one. */
const secretId = 's_demo_unfinished';

/** The key under which a chapter is remembered until the whole story is told. */
export const rememberedAs = (chapterId: string): string => `demo ${chapterId}`;

/** A beginning that was never brought to its end, because the process died; null when there is none. */
export async function unfinishedDemo({ db, box }: KeysDeps): Promise<Beginning | null> {
  const row = await db.reader
    .selectFrom('secret')
    .select('ciphertext')
    .where('id', '=', secretId)
    .executeTakeFirst();
  return row ? (JSON.parse(box.open(row.ciphertext, secretId)) as Beginning) : null;
}

export async function beginDemo(now: number, deps: KeysDeps): Promise<Beginning> {
  const { value: apiToken, digest, ending } = newSecret('api');
  const sdk = await freshKey('sdk', now, deps);
  const client = await freshKey('client-application', now, deps);
  const service = { roles: ['administrator'], member: null, expiresAt: null };
  const beginning: Beginning = {
    now,
    keys: {
      token: createToken({ id: tokenId, name: tokenName, ...service, digest, ending }),
      keys: [
        createKey({ ...sdk.kept, id: 'k_demo_sdk', name: 'Demo application' }),
        createKey({ ...client.kept, id: 'k_demo_client', name: 'Demo look-up' }),
      ],
    },
    values: { apiToken, sdkKey: sdk.value, clientApplicationKey: client.value },
  };
  const ciphertext = deps.box.lock(json(beginning), secretId);
  await transact(deps.db, (tx) =>
    tx
      .insertInto('secret')
      .values({ id: secretId, ciphertext, created_at: toInstant(now) })
      .execute(),
  );
  return beginning;
}

/** The story is told: its keys are nobody's to read any more, and its chapters need not be remembered. */
export async function finishDemo({ db }: Pick<KeysDeps, 'db'>): Promise<void> {
  await transact(db, async (tx) => {
    await tx.deleteFrom('secret').where('id', '=', secretId).execute();
    await tx.deleteFrom('idempotency').where('key', 'like', rememberedAs('%')).execute();
  });
}
