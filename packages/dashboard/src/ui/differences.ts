interface Difference {
  /** `items/0/quantity` */
  readonly path: string;
  /** As JSON; null where it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Leaf by leaf, what differs between two JSON values; what is the same on both sides is left out. */
export function differences(before: unknown, after: unknown, path = ''): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isBranch(before) || isBranch(after)) {
    const was = isBranch(before) ? before : {};
    const is = isBranch(after) ? after : {};
    // A branch on one side only is told by its leaves, except where it has none.
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    if (names.length > 0)
      return names.flatMap((name) =>
        differences(at(was, name), at(is, name), path === '' ? name : `${path}/${name}`),
      );
  }
  return [{ path, before: written(before), after: written(after) }];
}

type Branch = Readonly<Record<string, unknown>>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
const at = (branch: Branch, name: string): unknown =>
  Object.hasOwn(branch, name) ? branch[name] : undefined;
const written = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
