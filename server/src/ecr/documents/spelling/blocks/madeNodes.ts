import type { JsonValue } from '../../../../syntax/edit/term.ts';
import type { Place } from '../../../../syntax/tree/place.ts';
import type { PolicyMember, PolicyNode } from '../../documentNodes.ts';
import type { MapArgument, Vocabulary } from '../../vocabulary.ts';
import type { GivenKey, MapEntry } from './mapEntry.ts';
import { blockSetOf } from './setOrder.ts';

const COMPUTED = { spelling: 'computed' } as const;

interface Surroundings {
  readonly vocabulary: Vocabulary;
  readonly place: Place;
  /** True when blocks with equal keys combine their values. */
  readonly merges?: boolean;
  /** The values of all blocks in the order in which the data source reads the blocks; null when it is not known. */
  readonly order?: readonly PolicyNode[] | null;
  /** True when each block's values are a set, which the data source sorts backwards. */
  readonly isSet?: boolean;
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

/** A list with each known text once, as in a set. */
export function asSet(node: PolicyNode): PolicyNode {
  if (node.kind !== 'list') return node;
  const texts = node.items.map(textOf);
  const isFirst = (text: string | null, index: number) => text === null || texts.indexOf(text) === index;
  return { ...node, items: node.items.filter((_, index) => isFirst(texts[index] ?? null, index)) };
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
  argument: MapArgument,
  written: readonly MapEntry[],
  open: boolean,
  around: Surroundings,
): PolicyNode {
  const { word, merges = false, isSet = false } = argument;
  const set = merges && !open && written.length > 1 ? blockSetOf(written, argument) : null;
  const entries = set?.distinct ?? written;
  const [only, ...others] = entries;
  const isWord = (entry: MapEntry) =>
    entry.path?.every(({ text }) => text === word) === true && holdsOnly(entry.value, word);
  if (word !== undefined && !open && others.length === 0 && only !== undefined && isWord(only)) {
    return { kind: 'scalar', value: word, place: only.place, origin: COMPUTED };
  }
  return objectOf(entries, open, { ...around, merges, isSet, order: set?.order ?? null });
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
  if (others.length > 0 && around.merges === true) return mergedValues(group, around);
  const because = others.length > 0 ? 'several blocks give it' : 'its block gives no value';
  return { kind: 'unknown', because, place: around.place, origin: COMPUTED };
}

/** The values of several blocks as one list. */
function mergedValues(group: readonly MapEntry[], { place, isSet = false, order = null }: Surroundings): PolicyNode {
  const values = group.flatMap(({ value }) => value ?? []);
  const items = values.flatMap(itemsOf);
  const open = group.some(({ value }) => value === null || (value.kind === 'list' && value.open));
  const isUnknownList = (node: PolicyNode) => node.kind === 'unknown' && node.type?.kind !== 'string';
  const isOpen = open || items.some(isUnknownList);
  const list = { kind: 'list', items, open: isOpen, place, opening: place, origin: COMPUTED } as const;
  if (order === null) return list;
  const inOrder = order.filter((value) => values.includes(value));
  return { ...list, made: inOrder.flatMap((value) => (isSet ? [...itemsOf(value)].sort(backwards) : itemsOf(value))) };
}

function itemsOf(node: PolicyNode): readonly PolicyNode[] {
  return node.kind === 'list' ? node.items : [node];
}

function backwards(one: PolicyNode, other: PolicyNode): number {
  const [text, otherText] = [textOf(one) ?? '', textOf(other) ?? ''];
  return text === otherText ? 0 : text < otherText ? 1 : -1;
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
