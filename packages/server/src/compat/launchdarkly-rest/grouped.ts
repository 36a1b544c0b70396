/** The items under what each of them is named by, in the order in which the names first came. */
export function grouped<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return groups;
}
