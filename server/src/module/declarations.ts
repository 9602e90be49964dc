import type { Piece } from '../syntax/file.ts';
import type { PieceInFile } from '../syntax/place.ts';
import type { Attribute, Block, Body } from '../syntax/tree.ts';

/** A block of a module and where it stands. Its identity lasts as long as its piece. */
export interface BlockDeclaration {
  /** `aws_ecr_repository.app`, `data.aws_iam_policy_document.x`, `module.m`, `variable.v`, or the type alone. */
  readonly address: string;
  readonly source: PieceInFile;
  readonly block: Block;
}

/** One `name = value` of a `locals` block. */
export interface LocalDeclaration {
  readonly name: string;
  readonly source: PieceInFile;
  readonly attribute: Attribute;
}

/** What one piece of a file declares. */
export interface Declarations {
  readonly blocks: readonly BlockDeclaration[];
  readonly locals: readonly LocalDeclaration[];
}

/** Reads a piece's declarations: its top-level blocks by address, and its locals. */
export function declarationsOf(uri: string, piece: Piece): Declarations {
  const source: PieceInFile = { uri, piece };
  const blocks = blocksOf(piece.tree.body).map((block) => ({ address: addressOf(block), source, block }));
  const locals = blocks
    .filter(({ block }) => block.type.text === 'locals')
    .flatMap(({ block }) => attributesOf(block.body))
    .map((attribute) => ({ name: attribute.name.text, source, attribute }));
  return { blocks, locals };
}

function addressOf(block: Block): string {
  const labels = block.labels.map(({ text }) => text ?? '?');
  if (block.type.text === 'resource') return labels.join('.');
  return [block.type.text, ...labels].join('.');
}

/** The blocks of a body, in text order. */
export function blocksOf(body: Body): Block[] {
  return body.items.filter((item): item is Block => item.kind === 'Block');
}

/** The attributes of a body, in text order. */
export function attributesOf(body: Body): Attribute[] {
  return body.items.filter((item): item is Attribute => item.kind === 'Attribute');
}

/** The attribute of that name; the first when it is (wrongly) written twice. */
export function attributeOf(block: Block, name: string): Attribute | undefined {
  return attributesOf(block.body).find((attribute) => attribute.name.text === name);
}

/** True for a block of this type with this first label, as in `resource "aws_ecr_repository"`. */
export function isBlockOf(block: Block, type: string, label: string): boolean {
  return block.type.text === type && block.labels[0]?.text === label;
}
