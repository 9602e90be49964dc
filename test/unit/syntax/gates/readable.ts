import { openSyntaxFile, type SyntaxFile } from '../../../../server/src/syntax/tree/file.ts';
import type { Node, Range, Tree } from '../../../../server/src/syntax/tree/tree.ts';
import { childrenOf } from '../../../../server/src/syntax/tree/walkTree.ts';

/**
 * Opens the text, reads all of it and returns what is wrong with the result, in words; undefined when nothing is.
 * Pieces must cover the text, children must be inside their parents in text order, problems within one line.
 */
export function faultOf(text: string): string | undefined {
  return faultOfFile(openSyntaxFile(text));
}

/** Like `faultOf`, for a file that is already open. */
export function faultOfFile(file: SyntaxFile): string | undefined {
  let offset = 0;
  for (const placed of file.pieces) {
    const { text } = placed.piece;
    if (placed.offset !== offset) return `a piece begins at ${placed.offset}, not at ${offset}`;
    if (!file.text.startsWith(text, offset)) return `the piece at ${offset} holds other text than the file`;
    const fault = faultOfTree(placed.piece.tree, text);
    if (fault !== undefined) return `piece at ${offset}: ${fault}`;
    offset += text.length;
  }
  return offset === file.text.length ? undefined : `the pieces end at ${offset} of ${file.text.length}`;
}

function faultOfTree(tree: Tree, text: string): string | undefined {
  const whole = { start: 0, end: text.length };
  return (
    faultOfNode(tree.body, whole) ??
    tree.comments.map((comment) => faultOfRange('Comment', comment, whole)).find((fault) => fault !== undefined) ??
    tree.errors.map((error) => faultOfProblem(error, text)).find((fault) => fault !== undefined)
  );
}

/** Iterates without recursion, because the nodes may nest deeply. */
function faultOfNode(root: Node, whole: Range): string | undefined {
  const rootFault = faultOfRange(root.kind, root, whole);
  if (rootFault !== undefined) return rootFault;
  const waiting: Node[] = [root];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    let previousEnd = parent.start;
    for (const child of childrenOf(parent)) {
      const fault = faultOfRange(`${child.kind} in ${parent.kind}`, child, { start: previousEnd, end: parent.end });
      if (fault !== undefined) return fault;
      previousEnd = child.end;
      waiting.push(child);
    }
  }
  return undefined;
}

function faultOfRange(name: string, { start, end }: Range, within: Range): string | undefined {
  if (start <= end && within.start <= start && end <= within.end) return undefined;
  return `${name} at ${start}..${end} is not within ${within.start}..${within.end}`;
}

function faultOfProblem(problem: Range & { readonly message: string }, text: string): string | undefined {
  const fault = faultOfRange('problem', problem, { start: 0, end: text.length });
  if (fault !== undefined) return fault;
  const isWide = text.slice(problem.start, problem.end).includes('\n');
  return isWide ? `the problem at ${problem.start} is wider than a line` : undefined;
}
