import type { Operation } from './operation.ts';

/** Every operation of every slice by its kind: the list of everything that can be done here. */
export type Operations = ReadonlyMap<string, Operation>;

/** Builds the registry. Two operations of one kind are a mistake of ours, found at start. */
export function operationsOf(definitions: readonly { readonly definition: Operation }[]): Operations {
  const byKind = new Map<string, Operation>();
  for (const { definition } of definitions) {
    if (byKind.has(definition.kind)) throw new Error(`Two operations are called ${definition.kind}`);
    byKind.set(definition.kind, definition);
  }
  return byKind;
}
