import { type Place, toInstant } from '@latchkey/model';
import { submitDue } from '../../kernel/changes/by-calendar.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { membersMax, strikeMembers } from './operations/list-members.ts';

interface EndingDeps {
  readonly reader: Reader;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}

/** Strikes off members whose end has come, also those whose end came while no server was up; those of one segment together. */
export const endingMembers = ({ reader, submit, newChangeId }: EndingDeps): Job => ({
  name: 'ending_members',
  everySeconds: 1,
  async run(now) {
    const due = await reader
      .selectFrom('segment_member')
      .select(['project', 'environment', 'segment', 'context_kind', 'context_key'])
      .where('until', '<=', toInstant(now))
      .orderBy('until')
      .limit(membersMax)
      .execute();
    const lists = new Map<
      string,
      { place: Place; segment: string; contextKind: string; contextKeys: string[] }
    >();
    for (const { project, environment, segment, context_kind: contextKind, context_key } of due) {
      const name = [project, environment, segment, contextKind].join('/');
      const list = lists.get(name);
      if (list) list.contextKeys.push(context_key);
      else
        lists.set(name, {
          place: { project, environment },
          segment,
          contextKind,
          contextKeys: [context_key],
        });
    }
    let struck = 0;
    for (const { place, segment, contextKind, contextKeys } of lists.values()) {
      const call = strikeMembers({ segment, contextKind, contextKeys });
      const change = { id: newChangeId(), place, call, comment, now };
      struck += await submitDue(change, submit);
    }
    return struck;
  },
});

const comment = 'The time of these members is over.';
