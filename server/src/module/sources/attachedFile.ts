import type { LocatedExpression } from '../../evaluate/scope.ts';
import type { SyntaxFile } from '../../syntax/tree/file.ts';
import { openSyntaxFile, treeOfPiece } from '../../syntax/tree/file.ts';
import { openPlainFile } from '../../syntax/tree/plainFile.ts';
import type { AttachedFile } from './snapshotFile.ts';

const MARKER = 'END_OF_TEMPLATE_FILE';
const HEAD = `template = <<${MARKER}\n`;

/** A text that a module reads, with the places that problems and edits in it need. */
export function attachFile(uri: string, text: string): AttachedFile {
  const plain = openPlainFile(text).pieces;
  const piece = plain[0]?.piece;
  if (piece === undefined) throw new RangeError('a file has at least one piece');
  const template = /[$%]\{/.test(text) ? readTemplate(uri, text) : null;
  const placed = template === null ? [] : [{ offset: -HEAD.length, piece: template.source.piece }];
  const syntax: SyntaxFile = { text, pieces: [...plain, ...placed] };
  return {
    kind: 'text',
    uri,
    text,
    syntax,
    place: { uri, piece, start: 0, end: text.length },
    template,
  };
}

/**
 * The text as a heredoc; the piece begins before the file by the length of the heredoc's opening, so that offsets
 * agree.
 */
function readTemplate(uri: string, text: string): LocatedExpression | null {
  if (text.includes(MARKER)) return null;
  const end = text.endsWith('\n') ? '' : '\n';
  const [placed] = openSyntaxFile(`${HEAD}${text}${end}${MARKER}\n`).pieces;
  if (placed === undefined) return null;
  const item = treeOfPiece(placed.piece).body.items[0];
  if (item?.kind !== 'Attribute' || item.value.kind !== 'Template') return null;
  if (treeOfPiece(placed.piece).errors.length > 0) return null;
  return { source: { uri, piece: placed.piece }, expression: item.value };
}
