import { mayDo } from '../access/policy.ts';
import type { Principal } from '../access/principal.ts';
import { placePath } from '../ledger/subjects.ts';
import type { Change } from './change.ts';
import type { Computed } from './compute.ts';
import type { ParsedCall } from './parse.ts';
import { ProblemError } from './problem-error.ts';

/** The policy's answer for one action on one thing with these tags. The product itself may do everything; keys, nothing. */
export function mayPrincipal(
  principal: Principal,
  action: string,
  resource: string,
  tags: readonly string[],
): boolean {
  switch (principal.kind) {
    case 'system':
      return true;
    case 'key':
      return false;
    case 'member':
    case 'token':
    case 'connection':
      return mayDo(principal.statements, { action, resource, tags });
  }
}

/**
 * Before anything is read: is there any sentence that could allow this, whatever the tags? Without one, the caller
 * learns nothing, not even whether the object exists.
 */
export function authoriseAtAll({ principal, place }: Change, calls: readonly ParsedCall[]): void {
  if (principal.kind === 'system') return;
  const statements = principal.kind === 'key' ? [] : principal.statements;
  const withoutTags = statements
    .filter(({ effect }) => effect === 'allow')
    .map((statement) => ({
      ...statement,
      resources: statement.resources.map((specifier) => specifier.split(';')[0] ?? specifier),
    }));
  for (const { operation, resource } of calls) {
    const question = { action: operation.kind, resource: placePath(place) + resource, tags: [] };
    if (!mayDo(withoutTags, question)) throw forbidden(operation.kind, question.resource);
  }
}

/** With the tags known: the object as it was *and* as it would be, so that nobody edits themselves into rights. */
export function authorise({ principal, place }: Change, computed: readonly Computed[]): void {
  for (const { call, tagsBefore, tagsAfter } of computed) {
    const resource = placePath(place) + call.resource;
    for (const tags of [tagsBefore, tagsAfter]) {
      if (!mayPrincipal(principal, call.operation.kind, resource, tags))
        throw forbidden(call.operation.kind, resource);
    }
  }
}

const forbidden = (action: string, resource: string): ProblemError =>
  new ProblemError('forbidden', 'Your role does not allow this. Ask an administrator for a role that does.', {
    action,
    resource,
  });
