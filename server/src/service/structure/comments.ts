import type { SyntaxFile } from '../../syntax/tree/file.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { Range } from '../../syntax/tree/tree.ts';

/** Ranges that comments form: consecutive comments, or the text between region markers. Offsets of the file. */
export interface CommentedRange extends Range {
  readonly kind: 'comment' | 'region';
}

interface PlacedComment extends Range {
  readonly text: string;
  readonly ownsLine: boolean;
}

// The markers of the language configuration, which editors ignore when a server provides folding.
const REGION_START = /^(?:#|\/\/)\s*#?region\b/;
const REGION_END = /^(?:#|\/\/)\s*#?endregion\b/;

/** The runs of comments in a file, and its regions: `#region` to `#endregion`, also nested. */
export function commentedRanges({ pieces, text }: SyntaxFile): readonly CommentedRange[] {
  const comments = pieces.flatMap(({ piece, offset }) =>
    treeOfPiece(piece).comments.map(({ start, end }) => commentOf(text, offset + start, offset + end)),
  );
  return [...regionsOf(comments), ...runsOf(comments, text)];
}

function commentOf(text: string, start: number, end: number): PlacedComment {
  let before = start - 1;
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  return { start, end, text: text.slice(start, end), ownsLine: before < 0 || text[before] === '\n' };
}

function isMarker({ text, ownsLine }: PlacedComment): boolean {
  return ownsLine && (REGION_START.test(text) || REGION_END.test(text));
}

function regionsOf(comments: readonly PlacedComment[]): readonly CommentedRange[] {
  const regions: CommentedRange[] = [];
  const open: PlacedComment[] = [];
  for (const comment of comments.filter(isMarker)) {
    if (REGION_START.test(comment.text)) open.push(comment);
    else {
      const start = open.pop()?.start;
      if (start !== undefined) regions.push({ kind: 'region', start, end: comment.end });
    }
  }
  return regions;
}

/** Consecutive comments on separate lines are one range; so is a multi-line comment. */
function runsOf(comments: readonly PlacedComment[], text: string): readonly CommentedRange[] {
  const runs: { kind: 'comment'; readonly start: number; end: number }[] = [];
  let previous: PlacedComment | undefined;
  for (const comment of comments) {
    const { start, end } = comment;
    const last = runs.at(-1);
    const follows = previous?.ownsLine === true && comment.ownsLine && isNextLine(previous, text, start);
    if (last !== undefined && previous !== undefined && follows && !isMarker(previous) && !isMarker(comment)) {
      last.end = end;
    } else runs.push({ kind: 'comment', start, end });
    previous = comment;
  }
  return runs;
}

/** True when only one line end separates two comments; a line comment may include it. */
function isNextLine(before: PlacedComment, text: string, start: number): boolean {
  const between = text.slice(before.end, start);
  const newlines = between.split('\n').length - 1 + (before.text.endsWith('\n') ? 1 : 0);
  return between.trim() === '' && newlines === 1;
}
