import type { Delivery } from '../delivery/delivery.ts';
import type { Submit } from '../kernel/changes/submit.ts';
import type { Job } from '../kernel/jobs/runner.ts';
import type { Database } from '../kernel/store/database.ts';
import { anchorUse } from './anchors.ts';
import { expireReservations } from './reservations.ts';
import { settleLevels } from './settle-levels.ts';

interface UsageJobsDeps {
  readonly db: Database;
  readonly delivery: Delivery;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}

/** What time does to meters by itself: holds that nobody came back for end, thresholds recover when a window is over, and the
 * ledger is told what was counted. */
export const usageJobs = ({ db, delivery, submit, newChangeId }: UsageJobsDeps): readonly Job[] => [
  { name: 'reservations', everySeconds: 5, run: (now) => expireReservations(db, now) },
  { name: 'usage_levels', everySeconds: 30, run: (now) => settleLevels({ db, delivery }, now) },
  { name: 'usage_anchors', everySeconds: 60, run: (now) => anchorUse({ db, submit, newChangeId }, now) },
];
