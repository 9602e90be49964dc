import type { SyntaxFile } from '../../../../server/src/syntax/tree/file.ts';
import type { Node, Range } from '../../../../server/src/syntax/tree/tree.ts';
import { childrenOf } from '../../../../server/src/syntax/tree/walkTree.ts';
import { below, pick } from '../../../corpus/random.ts';
import { type Landmark, landmarksOf, stepsOf } from './structure.ts';

/** One edit in one place, with what must be known at the cursor afterwards. */
export interface Edit {
  readonly start: number;
  /** End of what is removed; equal to `start` when the edit only inserts. */
  readonly end: number;
  readonly inserted: string;
  readonly cursor: number;
  /** The blocks, attributes and keys around the cursor, outermost first. */
  readonly expected: readonly string[];
  /**
   * False when the cursor may also be in something deeper: after a missing comma it is still in the previous item, on
   * the line of a missing closer in what was left open.
   */
  readonly exact: boolean;
}

/** A file before the edit. */
export interface Original {
  readonly text: string;
  readonly landmarks: readonly Landmark[];
  readonly nodes: readonly PlacedNode[];
}

interface PlacedNode {
  readonly node: Node;
  readonly offset: number;
  readonly owner: Landmark | null;
}

/** The kinds of edit; each returns an edit for a random place, or null when the file has no such place. */
export const editKinds: Readonly<Record<string, (original: Original, random: () => number) => Edit | null>> = {
  'truncate a line': truncateLine,
  'delete a closer': (original, random) => deleteOne(original, random, closersOf(original), false),
  'delete a quote': (original, random) => deleteOne(original, random, quotesOf(original), false),
  'delete a comma': (original, random) => deleteOne(original, random, commasOf(original), false),
  'type a name': (original, random) => typeLine(original, random, 'probe', []),
  'type name =': (original, random) => typeLine(original, random, 'probe =', ['probe']),
  'type "': (original, random) => typeValue(original, random, '"'),
  'type {': (original, random) => typeValue(original, random, '{'),
  'type [': (original, random) => typeValue(original, random, '['),
  'type f(': (original, random) => typeValue(original, random, 'f('),
  'type "${': (original, random) => typeValue(original, random, '"${'),
  'type a block header': typeHeader,
  'type a heredoc opener': (original, random) => typeLine(original, random, 'probe = <<EOF', ['probe']),
};

export function originalOf(file: SyntaxFile): Original {
  const landmarks = landmarksOf(file);
  const byStart = new Map(landmarks.map((landmark) => [landmark.header.start, landmark]));
  const nodes: PlacedNode[] = [];
  for (const { offset, piece } of file.pieces) {
    const add = (node: Node, owner: Landmark | null): void => {
      nodes.push({ node, offset, owner });
      const isLandmark = node.kind === 'Block' || node.kind === 'Attribute' || node.kind === 'ObjectItem';
      const inside = isLandmark ? (byStart.get(offset + node.start) ?? owner) : owner;
      for (const child of childrenOf(node)) add(child, inside);
    };
    add(piece.tree.body, null);
  }
  return { text: file.text, landmarks, nodes };
}

/** A character that may be deleted, and the landmark that contains it. */
interface Mark {
  readonly offset: number;
  readonly owner: Landmark | null;
}

function deleteOne(_: Original, random: () => number, marks: readonly Mark[], exact: boolean): Edit | null {
  if (marks.length === 0) return null;
  const { offset, owner } = pick(random, marks);
  return { start: offset, end: offset + 1, inserted: '', cursor: offset, expected: stepsOf(owner), exact };
}

/** Closing braces, brackets and parentheses, those of blocks and interpolations too. */
function closersOf({ nodes, landmarks }: Original): readonly Mark[] {
  const blocks = new Map(landmarks.map((landmark) => [landmark.header.start, landmark]));
  return nodes.flatMap(({ node, offset, owner }) => {
    const close = 'close' in node ? node.close : null;
    if (close === null || node.kind === 'Template') return [];
    // The closer of a block belongs to that block, every other one to the owner of the value.
    const around = node.kind === 'Block' ? (blocks.get(offset + node.start) ?? owner) : owner;
    return [{ offset: offset + close.end - 1, owner: around }];
  });
}

/** Both quotes of strings that are values, keys or parts of one. */
function quotesOf({ nodes }: Original): readonly Mark[] {
  return nodes.flatMap(({ node, offset, owner }) => {
    if (node.kind !== 'Template' || node.form !== 'quoted' || node.close === null) return [];
    return [node.open, node.close].map((quote) => ({ offset: offset + quote.start, owner }));
  });
}

function commasOf({ nodes, text }: Original): readonly Mark[] {
  return nodes.flatMap(({ node, offset, owner }) => {
    if (node.kind === 'ObjectItem') return node.comma === null ? [] : [{ offset: offset + node.comma.start, owner }];
    const items = node.kind === 'FunctionCall' ? node.arguments : node.kind === 'TupleExpression' ? node.items : [];
    return items.flatMap(({ end }) => {
      const behind = /^\s*,/.exec(text.slice(offset + end));
      return behind === null ? [] : [{ offset: offset + end + behind[0].length - 1, owner }];
    });
  });
}

