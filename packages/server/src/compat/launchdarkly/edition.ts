import { createHash } from 'node:crypto';
import { type LaunchDarklyEvaluator, launchDarklyEvaluator } from '@latchkey/engine/launchdarkly';
import { toFrame } from '../../kernel/http/stream.ts';
import { History } from './history.ts';
import { bodyOf, bodyOfAll, type ItemChange, type Items, succeed } from './items.ts';
import { type Listing, listingOf } from './listing.ts';
import type { Projection } from './projection.ts';
import { isSameMap } from './rights-lists.ts';

/** All that applications of one environment are told at one moment. Each form of it is made once, when it is first wanted. */
export class Edition {
  readonly items: Items;
  readonly projection: Projection;
  /** Greater than that of every edition before it in this process. */
  readonly version: number;
  /** What brings a reader from the edition before to this one. */
  readonly changes: readonly ItemChange[];
  /** The same as it goes over the wire; null when nothing differs. */
  readonly patches: Buffer | null;
  readonly #history: History;
  readonly #reading: Reading;
  #body: { readonly bytes: Buffer; readonly etag: string } | null = null;
  #put: Buffer | null = null;

  constructor(before: Edition | null, projection: Projection, revision: number, isNewEpoch = false) {
    this.projection = projection;
    // Time alone changes rights too, and moves no revision; versions must grow all the same.
    const version = before === null ? revision : Math.max(revision, before.version + 1);
    const { items, changes } = succeed(before?.items ?? null, projection, version);
    this.items = items;
    this.changes = before === null ? [] : changes;
    this.version = changes.length > 0 || before === null ? version : before.version;
    this.patches = this.changes.length === 0 ? null : Buffer.concat(this.changes.map(frameOf));
    const history = (isNewEpoch ? null : before?.history) ?? new History();
    const isStep = before !== null && !isNewEpoch && changes.length > 0;
    this.#history = isStep ? history.with({ from: before.version, changes }) : history;
    this.#reading = before?.readingOf(projection) ?? new Reading(projection);
  }

  get history(): History {
    return this.#history;
  }

  /** What a reader of the second protocol says to have who has this edition. */
  get state(): string {
    return this.#history.stateAt(this.version);
  }

  /** What such a reader lacks; null when it must be given everything. */
  since(state: string): readonly ItemChange[] | null {
    return this.#history.since(state, this.version);
  }

  get body(): { readonly bytes: Buffer; readonly etag: string } {
    this.#body ??= withEtag(bodyOfAll(this.items));
    return this.#body;
  }

  get put(): Buffer {
    this.#put ??= toFrame({ event: 'put', body: `{"path":"/","data":${this.body.bytes.toString()}}` });
    return this.#put;
  }

  /** What was found out by reading this edition, where the same is to be read in another. */
  readingOf(projection: Projection): Reading | null {
    return this.#reading.isOf(projection) ? this.#reading : null;
  }

  get listing(): Listing {
    return this.#reading.listing;
  }

  /** Answers a context without a customer as an SDK would that holds this edition. */
  get evaluator(): LaunchDarklyEvaluator {
    return this.#reading.evaluator;
  }
}

/** What evaluating here needs. Lists of customers are not part of it: the rights of a customer are asked of the engine. */
class Reading {
  readonly #projection: Projection;
  #evaluator: LaunchDarklyEvaluator | null = null;
  #listing: Listing | null = null;

  constructor(projection: Projection) {
    this.#projection = projection;
  }

  isOf({ flags, segments }: Projection): boolean {
    return isSameMap(this.#projection.flags, flags) && isSameMap(this.#projection.segments, segments);
  }

  get listing(): Listing {
    this.#listing ??= listingOf(this.#projection.segments);
    return this.#listing;
  }

  get evaluator(): LaunchDarklyEvaluator {
    this.#evaluator ??= launchDarklyEvaluator({
      flags: Object.fromEntries(this.#projection.flags),
      segments: Object.fromEntries(this.#projection.segments),
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
  return 'item' in change
    ? toFrame({ event: 'patch', body: `{"path":${path},"data":${bodyOf(change.item)}}` })
    : toFrame({ event: 'delete', body: `{"path":${path},"version":${change.deletedAt}}` });
}
