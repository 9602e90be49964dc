import type { ScannedFor } from '../../facts/repository/scannerIds.ts';
import { SCANNER_IDS } from '../../facts/repository/scannerIds.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import { firstCommentAbove } from '../documents/spelling/itemTexts.ts';

/** `checkov:skip=ID`, `tfsec:ignore:ID`, `trivy:ignore:ID`; each may be followed by a reason. */
const ACCEPTED =
  /\b(?:(?:checkov|bridgecrew):skip\s*=|(?:tfsec|trivy):ignore:)\s*([\w-]+|\*)|\bkics-scan ignore-block\b/gi;

/**
 * True when a comment in a block, or directly above it, tells another scanner that its author accepts what it would
 * report: advice about the same would only repeat the question.
 */
export function isAcceptedByScanner({ block, source }: BlockDeclaration, what: ScannedFor): boolean {
  const { text } = source.piece;
  if (!/:ignore:|:skip|kics-scan/i.test(text)) return false;
  const { comments } = treeOfPiece(source.piece);
  const from = firstCommentAbove(text, block.start, comments);
  return comments
    .filter(({ start, end }) => from <= start && end <= block.end)
    .flatMap(({ start, end }) => [...text.slice(start, end).matchAll(ACCEPTED)])
    .some(([, id = '*']) => id === '*' || SCANNER_IDS[what].includes(id.toLowerCase()));
}
