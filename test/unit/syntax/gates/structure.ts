import type { SyntaxFile } from '../../../../server/src/syntax/tree/file.ts';
import { pieceAt } from '../../../../server/src/syntax/tree/place.ts';
import type { Node, Range } from '../../../../server/src/syntax/tree/tree.ts';
import { childrenOf, pathAt } from '../../../../server/src/syntax/tree/walkTree.ts';

/** A block, attribute or object key of a file, with file offsets. */
export interface Landmark {
  /** Its header: a block's type and labels up to its `{`, an attribute's name and `=`, a key and its operator. */
  readonly header: Range;
  readonly end: number;
  /** Its own step in a path: the block's type and labels, the attribute's name, the key as written. */
  readonly step: string;
  readonly parent: Landmark | null;
}

/** All blocks, attributes and object keys of the file, in text order, parents first. */
export function landmarksOf(file: SyntaxFile): readonly Landmark[] {
  const found: Landmark[] = [];
  for (const { offset, piece } of file.pieces) {
    const waiting: { readonly node: Node; readonly parent: Landmark | null }[] = [
      { node: piece.tree.body, parent: null },
    ];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const landmark = landmarkOf(next.node, piece.text, offset, next.parent);
      if (landmark !== null) found.push(landmark);
      const parent = landmark ?? next.parent;
      waiting.push(
        ...childrenOf(next.node)
          .map((node) => ({ node, parent }))
          .toReversed(),
      );
    }
  }
  return found;
}

function landmarkOf(node: Node, text: string, offset: number, parent: Landmark | null): Landmark | null {
  const place = (header: Range): Landmark => ({
    header: { start: offset + header.start, end: offset + header.end },
    end: offset + node.end,
    step: stepOf(node, text) ?? '',
    parent,
  });
  switch (node.kind) {
    case 'Block': {
      const last = node.labels[node.labels.length - 1] ?? node.type;
      return place({ start: node.start, end: node.open?.end ?? last.end });
    }
    case 'Attribute':
      return place({ start: node.start, end: node.equals.end });
    case 'ObjectItem':
      return place({ start: node.start, end: node.operator?.end ?? node.key.end });
    default:
      return null;
  }
}

/** A node's step in a path, or undefined when it is not one of the three. */
function stepOf(node: Node, text: string): string | undefined {
  switch (node.kind) {
    case 'Block':
      return [node.type, ...node.labels].map(({ start, end }) => text.slice(start, end)).join(' ');
    case 'Attribute':
      return node.name.text;
    case 'ObjectItem':
      return text.slice(node.key.start, node.key.end);
    default:
      return undefined;
  }
}

/** One block, attribute or key around a cursor, with file offsets. */
export interface Surrounding extends Range {
  readonly step: string;
}

/** From the file down to the innermost block, attribute or key at the offset, as completion finds them. */
export function surroundingsAt(file: SyntaxFile, offset: number): readonly Surrounding[] {
  const { piece, offset: pieceOffset } = pieceAt(file, offset);
  return pathAt(piece.tree, offset - pieceOffset).flatMap((node) => {
    const step = stepOf(node, piece.text);
    return step === undefined ? [] : [{ step, start: pieceOffset + node.start, end: pieceOffset + node.end }];
  });
}

/** The steps of a landmark, its own last. */
export function stepsOf(landmark: Landmark | null): readonly string[] {
  return landmark === null ? [] : [...stepsOf(landmark.parent), landmark.step];
}
