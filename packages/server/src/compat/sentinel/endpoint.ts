import type { Environment, Place } from '@latchkey/model';
import type { CustomerFinder } from '../../delivery/find-customer.ts';
import type { Principal } from '../../kernel/access/principal.ts';
import type { Submit } from '../../kernel/changes/submit.ts';
import type { Method } from '../../kernel/http/routes.ts';
import type { Database } from '../../kernel/store/database.ts';

/** What every endpoint stands on. */
export interface Desk {
  readonly db: Database;
  readonly submit: Submit;
  readonly newChangeId: () => string;
  readonly customers: CustomerFinder;
  readonly publicUrl: () => string;
}

export type Token = Extract<Principal, { readonly kind: 'token' }>;
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request, read, with its sender known and the environment that is meant. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
  readonly principal: Token;
  readonly place: Place;
  readonly environment: Environment;
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
  /** Below `/ems/api/v5`, in OpenAPI form: `/features/{id}`. */
  readonly path: string;
  readonly answer: (asked: Asked, desk: Desk) => Promise<Answer> | Answer;
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

/** The catalogue is one for all environments of a project. */
export const catalogueOf = ({ project }: Place): Place => ({ project, environment: '' });
