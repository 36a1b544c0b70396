import type { GrantSubject, Place } from '@latchkey/model';
import { accept } from '../../kernel/changes/problem-error.ts';
import type { Reader } from '../../kernel/store/database.ts';
import { type Kept, subjectPath, tableStore } from '../../kernel/store/resources.ts';
import { newestOf } from '../customers/index.ts';
import { unknownGrant } from './operations/subject.ts';

const grants = tableStore('grant');

/** The grant that an address names. */
export async function knownGrant(db: Reader, place: Place, id: string): Promise<Kept<'grant'>> {
  return (await grants.one(db, place, id)) ?? accept<Kept<'grant'>>(unknownGrant(id));
}

interface Asked {
  readonly subject?: GrantSubject;
  readonly feature?: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Grants that were ever given, newest first: those in force, those to come, and those that are over. */
export const listGrants = (db: Reader, place: Place, { subject, feature, ...page }: Asked) =>
  newestOf(db, 'grant', place, {
    ...page,
    ...(subject && { parents: [subjectPath(subject)] }),
    ...(feature && { secondaries: [feature] }),
  });
