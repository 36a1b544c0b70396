import type { SegmentImport } from '@latchkey/model';
import { submitDue } from '../../kernel/changes/by-calendar.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Job } from '../../kernel/jobs/runner.ts';
import type { Database } from '../../kernel/store/database.ts';
import { importPart } from './operations/import.ts';
import { forgetUploads } from './uploads.ts';

interface ImportingDeps {
  readonly db: Database;
  readonly submit: Submit;
  readonly newChangeId: () => string;
}

/** Takes imports in, the next part of each in turn, so that a short list does not wait for a long one. */
export const importing = ({ db, submit, newChangeId }: ImportingDeps): Job => ({
  name: 'segment_imports',
  everySeconds: 1,
  async run(now) {
    const open = await db.reader
      .selectFrom('resource')
      .select(['project', 'environment', 'body'])
      .where('kind', '=', 'segment_import')
      .where('secondary', '=', 'applying')
      .orderBy('created_at')
      .execute();
    let touched = 0;
    for (const { project, environment, body } of open) {
      const { id, segment, applied, keys, parts } = body as SegmentImport;
      const part = await db.reader
        .selectFrom('segment_upload_part')
        .select(['part', 'digest'])
        .select(({ fn, ref }) => fn<number>('cardinality', [ref('keys')]).as('keys'))
        .where('upload', '=', id)
        .where('part', '=', applied.parts + 1)
        .executeTakeFirst();
      if (!part) continue;
      const call = importPart({
        segment,
        import: id,
        part: part.part,
        keys: Number(part.keys),
        digest: part.digest,
      });
      const comment = `Part ${part.part} of ${parts}, of ${keys} keys.`;
      const change = { id: newChangeId(), place: { project, environment }, call, comment, now };
      touched += await submitDue(change, submit);
    }
    return touched;
  },
});

export const forgettingUploads = (db: Database): Job => ({
  name: 'segment_uploads_forgotten',
  everySeconds: 3600,
  async run(now) {
    await forgetUploads(db, now);
    return 0;
  },
});
