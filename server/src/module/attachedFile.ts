import type { LocatedExpression } from '../evaluate/scope.ts';
import type { Piece, SyntaxFile } from '../syntax/file.ts';
import { openSyntaxFile } from '../syntax/file.ts';
import type { AttachedFile } from './surroundings.ts';

const MARKER = 'END_OF_TEMPLATE_FILE';
const HEAD = `template = <<${MARKER}\n`;
const NO_TREE = openSyntaxFile('').pieces[0]?.piece.tree;

/** A text that a module reads, with the places that problems and edits in it need. */
export function attachFile(uri: string, text: string): AttachedFile {
  const piece = textPiece(text);
  const template = /[$%]\{/.test(text) ? readTemplate(uri, text) : null;
  const placed = template === null ? [] : [{ offset: -HEAD.length, piece: template.source.piece }];
  const syntax: SyntaxFile = { text, pieces: [{ offset: 0, piece }, ...placed] };
  return {
    kind: 'text',
    uri,
    text,
    syntax,
    place: { uri, piece, start: 0, end: text.length },
    template,
  };
}

/** A piece whose text is no HCL and has no tree. */
function textPiece(text: string): Piece {
  if (NO_TREE === undefined) throw new Error('an empty text has a piece');
  return { text, tree: NO_TREE, forget: () => undefined };
}

/** The text as a heredoc; the piece stands before the file by the heredoc's head, so that offsets agree. */
function readTemplate(uri: string, text: string): LocatedExpression | null {
  if (text.includes(MARKER)) return null;
  const end = text.endsWith('\n') ? '' : '\n';
  const [placed] = openSyntaxFile(`${HEAD}${text}${end}${MARKER}\n`).pieces;
  const item = placed?.piece.tree.body.items[0];
  if (placed === undefined || item?.kind !== 'Attribute' || item.value.kind !== 'Template') return null;
  if (placed.piece.tree.errors.length > 0) return null;
  return { source: { uri, piece: placed.piece }, expression: item.value };
}
