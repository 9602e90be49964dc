import type { JsonValue } from '../../../../syntax/edit/term.ts';
import type { Place } from '../../../../syntax/tree/place.ts';
import type { PolicyMember, PolicyNode } from '../../documentNodes.ts';
import type { MapArgument, Vocabulary } from '../../vocabulary.ts';

const COMPUTED = { spelling: 'computed' } as const;

/** A key that an argument of a block sets. */
interface GivenKey {
  readonly text: string;
  readonly node: PolicyNode;
}

/** What one block contributes to the object that all blocks of its name form. */
export interface MapEntry {
  /** The keys that lead to the value; null when one of them is unknown. */
  readonly path: readonly GivenKey[] | null;
  /** Null where the block has none. */
  readonly value: PolicyNode | null;
  readonly place: Place;
}

interface Surroundings {
  readonly vocabulary: Vocabulary;
  readonly place: Place;
  /** True when blocks with equal keys combine their values. */
  readonly merges?: boolean;
}

/** A member that no argument of the data source spells. */
export function computed(key: string, value: PolicyNode, keyPlace: Place): PolicyMember {
  return { key, keyPlace, value, origin: COMPUTED };
}

/** A value that the data source writes by itself. */
export function computedNode(value: JsonValue, vocabulary: Vocabulary, place: Place): PolicyNode {
  if (value === null || typeof value !== 'object') return { kind: 'scalar', value, place, origin: COMPUTED };
  if (isList(value)) {
    const items = value.map((item) => computedNode(item, vocabulary, place));
    return { kind: 'list', items, open: false, place, opening: place, origin: COMPUTED };
  }
  const members = Object.entries(value).map(([key, member]) =>
    computed(key, computedNode(member, vocabulary, place), place),
  );
  return { kind: 'object', members, open: false, vocabulary, place, opening: place, origin: COMPUTED };
}

export function madeByDynamic(place: Place): PolicyNode {
  return { kind: 'unknown', because: 'a dynamic block makes it', place, origin: COMPUTED };
}

/** Used in place of an argument that is written under another name. */
export function misspelt(place: Place): PolicyNode {
  return { kind: 'unknown', because: 'its name is misspelled', place, origin: COMPUTED };
}

/** A list's only item, written without the list; other lists, and lists that may have more items, stay lists. */
export function asSingle(node: PolicyNode): PolicyNode {
  const [only, ...others] = node.kind === 'list' ? node.items : [];
  return node.kind === 'list' && !node.open && only !== undefined && others.length === 0 ? only : node;
}

/** The text of a node, or null for anything else. */
function textOf(node: PolicyNode | null): string | null {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

/** The key that a node gives, or null when its text is unknown. */
export function keyOf(node: PolicyNode | null): GivenKey | null {
  const text = textOf(node);
  return node === null || text === null ? null : { text, node };
}

/** The object that several blocks form. `open`: there may be other blocks. */
export function mapOf(
  { word, merges = false }: MapArgument,
  entries: readonly MapEntry[],
  open: boolean,
  around: Surroundings,
): PolicyNode {
  const [only, ...others] = entries;
  const isWord = (entry: MapEntry) =>
    entry.path?.every(({ text }) => text === word) === true && holdsOnly(entry.value, word);
  if (word !== undefined && !open && others.length === 0 && only !== undefined && isWord(only)) {
    return { kind: 'scalar', value: word, place: only.place, origin: COMPUTED };
  }
  return objectOf(entries, open, { ...around, merges });
}

function holdsOnly(node: PolicyNode | null, word: string | undefined): boolean {
  return word !== undefined && node !== null && textOf(asSingle(node)) === word;
}

function objectOf(entries: readonly MapEntry[], open: boolean, around: Surroundings): PolicyNode {
  const groups = new Map<string, MapEntry[]>();
  for (const entry of entries) {
    const [key, ...path] = entry.path ?? [];
    if (key === undefined) continue;
    const rest = { ...entry, path, place: entry.place };
    groups.set(key.text, [...(groups.get(key.text) ?? []), rest]);
  }
  const nodes = new Map(entries.flatMap(({ path }) => (path?.[0] === undefined ? [] : [[path[0].text, path[0].node]])));
  const members = [...groups].map(([key, group]): PolicyMember => {
    const place = group[0]?.place ?? around.place;
    const keyNode = group.length === 1 ? nodes.get(key) : undefined;
    const member = computed(key, sharedValue(group, { ...around, place }), nodes.get(key)?.place ?? place);
    return keyNode === undefined ? member : { ...member, keyNode };
  });
  const isOpen = open || entries.some(({ path }) => path === null);
  const { vocabulary, place } = around;
  return { kind: 'object', members, open: isOpen, vocabulary, place, opening: place, origin: COMPUTED };
}

/** The result of the blocks that share the same keys so far: an object of the next keys, or the value. */
function sharedValue(group: readonly MapEntry[], around: Surroundings): PolicyNode {
  if (group.some(({ path }) => path !== null && path.length > 0)) return objectOf(group, false, around);
  const [only, ...others] = group;
  if (others.length === 0 && only?.value != null) return only.value;
  if (others.length > 0 && around.merges === true) return mergedValues(group, around.place);
  const because = others.length > 0 ? 'several blocks give it' : 'its block gives no value';
  return { kind: 'unknown', because, place: around.place, origin: COMPUTED };
}

/** The values of several blocks as one list. */
function mergedValues(group: readonly MapEntry[], place: Place): PolicyNode {
  const items = group.flatMap(({ value }) => (value?.kind === 'list' ? value.items : (value ?? [])));
  const open = group.some(({ value }) => value === null || (value.kind === 'list' && value.open));
  const isUnknownList = (node: PolicyNode) => node.kind === 'unknown' && node.type?.kind !== 'string';
  return { kind: 'list', items, open: open || items.some(isUnknownList), place, opening: place, origin: COMPUTED };
}

/** A text, or each text of a list, with the prefixes of its policy variables as the JSON writes them. */
export function withVariables(
  node: PolicyNode,
  variables: { readonly written: string; readonly meant: string },
): PolicyNode {
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => withVariables(item, variables)) };
  const text = textOf(node);
  if (node.kind !== 'scalar' || text === null || !text.includes(variables.written)) return node;
  return { ...node, value: text.replaceAll(variables.written, variables.meant) };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
