import type { ChangeNote, OperationCall, Place, StoredChange } from '@latchkey/model';
import type { z } from 'zod';
import type { Principal } from '../access/principal.ts';
import type { Decision, Outcome } from '../changes/change.ts';
import type { Reader } from '../store/database.ts';
import type { Stream, StreamOptions } from './stream.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Where a route hangs: below `/api/v1`, below a project, or below an environment. */
export type RouteScope = 'instance' | 'project' | 'environment';

export interface RouteContext<Params, Query> {
  readonly params: Params;
  readonly query: Query;
  readonly place: Place;
  readonly principal: Principal;
  /** Epoch milliseconds, read once per request. */
  readonly now: number;
}

export type WriteContext<Params, Query, Body> = RouteContext<Params, Query> & { readonly body: Body };
export type Applied = Extract<Outcome, { status: 'applied' }>;

interface RouteBase<Params, Query> {
  readonly method: Method;
  readonly scope: RouteScope;
  /** Below the scope's prefix, in OpenAPI form: `/customers/{customer}`. */
  readonly path: string;
  readonly summary: string;
  /** Group in the reference page. */
  readonly tag: string;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  /** What the policy is asked: `customer.read` on `customer/acme`. Writes ask for each operation's own action as well. */
  readonly action: string;
  readonly resource: (params: Params) => string;
  /** Where one request needs more than the usual mebibyte. */
  readonly bodyBytesMax?: number;
}

/** A question. Answers from a read model with a `Reader`, which cannot write. */
export interface ReadRoute<Params = unknown, Query = unknown, Reply = unknown>
  extends RouteBase<Params, Query> {
  readonly does: 'read';
  readonly body?: z.ZodType;
  readonly reply: z.ZodType<Reply>;
  readonly answer: (
    context: RouteContext<Params, Query> & { readonly body: unknown },
    db: Reader,
  ) => Promise<Reply>;
  /** The version for `ETag`, where the reply is one resource. */
  readonly version?: (reply: Reply) => number | string | null;
}

/** An edit: nothing but the operations it stands for. `change` in the body says why; the pipeline does the rest. */
export interface WriteRoute<
  Params = unknown,
  Query = unknown,
  Body = unknown,
  Reply = unknown,
  Prepared = unknown,
> extends RouteBase<Params, Query> {
  readonly does: 'write';
  /** Without `change`, which every write takes. */
  readonly body?: z.ZodType<Body>;
  readonly reply: z.ZodType<Reply>;
  readonly status: 200 | 201;
  /** Where the body itself says why, besides its `change`. */
  readonly note?: (body: Body) => ChangeNote;
  /** Randomness, digests and sealing happen here, in the shell, before the pure part; not called for a preview's sake twice. */
  readonly prepare?: (context: WriteContext<Params, Query, Body>, db: Reader) => Promise<Prepared> | Prepared;
  readonly operations: (
    context: WriteContext<Params, Query, Body>,
    prepared: Prepared,
  ) => readonly OperationCall[];
  /** Makes the reply of an applied change; a preview answers with its impact instead. A replay shows no secret again. */
  readonly answer: (
    applied: Applied,
    context: WriteContext<Params, Query, Body>,
    prepared: Prepared,
  ) => Reply;
  /** The kind and id of the resource that `If-Match` speaks about. */
  readonly edits?: (params: Params) => { readonly kind: string; readonly id: string };
  /** Instead of operations: what shall become of a change that waits. */
  readonly decides?: (context: WriteContext<Params, Query, Body>) => Decision;
  readonly shows?: (change: StoredChange) => Reply;
}

/** News as it happens, as server-sent events. The asker is checked like that of a question, then the stream stays open. */
export interface StreamRoute<Params = unknown, Query = unknown> extends RouteBase<Params, Query> {
  readonly does: 'stream';
  readonly open: (
    context: RouteContext<Params, Query> & {
      /** `Last-Event-ID`: where a broken stream left off; null at the first time. */
      readonly lastEventId: string | null;
    },
    start: (options?: StreamOptions) => Stream,
    db: Reader,
  ) => Promise<void> | void;
}

/**
 * Something that happened and is counted: use, not an edit. It is in no ledger entry of its own; the slice that keeps the
 * counters says how it counts once.
 */
export interface CountRoute<Params = unknown, Query = unknown, Body = unknown, Reply = unknown>
  extends RouteBase<Params, Query> {
  readonly does: 'count';
  readonly body: z.ZodType<Body>;
  readonly reply: z.ZodType<Reply>;
  readonly status: 200 | 201;
  readonly answer: (context: WriteContext<Params, Query, Body>) => Promise<Reply>;
}

/** A route whose types were checked where it was written; the server holds all of them in one list. */
export type Route = (ReadRoute | WriteRoute | StreamRoute | CountRoute) & { readonly declared: true };

/** Declares a question. */
export function read<Params, Query, Reply>(
  route: Omit<ReadRoute<Params, Query, Reply>, 'does' | 'method'> & { readonly method?: Method },
): Route {
  return { method: 'GET', ...route, does: 'read', declared: true } as unknown as Route;
}

/** Declares an edit. */
export function write<Params, Query, Body, Reply, Prepared = undefined>(
  route: Omit<WriteRoute<Params, Query, Body, Reply, Prepared>, 'does' | 'status'> & {
    readonly status?: 200 | 201;
  },
): Route {
  return { status: 200, ...route, does: 'write', declared: true } as unknown as Route;
}

/** Declares what people decide about a change that waits. */
export function decision<Params, Body, Reply>(
  route: Omit<
    WriteRoute<Params, unknown, Body, Reply>,
    'does' | 'method' | 'status' | 'operations' | 'answer' | 'prepare' | 'edits' | 'decides' | 'shows'
  > &
    Required<Pick<WriteRoute<Params, unknown, Body, Reply>, 'decides' | 'shows'>>,
): Route {
  const neverAsked = (): never => {
    throw new Error('a decision has no operations of its own');
  };
  return write({ ...route, method: 'POST', operations: () => [], answer: neverAsked } as never);
}

/** Declares something that is counted. */
export function count<Params, Query, Body, Reply>(
  route: Omit<CountRoute<Params, Query, Body, Reply>, 'does' | 'method' | 'status'> & {
    readonly status?: 200 | 201;
  },
): Route {
  return { status: 200, ...route, method: 'POST', does: 'count', declared: true } as unknown as Route;
}

/** Declares a stream. */
export function stream<Params, Query>(route: Omit<StreamRoute<Params, Query>, 'does' | 'method'>): Route {
  return { ...route, method: 'GET', does: 'stream', declared: true } as unknown as Route;
}
