import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { DeclaredRoute } from './declared.ts';

/** A route that is mounted by hand, and how the reference describes it, where it belongs to `/api/v1`. */
export interface HandMadeRoute extends DeclaredRoute {
  readonly summary?: string;
  readonly tag?: string;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
  readonly status?: number;
}

/**
 * Routes that are neither questions nor changes: sessions, SDK protocols, look-ups. They say what they mount, so that the
 * router can still be checked, and they authenticate for themselves. Bodies are bounded and read like everybody's.
 */
export interface OwnRoutes {
  readonly declares: readonly HandMadeRoute[];
  readonly mount: (app: FastifyInstance) => Promise<void> | void;
  /** For browsers: edits must come from our own pages, and replies carry the headers of the management API. */
  readonly forBrowsers?: boolean;
}
