import type { SyntaxFile } from '../../syntax/file.ts';
import { pieceAt } from '../../syntax/place.ts';
import type { Node, Range } from '../../syntax/tree.ts';
import { pathAt } from '../../syntax/walk.ts';
import type { PlacedJson } from './jsonNodes.ts';
import { jsonOfHeredoc, jsonPathAt, placedJson } from './jsonNodes.ts';

/**
 * What can be selected around an offset of a file (UTF-16), from the whole file inwards; each range lies in the one
 * before. Half-open offsets of the file.
 */
export function selectionRanges(file: SyntaxFile, offset: number): readonly Range[] {
  const { piece, offset: base } = pieceAt(file, offset);
  const nodes = pathAt(piece.tree, offset - base);
  const ranges = nodes.flatMap((node) => rangesOf(piece.text, node, offset - base));
  const inFile = ranges.map(({ start, end }) => ({ start: base + start, end: base + end }));
  return narrowing([{ start: 0, end: file.text.length }, ...inFile], offset);
}

/** The same for a text that is JSON. */
export function jsonSelectionRanges(text: string, offset: number): readonly Range[] {
  const json = placedJson(text);
  return narrowing([{ start: 0, end: text.length }, ...(json === null ? [] : rangesInJson(json, offset))], offset);
}

function rangesOf(text: string, node: Node, offset: number): readonly Range[] {
  const whole: Range = { start: node.start, end: node.end };
  switch (node.kind) {
    case 'Body':
      return [];
    case 'Block': {
      if (node.open === null) return [whole];
      return [whole, { start: node.open.end, end: node.close?.start ?? node.end }];
    }
    case 'TupleExpression':
    case 'ObjectExpression':
      return [whole, { start: node.start + 1, end: node.close?.start ?? node.end }];
    case 'Template': {
      const inner: Range = { start: node.open.end, end: node.close?.start ?? node.end };
      const json = jsonOfHeredoc(text, node);
      return [whole, inner, ...(json === null ? [] : rangesInJson(json, offset))];
    }
    default:
      return [whole];
  }
}

function rangesInJson({ root, base }: PlacedJson, offset: number): readonly Range[] {
  return jsonPathAt(root, offset - base).flatMap((node) => {
    const whole: Range = { start: base + node.offset, end: base + node.offset + node.length };
    const hasInside = node.type === 'object' || node.type === 'array' || node.type === 'string';
    return hasInside ? [whole, { start: whole.start + 1, end: whole.end - 1 }] : [whole];
  });
}

/** Only ranges that hold the offset and are smaller than the one before. */
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
