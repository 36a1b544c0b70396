import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { endingProgrammes } from './ending.ts';
import { addSeats } from './operations/add-seats.ts';
import { cancelProgramme, recordOutcome } from './operations/cancel.ts';
import { convertProgramme } from './operations/convert.ts';
import { endProgramme } from './operations/end.ts';
import { extendProgramme } from './operations/extend.ts';
import { setGoals } from './operations/set-goals.ts';
import { startProgramme, startProgrammeAgain } from './operations/start.ts';

export const operations = [
  startProgramme,
  startProgrammeAgain,
  extendProgramme,
  addSeats,
  convertProgramme,
  cancelProgramme,
  recordOutcome,
  setGoals,
  endProgramme,
];

export const jobs = (deps: {
  readonly reader: Reader;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}): readonly Job[] => [endingProgrammes(deps)];

export { programmeRoutes as routes } from './routes.ts';
export { extendProgramme, startProgramme };
