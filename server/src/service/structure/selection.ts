import type { SyntaxFile } from '../../syntax/tree/file.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import { pieceAt } from '../../syntax/tree/place.ts';
import type { Node, Range } from '../../syntax/tree/tree.ts';
import { pathAt } from '../../syntax/tree/walkTree.ts';
import type { PlacedJson } from './jsonNodes.ts';
import { jsonOfHeredoc, jsonPathAt } from './jsonNodes.ts';
import type { ShapedText } from './shapedText.ts';

/**
 * The ranges that can be selected around an offset of a text (UTF-16), from the whole text inwards; each range is
 * inside the previous one. Half-open offsets of the text.
 */
export function selectionRanges(shaped: ShapedText, offset: number): readonly Range[] {
  if (shaped.kind === 'code') return narrowing([whole(shaped.syntax.text), ...inCode(shaped.syntax, offset)], offset);
  const { text, json } = shaped;
  return narrowing([whole(text), ...(json === null ? [] : rangesInJson(json, offset))], offset);
}

function whole({ length }: string): Range {
  return { start: 0, end: length };
}

function inCode(file: SyntaxFile, offset: number): readonly Range[] {
  const { piece, offset: base } = pieceAt(file, offset);
  const ranges = pathAt(treeOfPiece(piece), offset - base).flatMap((node) => rangesOf(piece.text, node, offset - base));
  return ranges.map(({ start, end }) => ({ start: base + start, end: base + end }));
}

function rangesOf(text: string, node: Node, offset: number): readonly Range[] {
  const all: Range = { start: node.start, end: node.end };
  switch (node.kind) {
    case 'Body':
      return [];
    case 'Block': {
      if (node.open === null) return [all];
      return [all, { start: node.open.end, end: node.close?.start ?? node.end }];
    }
    case 'TupleExpression':
    case 'ObjectExpression':
      return [all, { start: node.start + 1, end: node.close?.start ?? node.end }];
    case 'Label':
      return node.quoted ? [all, { start: node.start + 1, end: node.end - 1 }] : [all];
    case 'Template': {
      const inner: Range = { start: node.open.end, end: node.close?.start ?? node.end };
      const json = jsonOfHeredoc(text, node);
      return [all, inner, ...(json === null ? [] : rangesInJson(json, offset))];
    }
    default:
      return [all];
  }
}

function rangesInJson({ root, base }: PlacedJson, offset: number): readonly Range[] {
  return jsonPathAt(root, offset - base).flatMap((node) => {
    const all: Range = { start: base + node.offset, end: base + node.offset + node.length };
    const hasInside = node.type === 'object' || node.type === 'array' || node.type === 'string';
    return hasInside ? [all, { start: all.start + 1, end: all.end - 1 }] : [all];
  });
}

/** Only ranges that contain the offset and are smaller than the previous one. */
function narrowing(ranges: readonly Range[], offset: number): readonly Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    const outer = kept.at(-1);
    const holds = range.start <= offset && offset <= range.end;
    const isInside = outer === undefined || (range.start >= outer.start && range.end <= outer.end);
    const isSmaller = outer === undefined || range.end - range.start < outer.end - outer.start;
    if (holds && isInside && isSmaller) kept.push(range);
  }
  return kept;
}
