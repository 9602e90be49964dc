import { isJsonConfiguration } from '../../../embedded/terraformJson.ts';
import { referencePath } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import type { Expression, Node } from '../../../syntax/tree/tree.ts';
import { childrenOf } from '../../../syntax/tree/walkTree.ts';

/** A place that names something in a module: `local.x`, `data.TYPE.NAME`. */
export interface Mention {
  readonly source: PieceInFile;
  readonly expression: Expression;
  /** The expression around it. */
  readonly parent: Node;
  /** False in Terraform's JSON syntax, which is never edited. */
  readonly isEditable: boolean;
}

/** Where something is named. */
export interface Uses {
  readonly mentions: readonly Mention[];
  /** True when it is named in one place and nowhere else, so that anything needed only there can be removed. */
  readonly isSole: boolean;
}

/** Every place of a module that names something with these words. */
export function usesOf(module: Module, path: readonly string[]): Uses {
  const name = path.at(-1) ?? '';
  const pieces = module.files.flatMap(({ uri, syntax }) => syntax.pieces.map(({ piece }) => ({ uri, piece })));
  const naming = pieces.filter(({ piece }) => piece.text.includes(name));
  const mentions = naming.flatMap((source) => mentionsIn(source, path));
  // Unreadable text may name it in unseen places.
  const isSure = naming.every(({ piece }) => treeOfPiece(piece).errors.length === 0);
  return { mentions, isSole: isSure && mentions.length === 1 };
}

function mentionsIn(source: PieceInFile, path: readonly string[]): Mention[] {
  const found: Mention[] = [];
  const isEditable = !isJsonConfiguration(source.uri);
  const pending: Node[] = [treeOfPiece(source.piece).body];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const child of childrenOf(parent)) {
      if (child.kind === 'AttributeAccess' && isPath(child, path))
        found.push({ source, expression: child, parent, isEditable });
      pending.push(child);
    }
  }
  return found.sort((one, other) => one.expression.start - other.expression.start);
}

function isPath(expression: Expression, path: readonly string[]): boolean {
  const names = referencePath(expression);
  return names?.length === path.length && names.every((name, index) => name === path[index]);
}
