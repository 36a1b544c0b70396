import type { OperationCall, Place } from '@latchkey/model';
import type { Config } from './config.ts';
import type { Delivery } from './delivery/delivery.ts';
import { loadDemo } from './demo/load.ts';
import { type DemoKeys, finishDemo, unfinishedDemo } from './demo/unfinished.ts';
import type { Principal } from './kernel/access/principal.ts';
import type { Submit } from './kernel/changes/submit.ts';
import type { Clock } from './kernel/jobs/clock.ts';
import type { Database } from './kernel/store/database.ts';
import type { SecretBox } from './kernel/store/secret-box.ts';
import type { UsageDesk } from './metering/index.ts';
import type { Recorder } from './slices/insights/index.ts';
import { bootstrapCalls } from './slices/members/index.ts';

export type { DemoKeys };

interface FirstStart {
  readonly db: Database;
  readonly box: SecretBox;
  readonly submit: Submit;
  readonly config: Pick<Config, 'bootstrapToken' | 'demo'>;
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly delivery: Delivery;
  readonly desk: UsageDesk;
  readonly newChangeId: () => string;
}

const setUp: Principal = { kind: 'system', id: 'set-up', name: 'First start' };

/**
 * What an empty database is given: the operator's token and the demo, where they were asked for. A demo that was broken
 * off, because the process died, is brought to its end at the next start.
 */
export async function fillEmpty({
  db,
  box,
  submit,
  config,
  clock,
  recorder,
  delivery,
  desk,
  newChangeId,
}: FirstStart): Promise<DemoKeys | null> {
  const wasBrokenOff = (await unfinishedDemo({ db, box })) !== null;
  const anything = await db.reader.selectFrom('resource').select('id').limit(1).executeTakeFirst();
  if (anything && !wasBrokenOff) return null;
  const apply = async (place: Place, calls: readonly OperationCall[], comment: string): Promise<void> => {
    await submit({
      id: newChangeId(),
      place,
      principal: setUp,
      calls,
      comment,
      links: [],
      now: clock.now(),
      preview: false,
      effectiveAt: null,
      basedOn: null,
      idempotency: { key: 'first start', requestHash: 'first start' },
    });
  };
  // First, because its story begins a year ago.
  const demoKeys =
    config.demo || wasBrokenOff ? await loadDemo({ db, box, submit, clock, recorder, delivery, desk }) : null;
  const bootstrap = bootstrapCalls(config);
  if (bootstrap.length > 0)
    await apply({ project: '', environment: '' }, bootstrap, 'Token from LATCHKEY_BOOTSTRAP_TOKEN');
  await finishDemo({ db });
  return demoKeys;
}
