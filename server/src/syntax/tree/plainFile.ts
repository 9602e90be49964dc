import { readTree } from '../reader/read.ts';
import type { Piece, SyntaxFile } from './file.ts';

/** A file without Terraform code, as one piece with an empty tree, so that places can be inside it. */
export function openPlainFile(text: string): SyntaxFile {
  const piece: Piece = { text, tree: readTree(''), forget: () => undefined };
  return { text, pieces: [{ offset: 0, piece }] };
}
