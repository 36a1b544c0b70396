import type { Delivery } from '../delivery/delivery.ts';
import type { Job } from '../kernel/jobs/runner.ts';
import type { Database } from '../kernel/store/database.ts';
import { expireReservations } from './reservations.ts';
import { settleLevels } from './settle-levels.ts';

interface UsageJobsDeps {
  readonly db: Database;
  readonly delivery: Delivery;
}

/** What time does to meters by itself: holds that nobody came back for end, and thresholds recover when a window is over. */
export const usageJobs = ({ db, delivery }: UsageJobsDeps): readonly Job[] => [
  { name: 'reservations', everySeconds: 5, run: (now) => expireReservations(db, now) },
  { name: 'usage_levels', everySeconds: 30, run: (now) => settleLevels({ db, delivery }, now) },
];
