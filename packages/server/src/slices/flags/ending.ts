import { toInstant } from '@latchkey/model';
import { submitDue } from '../../kernel/changes/by-calendar.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { strikeTargets } from './operations/end-targets.ts';

interface EndingDeps {
  readonly reader: Reader;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}

/** Flags looked at in one go; each is a change of its own, so that its history says what ended and when. */
const perRun = 100;

/**
 * Strikes off targets whose end has come. What came due while no server was up is struck off at the first tick. A
 * target that is gone is not struck off twice: the operation looks again, in the transaction that writes.
 */
export const endingTargets = ({ reader, submit, newChangeId }: EndingDeps): Job => ({
  name: 'ending_targets',
  everySeconds: 1,
  async run(now) {
    const due = await reader
      .selectFrom('resource')
      .select(['project', 'environment', 'id'])
      .where('kind', '=', 'flag_targeting')
      .where('secondary', '<=', toInstant(now))
      .orderBy('secondary')
      .limit(perRun)
      .execute();
    let struck = 0;
    for (const { id, project, environment } of due) {
      const call = strikeTargets({ flag: id });
      const change = { id: newChangeId(), place: { project, environment }, call, comment, now };
      struck += await submitDue(change, submit);
    }
    return struck;
  },
});

const comment = 'The time of these targets is over.';
