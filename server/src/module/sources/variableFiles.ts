import type { LocatedExpression } from '../../evaluate/scope.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { FileVersion } from './fileVersion.ts';

/** True for a variable file that Terraform loads by itself. */
export function isVariableFile(path: string): boolean {
  return /(^|\/)terraform\.tfvars$/.test(path) || path.endsWith('.auto.tfvars');
}

/** The values in a module's variables files, in Terraform's order: `terraform.tfvars`, then by name. */
export function assumedVariables(all: readonly FileVersion[]): ReadonlyMap<string, LocatedExpression> {
  const values = new Map<string, LocatedExpression>();
  const files = all.filter(({ uri }) => isVariableFile(uri));
  const main = files.filter(({ uri }) => !uri.endsWith('.auto.tfvars'));
  for (const { uri, syntax } of [...main, ...files.filter((file) => !main.includes(file))]) {
    for (const { piece } of syntax.pieces) {
      for (const item of treeOfPiece(piece).body.items) {
        if (item.kind === 'Attribute') values.set(item.name.text, { source: { uri, piece }, expression: item.value });
      }
    }
  }
  return values;
}
