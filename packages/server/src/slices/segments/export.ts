import type { Place } from '@latchkey/model';
import type { Reader } from '../../kernel/store/database.ts';
import { toCell } from './csv-cell.ts';
import { listMembers } from './list.ts';

const pageSize = 5000;

/** Everybody who is listed, a page at a time, however many they are. */
export async function* memberLines(db: Reader, place: Place, segment: string): AsyncGenerator<string> {
  yield 'contextKind,key,included,until\n';
  let cursor: string | null | undefined;
  do {
    const page = await listMembers(db, place, segment, { limit: pageSize, ...(cursor && { cursor }) });
    yield page.items
      .map(({ contextKind, contextKey, included, until = '' }) =>
        [contextKind, toCell(contextKey), included, until].join(',').concat('\n'),
      )
      .join('');
    cursor = page.nextCursor;
  } while (cursor !== null);
}
