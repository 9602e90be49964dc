/** A place in a text, both numbers from 0. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** The first item that starts after a place, else the first of all; undefined without any. */
export function nextAfter<Item>(items: readonly Item[], startOf: (item: Item) => TextPlace, place: TextPlace) {
  const ordered = [...items].sort((one, other) => comparePlaces(startOf(one), startOf(other)));
  return ordered.find((item) => comparePlaces(startOf(item), place) > 0) ?? ordered[0];
}

function comparePlaces(one: TextPlace, other: TextPlace): number {
  return one.line - other.line || one.character - other.character;
}
