import { createHash } from 'node:crypto';
import { type LaunchDarklyEvaluator, launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import { toFrame } from '../../kernel/http/stream.ts';
import { bodyOfAll, type ItemChange, type Items, succeed } from './items.ts';
import { type Listing, listingOf } from './listing.ts';
import type { Projection } from './projection.ts';

/** All that applications of one environment are told at one moment. Each form of it is made once, when it is first wanted. */
export class Edition {
  readonly items: Items;
  readonly projection: Projection;
  /** Greater than that of every edition before it in this process. */
  readonly version: number;
  /** What brings a reader from the edition before to this one; null when nothing differs. */
  readonly patches: Buffer | null;
  #body: { readonly bytes: Buffer; readonly etag: string } | null = null;
  #put: Buffer | null = null;
  #evaluator: LaunchDarklyEvaluator | null = null;
  #listing: Listing | null = null;

  constructor(before: Edition | null, projection: Projection, revision: number) {
    this.projection = projection;
    // Time alone changes rights too, and moves no revision; versions must grow all the same.
    const version = before === null ? revision : Math.max(revision, before.version + 1);
    const { items, changes } = succeed(before?.items ?? null, projection, version);
    this.items = items;
    this.version = changes.length > 0 || before === null ? version : before.version;
    this.patches = before === null || changes.length === 0 ? null : Buffer.concat(changes.map(frameOf));
  }

  get body(): { readonly bytes: Buffer; readonly etag: string } {
    this.#body ??= withEtag(bodyOfAll(this.items));
    return this.#body;
  }

  get put(): Buffer {
    this.#put ??= toFrame({ event: 'put', body: `{"path":"/","data":${this.body.bytes.toString()}}` });
    return this.#put;
  }

  get listing(): Listing {
    this.#listing ??= listingOf(this.projection.segments);
    return this.#listing;
  }

  /** Answers as an SDK would that holds this edition. */
  get evaluator(): LaunchDarklyEvaluator {
    this.#evaluator ??= launchDarklyEvaluator({
      flags: Object.fromEntries(this.projection.flags),
      segments: Object.fromEntries(this.projection.segments),
    });
    return this.#evaluator;
  }
}

/** Named by what it says: all nodes give the same name to the same answer. */
export function withEtag(body: string): { readonly bytes: Buffer; readonly etag: string } {
  const bytes = Buffer.from(body);
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

function frameOf(change: ItemChange): Buffer {
  const path = JSON.stringify(`/${change.kind}/${change.key}`);
  return 'body' in change
    ? toFrame({ event: 'patch', body: `{"path":${path},"data":${change.body}}` })
    : toFrame({ event: 'delete', body: `{"path":${path},"version":${change.deletedAt}}` });
}
