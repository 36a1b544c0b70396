import { authorise, authoriseBeforeLoading } from '../access/authorise.ts';
import { resourcePath } from '../ledger/subjects.ts';
import type { Change } from './change.ts';
import type { Computed } from './compute.ts';
import type { ParsedCall } from './parse.ts';
import { accept } from './problem-error.ts';

/**
 * Before anything is read: refused is what no tags could make right. Without any right, the caller learns nothing, not
 * even whether the object exists.
 */
export function authoriseCalls({ principal, place }: Change, calls: readonly ParsedCall[]): void {
  for (const { operation, resource } of calls) {
    accept(
      authoriseBeforeLoading(principal, { action: operation.kind, resource: resourcePath(place, resource) }),
    );
  }
}

/** With the tags known: the object as it was *and* as it would be, so that nobody edits themselves into rights. */
export function authoriseComputed({ principal, place }: Change, computed: readonly Computed[]): void {
  for (const { call, tagsBefore, tagsAfter } of computed) {
    const question = { action: call.operation.kind, resource: resourcePath(place, call.resource) };
    accept(authorise(principal, { ...question, tags: tagsBefore }));
    accept(authorise(principal, { ...question, tags: tagsAfter }));
  }
}
