import type { IncomingHttpHeaders } from 'node:http';
import type { Place, ProblemCode, Refusal } from '@latchkey/model';
import type { Principal } from '../access/principal.ts';
import type { Change, Outcome } from '../changes/change.ts';
import type { Reader } from '../store/database.ts';
import type { Streams } from './stream.ts';

/** What a credential is read from. */
export interface CredentialSource {
  readonly headers: IncomingHttpHeaders;
  /** The caller's network address, for rate limits. */
  readonly address: string;
}

/** What routes stand on. Everything that decides is handed in; this folder only translates. */
export interface RouteDeps {
  readonly authenticate: (source: CredentialSource) => Promise<Principal | Refusal>;
  /** Null when allowed. `resource` is below the place: `customer/acme`. */
  readonly authorise: (
    principal: Principal,
    asked: { readonly action: string; readonly place: Place; readonly resource: string },
  ) => Promise<Refusal | null> | Refusal | null;
  /** Null when the project, and the environment where one is named, exist. */
  readonly placeProblem: (place: Place) => Promise<ProblemCode | null>;
  readonly submit: (change: Change) => Promise<Outcome>;
  readonly reader: Reader;
  readonly streams: Streams;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newChangeId: () => string;
  /** The addresses of this installation as browsers write them in `Origin`. */
  readonly ownOrigins: () => ReadonlySet<string>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before the body is read, so that strangers cannot make us parse. */
    principal: Principal | null;
  }
}
