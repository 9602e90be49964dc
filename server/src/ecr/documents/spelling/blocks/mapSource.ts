import { quote } from '../../../../syntax/edit/print.ts';
import type { MapArgument } from '../../vocabulary.ts';
import { literalValue } from '../expressionText.ts';
import type { Remarks, SourceMember, SourceObject, SourceTree } from '../sourceTree.ts';
import { constant, NO_REMARKS } from '../sourceTree.ts';

/** One of the blocks that together form one object. */
export interface SourceMapEntry extends Remarks {
  /** The keys that lead to the value. */
  readonly path: readonly string[];
  readonly value: SourceTree;
}

/**
 * The blocks of an object with free keys, with the object's comments on them; `refusal` when no blocks can express it.
 */
export function mapEntriesOf(
  { key, keys, word }: MapArgument,
  { value, above, behind }: SourceMember,
): { readonly entries: readonly SourceMapEntry[]; readonly refusal: string | null } {
  if (word !== undefined && value.kind === 'expression' && value.json === word) {
    const only = { kind: 'list', items: [{ value, ...NO_REMARKS }], rest: [] } as const;
    return { entries: [{ path: keys.map(() => word), value: only, above, behind }], refusal: null };
  }
  const refusals: string[] = [];
  const collect = (tree: SourceTree, path: readonly string[], remarks: Remarks): SourceMapEntry[] => {
    if (path.length === keys.length) return [{ path, value: tree, ...remarks }];
    if (tree.kind !== 'object') {
      refusals.push(`A part of ${key} is computed, so it cannot become blocks.`);
      return [];
    }
    if (tree.members.length === 0) refusals.push(`${key} has an empty object, which the data source leaves out.`);
    const inner = tree.members.flatMap((member) => collect(member.value, [...path, member.key], member));
    return withRemarksAround(inner, remarks, tree);
  };
  const entries = collect(value, [], { above, behind });
  return { entries, refusal: refusals[0] ?? null };
}

/** Comments about an object belong to its first block; those after it, or at its end, to its last. */
function withRemarksAround(
  entries: readonly SourceMapEntry[],
  { above, behind }: Remarks,
  { rest }: SourceObject,
): SourceMapEntry[] {
  return entries.map((entry, index) => {
    const isLast = index === entries.length - 1;
    const own = [...(index === 0 ? above : []), ...entry.above, ...(isLast ? rest : [])];
    if (!isLast || behind === null) return { ...entry, above: own };
    return entry.behind === null ? { ...entry, above: own, behind } : { ...entry, above: [...own, behind] };
  });
}

/**
 * The object that blocks form together, its keys in order of first appearance; null when two blocks have the same keys.
 * Comments on a block belong to its innermost key.
 */
export function mapOfEntries({ word }: MapArgument, entries: readonly SourceMapEntry[]): SourceTree | null {
  const [only, ...others] = entries;
  const isWord = (entry: SourceMapEntry) => entry.path.every((key) => key === word) && isOnly(entry.value, word);
  if (word !== undefined && only !== undefined && others.length === 0 && isWord(only))
    return constant(quote(word), word);
  return objectOf(entries);
}

function isOnly(value: SourceTree, word: string | undefined): boolean {
  if (value.kind === 'expression') return value.json === word || isOneItem(value, word);
  return value.kind === 'list' && value.items.length === 1 && value.items.every((item) => isOnly(item.value, word));
}

function isOneItem({ expression }: SourceTree & { readonly kind: 'expression' }, word: string | undefined): boolean {
  if (expression?.kind !== 'TupleExpression' || word === undefined) return false;
  const [item, ...others] = expression.items;
  return item !== undefined && others.length === 0 && literalValue(item) === word;
}

function objectOf(entries: readonly SourceMapEntry[]): SourceObject | null {
  const groups = new Map<string, SourceMapEntry[]>();
  for (const entry of entries) {
    const [key, ...path] = entry.path;
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), { ...entry, path }]);
  }
  const members: SourceMember[] = [];
  for (const [key, group] of groups) {
    const [first] = group;
    if (first === undefined) return null;
    const isInner = first.path.length > 0;
    if (!isInner && group.length > 1) return null;
    const value = isInner ? objectOf(group) : first.value;
    if (value === null) return null;
    members.push({ key, value, above: isInner ? [] : first.above, behind: isInner ? null : first.behind });
  }
  return { kind: 'object', members, rest: [] };
}
