import { ProblemError } from '../../kernel/changes/problem-error.ts';

export const unknownFlag = (key: string) => new ProblemError('flag_unknown', `There is no flag ${key}.`);
