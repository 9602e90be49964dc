import type { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from './documentNodes.ts';
import { memberValue, textMember } from './memberValues.ts';
import type { MergedDocuments, Vocabulary } from './vocabulary.ts';

/** The objects of a merged list so far. `open`: there may be others. */
interface Merged {
  readonly items: readonly PolicyNode[];
  readonly open: boolean;
}

/** The parts of one merged document; null when nothing about it is known. */
type Part = PolicyObject | null;

/**
 * The document that a data source makes from its blocks and the documents it merges; `root` comes from its blocks
 * alone. `read` parses a merged document's text.
 */
export function withMergedDocuments(
  root: PolicyNode,
  { source, block }: BlockDeclaration,
  evaluator: Evaluator,
  vocabulary: Vocabulary,
  read: (value: Value) => PolicyNode | null,
): PolicyNode {
  const merged = vocabulary.blocks?.merged;
  if (merged === undefined || root.kind !== 'object') return root;
  const partsOf = (name: string): readonly Part[] => {
    const expression = attributeOf(block, name)?.value;
    if (expression === undefined) return [];
    const value = evaluator.evaluate({ source, expression });
    if (value.kind === 'null') return [];
    if (value.kind !== 'list') return [null];
    const parts = value.items.filter(({ kind }) => kind !== 'null').map((item) => asPart(read(item)));
    return value.open ? [...parts, null] : parts;
  };
  const before = partsOf(merged.before);
  const after = partsOf(merged.after);
  if (before.length + after.length === 0) return root;
  const parts = [...before, root, ...after];
  const cost = parts.reduce((sum, part) => sum + ITEM_WORK * itemsIn(part, merged), 0);
  return mergeParts(root, evaluator.budget.spend(cost) ? parts : [null], merged);
}

/** The price of one object of a merged list, in parts of values: it is compared with those before it. */
const ITEM_WORK = 250;

function itemsIn(part: Part, { list }: MergedDocuments): number {
  const value = part === null ? undefined : memberValue(part, list);
  return value?.kind === 'list' ? value.items.length : 1;
}

function asPart(node: PolicyNode | null): Part {
  return node?.kind === 'object' ? node : null;
}

function mergeParts(root: PolicyObject, parts: readonly Part[], merged: MergedDocuments): PolicyObject {
  const { items, open } = parts.reduce<Merged>((sofar, part) => mergeItems(sofar, part, merged), {
    items: [],
    open: false,
  });
  const place = root.opening;
  const list: PolicyList = { kind: 'list', items, open, place, opening: place, origin: { spelling: 'computed' } };
  const members = [
    ...memberIn(parts, merged.greatest, (one, other) => (textIn(other) ?? '') > (textIn(one) ?? ''), root),
    ...memberIn(parts, merged.last, () => true, root),
    { key: merged.list, keyPlace: place, value: list, origin: { spelling: 'computed' } as const },
  ];
  return { ...root, members, open: root.open };
}

/** The member that takes effect among those with the same key. */
function memberIn(
  parts: readonly Part[],
  key: string,
  wins: (one: PolicyMember, other: PolicyMember) => boolean,
  { opening: place }: PolicyObject,
): readonly PolicyMember[] {
  const found = parts.flatMap((part) => part?.members.filter((member) => member.key === key).slice(-1) ?? []);
  const isUnknown = parts.some((part) => part === null || part.open) || found.some((member) => textIn(member) === null);
  if (isUnknown) {
    const origin = { spelling: 'computed' } as const;
    const value = { kind: 'unknown', because: 'it depends on a document that is not known', place, origin } as const;
    return [{ key, keyPlace: place, value, origin }];
  }
  const [first, ...others] = found;
  if (first === undefined) return [];
  return [others.reduce((winner, member) => (wins(winner, member) ? member : winner), first)];
}

function textIn({ value }: PolicyMember): string | null {
  return value.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;
}

/** The objects so far with those of one more document. */
function mergeItems({ items, open }: Merged, part: Part, { list, id }: MergedDocuments): Merged {
  const value = part === null ? undefined : memberValue(part, list);
  if (part === null || (value === undefined && part.open)) return { items: unnamed(items, id), open: true };
  if (value === undefined) return { items, open };
  const added = value.kind === 'list' ? value.items : [value];
  const isOpen = value.kind === 'list' && value.open;
  const merged = [...(isOpen ? unnamed(items, id) : items)];
  let isUnsure = isOpen;
  for (const item of added) {
    const name = nameOf(item, id);
    const index = typeof name === 'string' ? merged.findIndex((earlier) => nameOf(earlier, id) === name) : -1;
    // It may replace any object that has a name.
    if (name === undefined && merged.some((earlier) => nameOf(earlier, id) !== null)) isUnsure = true;
    if (index === -1) merged.push(item);
    else merged[index] = item;
  }
  return { items: isUnsure ? unnamed(merged, id) : merged, open: open || isUnsure };
}

/** The objects that no later document can replace. */
function unnamed(items: readonly PolicyNode[], id: string): readonly PolicyNode[] {
  return items.filter((item) => nameOf(item, id) === null);
}

/** The name of an object; null when it has none, undefined when unknown. */
function nameOf(node: PolicyNode, id: string): string | null | undefined {
  if (node.kind !== 'object') return undefined;
  const text = textMember(node, id);
  if (text !== null) return text === '' ? null : text;
  return node.open || memberValue(node, id) !== undefined ? undefined : null;
}
