import type { Impact, Link } from '@latchkey/model';

/** A refusal as the server tells it (RFC 9457): a sentence for people, and the field that is to blame where there is one. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(status: number, document: Partial<ProblemDocument>) {
    super(document.detail ?? document.title ?? 'The server did not answer as expected.');
    this.status = status;
    this.code = document.code ?? 'unavailable';
    this.title = document.title ?? 'The server cannot be reached';
    const field = document['field'];
    this.errors =
      document.errors ??
      (typeof field === 'string' ? [{ pointer: field, detail: document.detail ?? this.title }] : []);
  }
}

interface ProblemDocument {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly field: unknown;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One request to the management API. The session travels as a cookie; everything that is not a 2xx becomes a `Problem`. */
export async function request<Reply>(
  method: Method,
  path: string,
  { body, headers, signal }: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Reply> {
  const reply = await fetch(`/api/v1${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new Problem(0, { detail: 'The server cannot be reached. Check the connection and try again.' });
  });
  const text = await reply.text();
  const answer = text === '' ? null : readJson(text);
  if (reply.ok) return answer as Reply;
  throw new Problem(reply.status, (answer ?? {}) as Partial<ProblemDocument>);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page and not ours; the status alone then speaks.
    return null;
  }
}

/** Asks; `query` leaves out what is empty. */
export function ask<Reply>(
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
  signal?: AbortSignal,
): Promise<Reply> {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const search = asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
  return request<Reply>('GET', `${path}${search}`, signal === undefined ? {} : { signal });
}

/** An edit as data, so that the same one is previewed and then saved. */
export interface Edit {
  readonly method: Exclude<Method, 'GET'>;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The version its author saw; the server refuses when it has moved on. */
  readonly version?: number | undefined;
}

/** Why something is done, for the ledger. */
export interface Why {
  readonly comment: string;
  readonly links: readonly Link[];
}

export interface Previewed {
  readonly status: 'previewed';
  readonly impact: Impact;
}

export const previewEdit = (edit: Edit, signal?: AbortSignal): Promise<Previewed> =>
  send<Previewed>(edit, { preview: true, comment: 'Preview' }, signal);

export const saveEdit = <Reply>(edit: Edit, { comment, links }: Why): Promise<Reply> =>
  send<Reply>(edit, { comment, links });

const send = <Reply>(
  { method, path, body, version }: Edit,
  change: object,
  signal?: AbortSignal,
): Promise<Reply> =>
  request<Reply>(method, path, {
    body: { ...body, change },
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    ...(signal === undefined ? {} : { signal }),
  });
