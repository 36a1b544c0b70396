import type { Impact, Place } from '@latchkey/model';
import type { Database, Reader } from '../store/database.ts';
import type { ResourceStores } from '../store/resources.ts';
import type { Change } from './change.ts';
import type { Operations } from './registry.ts';
import type { Edits } from './view.ts';

/** What the pipeline stands on; handed in where the process is built. */
export interface Deps {
  readonly db: Database;
  readonly operations: Operations;
  readonly stores: ResourceStores;
  /** Who gains, loses or goes over a limit, decided by the engine before and after. */
  readonly impactOf: (db: Reader, edits: Edits, change: Pick<Change, 'place' | 'now'>) => Promise<Impact>;
  /**
   * After the commit: tells followers that there is something new (they would find it without, a second later), and
   * waits until this node shows it, so that whoever wrote it reads it.
   */
  readonly notify: (place: Place, revision: number) => Promise<void>;
}