/** A line loses its end. What was written before the cut, and is still open there, must stay known. */
function truncateLine(original: Original, random: () => number): Edit | null {
  const lines = codeLinesOf(original);
  if (lines.length === 0) return null;
  const line = pick(random, lines);
  const cut = line.start + 1 + below(random, line.end - line.start - 1);
  const around = original.landmarks.filter(({ header, end }) => header.end <= cut && cut < end);
  const innermost = around[around.length - 1] ?? null;
  return { start: cut, end: line.end, inserted: '', cursor: cut, expected: stepsOf(innermost), exact: false };
}

/** From the first character to the end of each line that is not blank, a comment or text of a heredoc. */
function codeLinesOf({ text, nodes }: Original): readonly Range[] {
  const heredocs = nodes.flatMap(({ node, offset }) => {
    if (node.kind !== 'Template' || node.form !== 'heredoc') return [];
    return [{ start: offset + node.open.end, end: offset + node.end }];
  });
  const lines: Range[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const content = text.slice(start, end).trimEnd();
    const first = start + content.length - content.trimStart().length;
    const isHeredoc = heredocs.some((heredoc) => heredoc.start <= start && start < heredoc.end);
    if (content.trim().length > 1 && !/^(?:#|\/\/|\/\*|\*)/.test(content.trim()) && !isHeredoc) {
      lines.push({ start: first, end: start + content.length });
    }
    start = end + 1;
  }
  return lines;
}

/** Where a new line may begin: before an item that begins its line, and before a closing brace that does. */
interface NewLine {
  readonly offset: number;
  readonly indentation: string;
  readonly owner: Landmark | null;
  readonly isBody: boolean;
}

function newLinesOf({ nodes, text, landmarks }: Original): readonly NewLine[] {
  const byStart = new Map(landmarks.map((landmark) => [landmark.header.start, landmark]));
  return nodes.flatMap(({ node, offset, owner }) => {
    if (node.kind !== 'Body' && node.kind !== 'ObjectExpression') return [];
    const isBody = node.kind === 'Body';
    const lines: NewLine[] = [];
    for (const item of node.items) {
      const line = lineBefore(text, offset + item.start);
      if (line !== null) lines.push({ ...line, owner, isBody });
    }
    const close = isBody ? closeOfBody(owner, text) : offset + (node.close?.start ?? 0);
    const line = close === null ? null : lineBefore(text, close);
    if (line !== null) lines.push({ ...line, indentation: `${line.indentation}  `, owner, isBody });
    return lines;
  });

  function closeOfBody(owner: Landmark | null, source: string): number | null {
    const landmark = owner === null ? undefined : byStart.get(owner.header.start);
    return landmark === undefined ? null : source.lastIndexOf('}', landmark.end - 1);
  }
}

/** The start of the line whose first character is at the offset, or null when it is not the first. */
function lineBefore(text: string, offset: number): { readonly offset: number; readonly indentation: string } | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indentation = text.slice(start, offset);
  return indentation.trim() === '' ? { offset: start, indentation } : null;
}

function lineEdit({ offset, indentation, owner }: NewLine, content: string, steps: readonly string[]): Edit {
  const typed = `${indentation}${content}`;
  return {
    start: offset,
    end: offset,
    inserted: `${typed}\n`,
    cursor: offset + typed.length,
    expected: [...stepsOf(owner), ...steps],
    exact: steps.length > 0,
  };
}

/** A new line in a body or an object. */
function typeLine(original: Original, random: () => number, content: string, steps: readonly string[]): Edit | null {
  const lines = newLinesOf(original);
  return lines.length === 0 ? null : lineEdit(pick(random, lines), content, steps);
}

/** Half of the time as the value on a new line, otherwise before an existing value. */
function typeValue(original: Original, random: () => number, content: string): Edit | null {
  if (random() < 0.5) return typeLine(original, random, `probe = ${content}`, ['probe']);
  const values = original.nodes.flatMap(({ node, offset, owner }) => {
    const value = node.kind === 'Attribute' || node.kind === 'ObjectItem' ? node.value : null;
    if (value === null) return [];
    const own = original.landmarks.find((landmark) => landmark.header.start === offset + node.start);
    return [{ start: offset + value.start, owner: own ?? owner }];
  });
  if (values.length === 0) return null;
  const { start, owner } = pick(random, values);
  const cursor = start + content.length;
  return { start, end: start, inserted: content, cursor, expected: stepsOf(owner), exact: false };
}

/** A block header with its brace on a new line, at the top level half of the time. */
function typeHeader(original: Original, random: () => number): Edit | null {
  const isTop = random() < 0.5;
  const lines = newLinesOf(original).filter(({ isBody, owner }) => isBody && (owner === null) === isTop);
  if (lines.length === 0) return null;
  const [header, step] = isTop ? ['resource "x" "y" {', 'resource "x" "y"'] : ['probe "x" {', 'probe "x"'];
  return lineEdit(pick(random, lines), header, [step]);
}
