/** Adds an item to the list of a key. */
export function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Removes an item from the list of a key. */
export function remove<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const rest = lists.get(key)?.filter((other) => other !== item) ?? [];
  if (rest.length === 0) lists.delete(key);
  else lists.set(key, rest);
}
