import type { JsonValue } from '@latchkey/model';
import type { FlagDetails } from '../flag-details.ts';

/** One flag as the server answers it (OFREP 0.3.0). */
export interface FlagAnswer {
  readonly key: string;
  readonly value?: JsonValue;
  readonly variant?: string;
  readonly reason?: string;
  readonly metadata?: { readonly [name: string]: string | number | boolean };
  readonly errorCode?: string;
  readonly errorDetails?: string;
}

interface FetchedAnswers {
  readonly flags: readonly FlagAnswer[];
  readonly etag: string | null;
  /** Where changes are told, as a path of the server; null where it tells none. */
  readonly streamUri: string | null;
}

/** Reads a reply of the server; throws what a reply of somebody else makes of it. */
export function answersIn(body: unknown, etag: string | null): FetchedAnswers {
  const { flags, eventStreams } = body as {
    readonly flags?: readonly FlagAnswer[];
    readonly eventStreams?: readonly { readonly endpoint?: { readonly requestUri?: string } }[];
  };
  if (!Array.isArray(flags)) throw new Error('The reply has no flags.');
  return {
    flags: flags.filter((flag) => typeof flag?.key === 'string'),
    etag,
    streamUri: eventStreams?.[0]?.endpoint?.requestUri ?? null,
  };
}

export function detailsOf(answer: FlagAnswer, isLive: boolean): FlagDetails {
  const { value, variant, reason = 'UNKNOWN', metadata = {}, errorCode, errorDetails } = answer;
  if (errorCode !== undefined) {
    const errorMessage = errorDetails ?? '';
    return {
      reason: 'ERROR',
      metadata,
      errorCode: errorCode as NonNullable<FlagDetails['errorCode']>,
      errorMessage,
    };
  }
  return {
    ...(value !== undefined && { value }),
    ...(variant !== undefined && { variant }),
    reason,
    metadata: isLive ? metadata : { ...metadata, 'latchkey.freshness': 'stale' },
  };
}

/** The keys of flags that answer otherwise than before, came or went. */
export function changedFlags(
  before: ReadonlyMap<string, FlagAnswer>,
  now: ReadonlyMap<string, FlagAnswer>,
): readonly string[] {
  const changed = [...now]
    .filter(([key, answer]) => JSON.stringify(before.get(key)) !== JSON.stringify(answer))
    .map(([key]) => key);
  return [...changed, ...[...before.keys()].filter((key) => !now.has(key))];
}
