import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { SourceFiles } from '../../module/sources/sourceFiles.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { Suppression } from '../../problems/suppressions.ts';
import { readSuppressions } from '../../problems/suppressions.ts';
import { indentationAt, lineStart, newlineOf } from '../../syntax/edit/lines.ts';
import type { TextEdit } from '../../syntax/edit/listItems.ts';
import type { SyntaxFile } from '../../syntax/tree/file.ts';
import { openSyntaxFile, treeOfPiece } from '../../syntax/tree/file.ts';
import { pieceAt } from '../../syntax/tree/place.ts';

/** Rules about comments and settings themselves, which nothing in a text can silence sensibly. */
const NEVER_IGNORED: ReadonlySet<string> = new Set(['suppression-unused', 'settings-invalid', 'syntax']);

/** True for a rule whose problems may be ignored by a comment or a settings file. */
export function mayBeIgnored(ruleId: string): boolean {
  return !NEVER_IGNORED.has(ruleId);
}

/**
 * The edit of a file that silences a problem by a comment, on the line above it, or above the block where no comment is
 * possible on that line. Null where no comment can silence it, as in JSON.
 */
export function ignoreHere(sources: SourceFiles, placed: PlacedProblem, reason: string): TextEdit | null {
  const { uri, start, problem } = placed;
  const file = sources.syntaxOf(uri);
  if (file === undefined || isJsonConfiguration(uri) || /\.json$/.test(uri)) return null;
  const { text } = file;
  const { piece, offset } = pieceAt(file, start);
  const because = oneLine(reason);
  const words = ` ${[problem.ruleId, because].filter((word) => word !== '').join(' ')}`;
  const added = readSuppressions(uri, piece).find(
    ({ covered }) => lineStart(text, offset + covered.start) === lineStart(text, start),
  );
  const block = treeOfPiece(piece).body.items.find(
    (item) => item.start <= start - offset && start - offset <= item.end,
  );
  const edits = [
    ...(added === undefined ? [] : [addedTo(added, offset, problem.ruleId, because)]),
    commentAbove(text, lineStart(text, start), words),
    ...(block === undefined ? [] : [commentAbove(text, lineStart(text, offset + block.start), words)]),
  ];
  return edits.find((edit) => silences(uri, text, edit, placed)) ?? null;
}

/** A reason without line breaks, and without a comma that would make its first word another rule. */
function oneLine(reason: string): string {
  return reason
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[\s,]+/, '')
    .trim();
}

/** The id, after those that a comment names already, and the reason after the one that it gives. */
function addedTo({ ids, comment, source }: Suppression, offset: number, ruleId: string, reason: string): TextEdit {
  const start = ids.at(-1)?.end ?? comment.start;
  const rest = source.piece.text.slice(start, comment.end);
  const isBlock = source.piece.text.startsWith('/*', comment.start);
  const old = (isBlock ? rest.replace(/\*\/$/, '') : rest).trimEnd();
  const before = old.replace(/^\s*,[\s,]*/, ' ').trimEnd();
  const separator = /^$|[.,;:!?]$/.test(before) ? ' ' : '; ';
  const written = isBlock ? reason.replaceAll('*/', '* /') : reason;
  const text = `, ${ruleId}${before}${written === '' ? '' : `${separator}${written}`}`;
  return { start: offset + start, end: offset + start + old.length, text };
}

function commentAbove(text: string, line: number, words: string): TextEdit {
  const comment = `${indentationAt(text, line)}# terraform-ecr-ignore:${words}${newlineOf(text)}`;
  return { start: line, end: line, text: comment };
}

/** Whether the text after an edit has a comment that covers the problem and names no other rule, tried on a copy. */
function silences(uri: string, text: string, edit: TextEdit, { start, problem }: PlacedProblem): boolean {
  const edited = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const at = start + edit.text.length - (edit.end - edit.start);
  const file = openSyntaxFile(edited);
  const { piece, offset } = pieceAt(file, at);
  const named = [...idsIn(uri, openSyntaxFile(text)), problem.ruleId];
  return (
    idsIn(uri, file).sort().join() === named.sort().join() &&
    readSuppressions(uri, piece).some(
      ({ ids, covered }) =>
        ids.some(({ id }) => id === problem.ruleId) && covered.start <= at - offset && at - offset <= covered.end,
    )
  );
}

/** The ids that all comments of a file name. */
function idsIn(uri: string, { pieces }: SyntaxFile): string[] {
  return pieces.flatMap(({ piece }) => readSuppressions(uri, piece).flatMap(({ ids }) => ids.map(({ id }) => id)));
}
