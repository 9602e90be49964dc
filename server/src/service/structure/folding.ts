import type { SyntaxFile } from '../../syntax/file.ts';
import type { Comment, Node, Range } from '../../syntax/tree.ts';
import { visit } from '../../syntax/walk.ts';
import { containersOf, jsonOfHeredoc, placedJson } from './jsonNodes.ts';

/** A stretch that can be folded away. Offsets of the file, half-open, UTF-16: from the opening mark to the closing one. */
export interface FoldingRange extends Range {
  readonly kind: 'region' | 'comment';
}

/** What of a file in Terraform's language can be folded: blocks, lists, objects, calls, heredocs with JSON, comments. */
export function foldingRanges({ pieces, text }: SyntaxFile): readonly FoldingRange[] {
  return pieces.flatMap(({ piece, offset }) => {
    const found: FoldingRange[] = [];
    const add = (start: number, end: number) =>
      found.push({ kind: 'region', start: offset + start, end: offset + end });
    visit(piece.tree.body, (node) => foldNode(piece.text, node, add));
    for (const group of commentGroups(piece.tree.comments, piece.text)) {
      found.push({ kind: 'comment', start: offset + group.start, end: offset + group.end });
    }
    return found.filter(({ start, end }) => text.slice(start, end).includes('\n'));
  });
}

/** The same for a text that is JSON. */
export function jsonFoldingRanges(text: string): readonly FoldingRange[] {
  const json = placedJson(text);
  if (json === null) return [];
  return [...containersOf(json.root)]
    .map(({ offset, length }): FoldingRange => ({ kind: 'region', start: offset, end: offset + length }))
    .filter(({ start, end }) => text.slice(start, end).includes('\n'));
}

function foldNode(text: string, node: Node, add: (start: number, end: number) => void): void {
  switch (node.kind) {
    case 'Block':
      if (node.open !== null) add(node.open.start, node.end);
      return;
    case 'TupleExpression':
    case 'ObjectExpression':
    case 'ForExpression':
    case 'FunctionCall':
    case 'Parenthesized':
      add(node.start, node.end);
      return;
    case 'Template': {
      if (node.form !== 'heredoc') return;
      add(node.start, node.end);
      const json = jsonOfHeredoc(text, node);
      if (json === null) return;
      for (const { offset, length } of containersOf(json.root)) add(json.base + offset, json.base + offset + length);
      return;
    }
    default:
  }
}

/** Comments that have lines of their own and follow each other are one; so is a comment of several lines. */
function commentGroups(comments: readonly Comment[], text: string): readonly Range[] {
  const groups: { start: number; end: number; readonly ownsLine: boolean }[] = [];
  for (const { start, end } of comments) {
    const last = groups.at(-1);
    const ownsLine = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
    if (
      last?.ownsLine === true &&
      ownsLine &&
      isNextLine(text.slice(last.start, last.end), text.slice(last.end, start))
    ) {
      last.end = end;
    } else groups.push({ start, end, ownsLine });
  }
  return groups;
}

/** True when only one end of line parts two comments; a line comment may hold it. */
function isNextLine(before: string, between: string): boolean {
  const newlines = between.split('\n').length - 1 + (before.endsWith('\n') ? 1 : 0);
  return between.trim() === '' && newlines === 1;
}
