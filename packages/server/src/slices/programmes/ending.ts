import { type Programme, toInstant } from '@latchkey/model';
import { submitDue } from '../../kernel/changes/by-calendar.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { endProgramme } from './operations/end.ts';

interface EndingDeps {
  readonly reader: Reader;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}

/** Programmes looked at in one go; each is a change of its own, so that its history says what ended and when. */
const perRun = 100;

/**
 * Does what programmes are to do at their end. What came due while no server was up is done at the first tick, and never
 * twice: the operation looks again, in the transaction that writes.
 */
export const endingProgrammes = ({ reader, submit, newChangeId }: EndingDeps): Job => ({
  name: 'ending_programmes',
  everySeconds: 1,
  async run(now) {
    const due = await reader
      .selectFrom('resource')
      .select(['project', 'environment', 'id', 'body'])
      .where('kind', '=', 'programme')
      .where('secondary', '<=', toInstant(now))
      .orderBy('secondary')
      .limit(perRun)
      .execute();
    let ended = 0;
    for (const { id, project, environment, body } of due) {
      const call = endProgramme({ programme: id, customer: (body as Programme).customer });
      const change = { id: newChangeId(), place: { project, environment }, call, comment, now };
      ended += await submitDue(change, submit);
    }
    return ended;
  },
});

const comment = 'The time of this programme is over.';
