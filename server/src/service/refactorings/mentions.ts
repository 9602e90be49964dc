import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { Module } from '../../module/module.ts';
import { referencePath } from '../../module/references.ts';
import type { PieceInFile } from '../../syntax/place.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { childrenOf } from '../../syntax/walk.ts';

/** A place that names something of a module: `local.x`, `data.TYPE.NAME`. */
export interface Mention {
  readonly source: PieceInFile;
  readonly expression: Expression;
  /** What the expression stands in. */
  readonly parent: Node;
  /** False in Terraform's JSON syntax, which is not written. */
  readonly isEditable: boolean;
}

/** Every place of a module that names something by these words. */
export function mentionsOf(module: Module, path: readonly string[]): readonly Mention[] {
  const name = path.at(-1) ?? '';
  return module.files.flatMap(({ uri, syntax }) =>
    syntax.pieces
      .filter(({ piece }) => piece.text.includes(name))
      .flatMap(({ piece }) => mentionsIn({ uri, piece }, path)),
  );
}

function mentionsIn(source: PieceInFile, path: readonly string[]): Mention[] {
  const found: Mention[] = [];
  const isEditable = !isJsonConfiguration(source.uri);
  const pending: Node[] = [source.piece.tree.body];
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
