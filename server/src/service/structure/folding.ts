import type { SyntaxFile } from '../../syntax/tree/file.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { Node, Range, Template } from '../../syntax/tree/tree.ts';
import { visit } from '../../syntax/tree/walkTree.ts';
import type { CommentedRange } from './comments.ts';
import { commentedRanges } from './comments.ts';
import { indentedRanges } from './indentation.ts';
import type { PlacedJson } from './jsonNodes.ts';
import { containersOf, jsonOfHeredoc } from './jsonNodes.ts';
import type { ShapedText } from './shapedText.ts';

/** A range that can be folded. Offsets of the file, half-open, UTF-16: with its first and its last line. */
export interface FoldingRange extends Range {
  readonly kind: 'code' | CommentedRange['kind'];
  /** Whether it ends in a closing mark, whose line stays visible when nothing else is on it. */
  readonly hasCloser: boolean;
}

type Add = (range: Range, hasCloser: boolean) => void;

/**
 * The foldable ranges of a text of any kind. An editor that gets some ranges shows no others, so all are included:
 * blocks, expressions, heredocs and their contents, comments and regions; for JSON its objects and lists.
 */
export function foldingRanges(text: ShapedText): readonly FoldingRange[] {
  return text.kind === 'json'
    ? inLines(jsonRanges(text.json), text.text)
    : inLines(ofCode(text.syntax), text.syntax.text);
}

function ofCode(file: SyntaxFile): readonly FoldingRange[] {
  const found: FoldingRange[] = commentedRanges(file).map((range) => ({ ...range, hasCloser: false }));
  for (const { piece, offset } of file.pieces) {
    visit(treeOfPiece(piece).body, (node) =>
      foldNode(piece.text, node, ({ start, end }, hasCloser) =>
        found.push({ kind: 'code', start: offset + start, end: offset + end, hasCloser }),
      ),
    );
  }
  return found;
}

/**
 * The multi-line ones, in text order; of two that begin on one line the longer one, because an editor shows only one
 * mark there.
 */
function inLines(ranges: readonly FoldingRange[], text: string): readonly FoldingRange[] {
  const sorted = ranges.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: FoldingRange[] = [];
  let lineEnd = -1;
  let foldedLine = -1;
  for (const range of sorted) {
    // A long line is searched once, however many ranges begin on it.
    if (range.start > lineEnd) lineEnd = lineEndAfter(text, range.start);
    if (lineEnd >= range.end) continue;
    const isSameLine = lineEnd === foldedLine;
    foldedLine = lineEnd;
    if (!isSameLine) kept.push(range);
    else if (range.end > (kept.at(-1)?.end ?? 0)) kept[kept.length - 1] = range;
  }
  return kept;
}

function lineEndAfter(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}

function jsonRanges(json: PlacedJson | null): readonly FoldingRange[] {
  if (json === null) return [];
  return [...containersOf(json.root)].map(({ offset, length }) => {
    const start = json.base + offset;
    return { kind: 'code', start, end: start + length, hasCloser: true };
  });
}

function foldNode(text: string, node: Node, add: Add): void {
  switch (node.kind) {
    case 'Block':
      if (node.open !== null) add({ start: node.open.start, end: node.end }, true);
      return;
    case 'TupleExpression':
    case 'ObjectExpression':
    case 'ForExpression':
    case 'FunctionCall':
    case 'Parenthesized':
      add(node, true);
      return;
    case 'Template':
      foldHeredoc(text, node, add);
      return;
    default:
  }
}

function foldHeredoc(text: string, template: Template, add: Add): void {
  if (template.form !== 'heredoc') return;
  add(template, true);
  const json = jsonOfHeredoc(text, template);
  for (const range of jsonRanges(json)) add(range, true);
  if (json !== null) return;
  const base = text.indexOf('\n', template.open.end) + 1;
  const body = base === 0 ? '' : text.slice(base, template.close?.start ?? template.end);
  for (const { start, end } of indentedRanges(body)) add({ start: base + start, end: base + end }, false);
}
