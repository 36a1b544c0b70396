import type { ResourceKind } from '@latchkey/model';
import { publicView } from '../ledger/public-view.ts';
import type { Reader } from '../store/database.ts';
import type { ResourceStores } from '../store/resources.ts';
import type { Change } from './change.ts';
import { ProblemError } from './problem-error.ts';

/** Refuses an edit of something that moved on since its author read it, with both versions, so that they can merge. */
export async function assertUnchanged(
  db: Reader,
  { basedOn, place }: Change,
  stores: ResourceStores,
): Promise<void> {
  if (basedOn === null) return;
  const kind = basedOn.kind as ResourceKind;
  const current = await stores[kind].one(db, place, basedOn.id);
  if (current?.version === basedOn.version) return;
  throw new ProblemError(
    'version_mismatch',
    'It was changed since you read it. Look at the current version and try again.',
    {
      yourVersion: basedOn.version,
      currentVersion: current?.version ?? null,
      current: publicView(kind, current?.body ?? null),
    },
  );
}
