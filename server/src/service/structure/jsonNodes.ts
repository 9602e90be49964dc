import type { Node as JsonNode } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { isTooDeep } from '../../embedded/holes.ts';
import type { AttachedFile } from '../../module/sources/snapshotFile.ts';
import type { Template, TemplatePart } from '../../syntax/tree/tree.ts';

/** JSON text inside a piece. `base` is the offset of its first character, UTF-16. */
export interface PlacedJson {
  readonly root: JsonNode;
  readonly base: number;
}

/** The JSON of a heredoc, with a placeholder value for each interpolation; null when it is not JSON. */
export function jsonOfHeredoc(text: string, { form, parts, open, close, end }: Template): PlacedJson | null {
  const base = text.indexOf('\n', open.end) + 1;
  const stop = close?.start ?? end;
  if (form !== 'heredoc' || base === 0) return null;
  return filledInJson(text, parts, base, stop);
}

function filledInJson(text: string, parts: readonly TemplatePart[], base: number, stop: number): PlacedJson | null {
  if (base >= stop || stop - base > LONGEST) return null;
  return placedJson(
    filledIn(text, parts, base, stop, (from, to) => text.slice(from, to)),
    base,
  );
}

/** The JSON of a file that modules read, directly or as a template. Offsets of the file. */
export function jsonOfFile({ text, template }: AttachedFile): PlacedJson | null {
  if (text.length > LONGEST) return null;
  if (template?.expression.kind !== 'Template') return placedJson(text);
  const { source, expression } = template;
  // The piece reads the file as a heredoc, which may end one line later.
  const base = source.piece.text.indexOf('\n', expression.open.end) + 1;
  const json = filledInJson(source.piece.text, expression.parts, base, base + text.length);
  return json && { ...json, base: 0 };
}

/** The JSON of a whole text. */
export function placedJson(text: string, base = 0): PlacedJson | null {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text) || isTooDeep(text)) return null;
  const root = parseTree(text, [], { disallowComments: false, allowTrailingComma: true });
  return root === undefined ? null : { root, base };
}

/** Longer texts cannot be policies, and are not read. */
const LONGEST = 1_000_000;

/**
 * A range of a template with a value of the same length for each interpolation, and spaces for directives, so that the
 * text between directives keeps its structure. `between` returns the text between the parts.
 */
function filledIn(
  text: string,
  parts: readonly TemplatePart[],
  start: number,
  end: number,
  between: (from: number, to: number) => string,
): string {
  const made: string[] = [];
  let at = start;
  for (const part of parts) {
    made.push(between(at, Math.max(at, part.start)), filledPart(text, part, Math.max(at, part.start)));
    at = Math.max(at, part.end);
  }
  return [...made, between(at, Math.max(at, end))].join('').slice(0, end - start);
}

function filledPart(text: string, part: TemplatePart, start: number): string {
  const space = (from: number, to: number) => ' '.repeat(to - from);
  switch (part.kind) {
    case 'TemplateLiteral':
      return text.slice(start, part.end);
    case 'TemplateInterpolation':
      // A number can replace a value, and a part of a string as well.
      return '1'.repeat(Math.max(0, part.end - start));
    case 'TemplateIf':
      return filledIn(text, [...part.then, ...(part.otherwise ?? [])], start, part.end, space);
    case 'TemplateFor':
      return filledIn(text, part.parts, start, part.end, space);
  }
}

/** Every object and list below a node, including the node itself. */
export function* containersOf(root: JsonNode): Iterable<JsonNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'object' || node.type === 'array') yield node;
    for (const child of node.children ?? []) waiting.push(child);
  }
}

/** The nodes from the root to the innermost one that contains an offset of the JSON text. */
export function jsonPathAt(root: JsonNode, offset: number): readonly JsonNode[] {
  const path: JsonNode[] = [];
  let node: JsonNode | undefined = root;
  while (node !== undefined) {
    path.push(node);
    node = node.children?.find(({ offset: start, length }) => start <= offset && offset <= start + length);
  }
  return path[0] !== undefined && offset >= root.offset && offset <= root.offset + root.length ? path : [];
}
