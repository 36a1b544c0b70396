import type { IncomingHttpHeaders } from 'node:http';
import type { Principal } from '../../kernel/access/principal.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Method } from '../../kernel/http/routes.ts';
import type { Database } from '../../kernel/store/database.ts';
import type { SecretBox } from '../../kernel/store/secret-box.ts';

/** What every endpoint stands on. */
export interface Rest {
  readonly db: Database;
  readonly box: SecretBox;
  readonly submit: Submit;
  readonly newChangeId: () => string;
  /** Public, and only told apart by chance. */
  readonly newClientSideId: () => string;
}

export type Token = Extract<Principal, { readonly kind: 'token' }>;
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request, read and with its sender known. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
  readonly principal: Token;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Answer {
  readonly status: number;
  /** Nothing is sent when it is left out. */
  readonly body?: unknown;
}

export interface Endpoint {
  readonly method: Method;
  /** Below `/ld/api/v2`, in OpenAPI form: `/flags/{project}/{flag}`. */
  readonly path: string;
  readonly answer: (asked: Asked, rest: Rest) => Promise<Answer> | Answer;
}

export const endpoint = (method: Method, path: string, answer: Endpoint['answer']): Endpoint => ({
  method,
  path,
  answer,
});

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const nothingLeft: Answer = { status: 204 };

/** A part of the address that the router found, because the path names it. */
export function param({ params }: Pick<Asked, 'params'>, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the path has no {${name}}`);
  return value;
}
