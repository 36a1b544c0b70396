import type { Impact, Link, Verdict } from '@latchkey/model';
import createClient from 'openapi-fetch';
import { Problem } from './problem.ts';
import type { paths } from './schema.gen.ts';

/**
 * The management API by its generated description. The session travels as a cookie of this site. The browser keeps no
 * answers: an ETag is the version of the resource, and some answers tell more than the resource, such as what came
 * through a connection.
 */
export const api = createClient<paths>({ credentials: 'same-origin', cache: 'no-store' });

interface Asked<Answer> {
  readonly data?: Answer | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was answered. Everything that is not a 2xx, and a server that cannot be reached, is thrown as a `Problem`. */
export async function answerOf<Answer>(asking: Promise<Asked<Answer>>): Promise<Answer> {
  const { data, error, response } = await asking.catch((cause: unknown) => {
    // The question was given up by whoever asked it; nothing went wrong.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem(0, { detail: 'The server cannot be reached. Check the connection and try again.' });
  });
  if (response.ok) return data as Answer;
  throw new Problem(response.status, error);
}

type Given<Query> = { [Name in keyof Query]?: Exclude<Query[Name], undefined | ''> };

/** The part of a query that says something: what is empty is left out. */
export const given = <Query extends Readonly<Record<string, unknown>>>(query: Query): Given<Query> =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  ) as Given<Query>;

/** An edit as data, so that the same one is previewed and then saved. `edits.ts` makes them. */
export interface Edit {
  readonly method: 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: object;
  /** The version its author saw; the server refuses when it has moved on. */
  readonly version: number | null;
}

/** Why something is done, for the ledger. */
export interface Why {
  readonly comment: string;
  readonly links: readonly Link[];
  /** When it shall happen; without one, at once. */
  readonly effectiveAt?: string;
}

interface Previewed {
  readonly status: 'previewed';
  readonly impact: Impact;
  readonly verdict: Verdict;
}

/** What became of an edit: it was made, it waits for its time, or it waits for somebody to approve it. */
export type Saved<Reply> =
  | { readonly outcome: 'done'; readonly reply: Reply }
  | { readonly outcome: 'scheduled'; readonly effectiveAt: string }
  | { readonly outcome: 'pending' };

export const previewEdit = (edit: Edit, signal?: AbortSignal): Promise<Previewed> =>
  send<Previewed>(edit, { preview: true, comment: 'Preview' }, signal);

export async function saveEdit<Reply>(edit: Edit, why: Why, requestApproval = false): Promise<Saved<Reply>> {
  const reply = await send<Reply>(edit, requestApproval ? { ...why, requestApproval } : why);
  return waiting(reply) ?? { outcome: 'done', reply };
}

/** Replies about changes that wait carry the change's id; nothing that can be edited has one. */
function waiting(reply: unknown): Exclude<Saved<never>, { outcome: 'done' }> | null {
  if (typeof reply !== 'object' || reply === null || !('changeId' in reply) || !('status' in reply))
    return null;
  if (reply.status === 'pending') return { outcome: 'pending' };
  return reply.status === 'scheduled' && 'effectiveAt' in reply && typeof reply.effectiveAt === 'string'
    ? { outcome: 'scheduled', effectiveAt: reply.effectiveAt }
    : null;
}

function send<Reply>({ method, path, params, body, version }: Edit, change: object, signal?: AbortSignal) {
  const init = {
    params: { path: params },
    body: { ...body, change },
    ...(version === null ? {} : { headers: { 'if-match': `"${version}"` } }),
    ...(signal === undefined ? {} : { signal }),
  };
  // `edits.ts` has checked that path, parameters and body belong together; here any edit goes through.
  const request = api.request as unknown as (
    method: string,
    path: string,
    init: object,
  ) => Promise<Asked<Reply>>;
  return answerOf(request(method, path, init));
}
