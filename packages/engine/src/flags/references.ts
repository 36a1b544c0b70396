/** How far evaluating something may lead: the longest chain of references, and all references followed in the worst case. */
export type Reach = { readonly depth: number; readonly steps: number };

type ReferenceOrder<Node> = {
  /** Whatever a node refers to comes before it. */
  readonly ordered: readonly Node[];
  /** On a cycle, or leading into one. */
  readonly tangled: readonly Node[];
};

/** Iterative, so that no chain of references is too long for it. */
export function orderByReference<Node>(
  nodes: Iterable<Node>,
  referencesOf: (node: Node) => readonly Node[],
): ReferenceOrder<Node> {
  const openReferences = new Map<Node, number>();
  const referrers = new Map<Node, Node[]>();
  for (const node of nodes) {
    const references = referencesOf(node);
    openReferences.set(node, references.length);
    for (const reference of references) {
      const known = referrers.get(reference);
      if (known === undefined) referrers.set(reference, [node]);
      else known.push(node);
    }
  }
  const ordered = [...openReferences.keys()].filter((node) => openReferences.get(node) === 0);
  for (const node of ordered) {
    for (const referrer of referrers.get(node) ?? []) {
      const open = (openReferences.get(referrer) ?? 0) - 1;
      openReferences.set(referrer, open);
      if (open === 0) ordered.push(referrer);
    }
  }
  const done = new Set(ordered);
  return { ordered, tangled: [...openReferences.keys()].filter((node) => !done.has(node)) };
}

/** One step, then everything that is referred to. */
export function reachThrough(references: readonly Reach[]): Reach {
  let depth = 0;
  let steps = 0;
  for (const reach of references) {
    depth = Math.max(depth, reach.depth);
    steps += reach.steps;
  }
  return { depth: depth + 1, steps: steps + 1 };
}
