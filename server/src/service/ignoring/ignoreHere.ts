import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { SourceFiles } from '../../module/sources/sourceFiles.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { Suppression } from '../../problems/suppressions.ts';
import { readSuppressions } from '../../problems/suppressions.ts';
import { indentationAt, lineStart, newlineOf } from '../../syntax/edit/lines.ts';
import type { TextEdit } from '../../syntax/edit/listItems.ts';
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
  const words = ` ${[problem.ruleId, oneLine(reason)].filter((word) => word !== '').join(' ')}`;
  const added = readSuppressions(uri, piece).find(
    ({ covered }) => lineStart(text, offset + covered.start) === lineStart(text, start),
  );
  const block = treeOfPiece(piece).body.items.find(
    (item) => item.start <= start - offset && start - offset <= item.end,
  );
  const edits = [
    ...(added === undefined ? [] : [addedTo(added, offset, problem.ruleId)]),
    commentAbove(text, lineStart(text, start), words),
    ...(block === undefined ? [] : [commentAbove(text, lineStart(text, offset + block.start), words)]),
  ];
  return edits.find((edit) => silences(uri, text, edit, placed)) ?? null;
}

function oneLine(reason: string): string {
  return reason.replace(/\s+/g, ' ').trim();
}

/** The id, after those that a comment names already. */
function addedTo({ ids }: Suppression, offset: number, ruleId: string): TextEdit {
  const end = offset + (ids.at(-1)?.end ?? 0);
  return { start: end, end, text: `, ${ruleId}` };
}

function commentAbove(text: string, line: number, words: string): TextEdit {
  const comment = `${indentationAt(text, line)}# terraform-ecr-ignore:${words}${newlineOf(text)}`;
  return { start: line, end: line, text: comment };
}

/** Whether the text after an edit has a comment that covers the problem, tried on a copy. */
function silences(uri: string, text: string, edit: TextEdit, { start, problem }: PlacedProblem): boolean {
  const edited = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const at = start + edit.text.length - (edit.end - edit.start);
  const { piece, offset } = pieceAt(openSyntaxFile(edited), at);
  return readSuppressions(uri, piece).some(
    ({ ids, covered }) =>
      ids.some(({ id }) => id === problem.ruleId) && covered.start <= at - offset && at - offset <= covered.end,
  );
}
