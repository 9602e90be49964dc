import { attributeOf, attributesOf, blocksOf } from '../../syntax/tree/bodies.ts';
import type { Piece } from '../../syntax/tree/file.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import type { Attribute, Block } from '../../syntax/tree/tree.ts';

export { attributeOf, attributesOf, blocksOf };

/**
 * A block of a module and its place. Its identity lasts as long as its piece, even while the piece's tree is forgotten:
 * the fields for lists (`type`, `labels`, `address`) need no tree.
 */
export class BlockDeclaration {
  readonly type: string;
  /** Null for a label that is not constant. */
  readonly labels: readonly (string | null)[];
  /** `aws_ecr_repository.app`, `data.aws_iam_policy_document.x`, `module.m`, `variable.v`, or the type alone. */
  readonly address: string;
  readonly source: PieceInFile;
  readonly #index: number;
  /** Names of the arguments and blocks that an override file replaces. */
  readonly #replaced: ReadonlySet<string>;

  /** `index` is the block's position among the items of its piece. */
  constructor(source: PieceInFile, block: Block, index: number, replaced: ReadonlySet<string> = new Set()) {
    this.type = block.type.text;
    this.labels = block.labels.map(({ text }) => text);
    this.address = addressOf(this.type, this.labels);
    this.source = source;
    this.#index = index;
    this.#replaced = replaced;
  }

  /** The block as written, without what an override file replaces. */
  get block(): Block {
    const block = blockAt(this.source.piece, this.#index);
    return this.#replaced.size === 0 ? block : withoutItems(block, this.#replaced);
  }

  /** True when the parser had to guess inside the block, whatever override files replace in it. */
  get isBroken(): boolean {
    return blockAt(this.source.piece, this.#index).damaged;
  }

  /** The same block as an override file leaves it. */
  withReplaced(replaced: ReadonlySet<string>): BlockDeclaration {
    return new BlockDeclaration(this.source, blockAt(this.source.piece, this.#index), this.#index, replaced);
  }
}

/** A block inside of a top-level one that is declared like it: a data source of a `check` block. */
export class InnerDeclaration extends BlockDeclaration {
  readonly #outer: BlockDeclaration;
  readonly #at: number;

  /** `at` is the block's position among the items of the outer one. */
  constructor(outer: BlockDeclaration, block: Block, at: number) {
    super(outer.source, block, 0);
    this.#outer = outer;
    this.#at = at;
  }

  override get block(): Block {
    const item = this.#outer.block.body.items[this.#at];
    if (item?.kind !== 'Block') throw new RangeError('a block is not where it was declared');
    return item;
  }

  override get isBroken(): boolean {
    return this.#outer.isBroken;
  }
}

const reduced = new WeakMap<Block, { readonly replaced: ReadonlySet<string>; readonly block: Block }>();

/** Keeps its identity for the same names, which callers compare. */
function withoutItems(block: Block, replaced: ReadonlySet<string>): Block {
  const known = reduced.get(block);
  if (known?.replaced === replaced) return known.block;
  const items = block.body.items.filter((item) => {
    const name =
      item.kind === 'Attribute' ? item.name.text : item.type.text === 'dynamic' ? item.labels[0]?.text : item.type.text;
    return name === undefined || name === null || !replaced.has(name);
  });
  // Anything missing here is written elsewhere.
  const made = { ...block, damaged: true, body: { ...block.body, items } };
  reduced.set(block, { replaced, block: made });
  return made;
}

/** One `name = value` of a `locals` block. */
export class LocalDeclaration {
  readonly name: string;
  readonly source: PieceInFile;
  readonly #blockIndex: number;
  readonly #index: number;

  /** The indices are positions among the items of the piece, and of the block. */
  constructor(source: PieceInFile, name: string, blockIndex: number, index: number) {
    this.name = name;
    this.source = source;
    this.#blockIndex = blockIndex;
    this.#index = index;
  }

  get attribute(): Attribute {
    const item = blockAt(this.source.piece, this.#blockIndex).body.items[this.#index];
    if (item?.kind !== 'Attribute') throw new RangeError(`local.${this.name} is not where it was declared`);
    return item;
  }
}

/** What one piece of a file declares. */
export interface Declarations {
  readonly blocks: readonly BlockDeclaration[];
  readonly locals: readonly LocalDeclaration[];
}

/** Reads a piece's declarations: its top-level blocks by address, and its locals. */
export function declarationsOf(uri: string, piece: Piece): Declarations {
  const source: PieceInFile = { uri, piece };
  const blocks: BlockDeclaration[] = [];
  const locals: LocalDeclaration[] = [];
  for (const [blockIndex, block] of treeOfPiece(piece).body.items.entries()) {
    if (block.kind !== 'Block') continue;
    blocks.push(new BlockDeclaration(source, block, blockIndex));
    if (block.type.text !== 'locals') continue;
    for (const [index, item] of block.body.items.entries()) {
      if (item.kind === 'Attribute') locals.push(new LocalDeclaration(source, item.name.text, blockIndex, index));
    }
  }
  return { blocks, locals };
}

function blockAt(piece: Piece, index: number): Block {
  const item = treeOfPiece(piece).body.items[index];
  if (item?.kind !== 'Block') throw new RangeError('a block is not where it was declared');
  return item;
}

function addressOf(type: string, labels: readonly (string | null)[]): string {
  const names = labels.map((label) => label ?? '?');
  return type === 'resource' ? names.join('.') : [type, ...names].join('.');
}

/** True for a call of a module. */
export function isCall({ type }: BlockDeclaration): boolean {
  return type === 'module';
}

/** True for the declaration of a variable. */
export function isVariable({ type }: BlockDeclaration): boolean {
  return type === 'variable';
}

/** True for a block of this type with this first label, as in `resource "aws_ecr_repository"`. */
export function isBlockOf(declaration: BlockDeclaration, type: string, label: string): boolean {
  return declaration.type === type && declaration.labels[0] === label;
}

/** OpenTofu's `lifecycle { enabled = … }` of a resource, a data source or a call, which decides whether it exists. */
export function enabledOf({ body }: Block): Attribute | undefined {
  return blocksOf(body)
    .filter(({ type }) => type.text === 'lifecycle')
    .flatMap((lifecycle) => attributeOf(lifecycle, 'enabled') ?? [])[0];
}

/** The arguments that give instances keys. */
export const INSTANCE_ARGUMENTS: readonly string[] = ['count', 'for_each'];

/** True for a block of which Terraform may create none or several: one with `count`, `for_each` or `enabled`. */
export function hasInstances(block: Block): boolean {
  return INSTANCE_ARGUMENTS.some((name) => attributeOf(block, name) !== undefined) || enabledOf(block) !== undefined;
}
