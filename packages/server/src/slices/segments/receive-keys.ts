import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { isSafeText } from '@latchkey/model';
import { CsvError, parse } from 'csv-parse';
import { fromCell } from './csv-cell.ts';

/** A line that cannot be taken in, as its author's editor counts it. */
export interface Fault {
  readonly line: number;
  readonly detail: string;
}

export interface Part {
  /** From 1. */
  readonly number: number;
  readonly keys: readonly string[];
  readonly digest: string;
}

export interface Received {
  readonly keys: number;
  readonly parts: number;
  readonly digest: string;
  /** The first few; one is enough for nothing to be taken in. */
  readonly faults: readonly Fault[];
}

export const keysMax = 1_000_000;
/** One part is one transaction and one entry in the ledger. */
const keysPerPart = 10_000;
const faultsShown = 20;
const keyLengthMax = 500;
const headings: ReadonlySet<string> = new Set(['key', 'contextkey', 'context_key']);

/**
 * Reads context keys, one a line or in a column of a CSV file: the one headed `key`, or else the first. Reads on no
 * faster than parts are kept, so memory stays at one part however long the list is.
 */
export async function receiveKeys(
  body: Readable,
  keepPart: (part: Part, soFar: number) => Promise<void>,
): Promise<Received> {
  const rows = body.pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true, trim: true }),
  );
  body.on('error', (error) => rows.destroy(error));
  const whole = createHash('sha256');
  const faults: Fault[] = [];
  let column = 0;
  let waiting: string[] = [];
  let parts = 0;
  let keys = 0;
  let isFirst = true;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    parts += 1;
    await keepPart({ number: parts, keys: waiting, digest: digestOf(waiting) }, keys);
    waiting = [];
  };
  try {
    for await (const { record, info } of rows as AsyncIterable<Row>) {
      if (isFirst) {
        isFirst = false;
        const heading = record.findIndex((title) => headings.has(title.toLowerCase()));
        column = Math.max(heading, 0);
        if (heading >= 0) continue;
      }
      const key = fromCell(record[column] ?? '');
      const fault =
        faultOf(key) ?? (keys >= keysMax ? `is past the ${keysMax} keys that one list may have` : null);
      if (fault !== null) {
        faults.push({ line: info.lines, detail: fault });
        if (faults.length >= faultsShown) break;
        continue;
      }
      keys += 1;
      whole.update(key).update('\n');
      waiting.push(key);
      if (waiting.length >= keysPerPart && faults.length === 0) await flush();
    }
    if (faults.length === 0) await flush();
    // What is left unread would keep the sender waiting for an answer.
    body.resume();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push({ line: Number(error['lines'] ?? 0), detail: 'is not CSV' });
  }
  return { keys, parts, digest: whole.digest('hex'), faults };
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function faultOf(key: string): string | null {
  if (key === '') return 'has no key';
  if (key.length > keyLengthMax) return `has a key of more than ${keyLengthMax} characters`;
  return isSafeText(key) ? null : 'has characters that cannot be kept';
}

const digestOf = (keys: readonly string[]): string =>
  createHash('sha256').update(keys.join('\n')).digest('hex');
