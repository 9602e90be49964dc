import type { Node as JsonNode } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { Template } from '../../syntax/tree.ts';

/** JSON text that stands somewhere in a piece. `base` is the offset of its first character, UTF-16. */
export interface PlacedJson {
  readonly root: JsonNode;
  readonly base: number;
}

/** The JSON of a heredoc, each part that Terraform fills in being taken for some value; null when there is none. */
export function jsonOfHeredoc(text: string, { form, parts, open, close, end }: Template): PlacedJson | null {
  if (form !== 'heredoc') return null;
  const base = text.indexOf('\n', open.end) + 1;
  const stop = close?.start ?? end;
  if (base === 0 || base >= stop) return null;
  let json = text.slice(base, stop);
  for (const part of parts) {
    if (part.kind === 'TemplateLiteral') continue;
    const [from, to] = [part.start - base, part.end - base];
    // A number stands for a value, and for a part of a string as well.
    json = json.slice(0, from) + '0'.repeat(Math.max(0, to - from)) + json.slice(to);
  }
  return placedJson(json, base);
}

/** The JSON of a whole text. */
export function placedJson(text: string, base = 0): PlacedJson | null {
  if (!/^\s*[[{]/.test(text) || text.length > LONGEST) return null;
  const root = parseTree(text, [], { disallowComments: false, allowTrailingComma: true });
  return root === undefined ? null : { root, base };
}

/** Longer texts are no policies. */
const LONGEST = 200_000;

/** Every object and list below a node, itself among them. */
export function* containersOf(root: JsonNode): Iterable<JsonNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'object' || node.type === 'array') yield node;
    waiting.push(...(node.children ?? []));
  }
}

/** The nodes from the root down to the innermost that holds an offset of the JSON text. */
export function jsonPathAt(root: JsonNode, offset: number): readonly JsonNode[] {
  const path: JsonNode[] = [];
  let node: JsonNode | undefined = root;
  while (node !== undefined) {
    path.push(node);
    node = node.children?.find(({ offset: start, length }) => start <= offset && offset <= start + length);
  }
  return path[0] !== undefined && offset >= root.offset && offset <= root.offset + root.length ? path : [];
}
