import type { PieceInFile } from '../syntax/place.ts';
import type { Expression } from '../syntax/tree.ts';

/** An expression and the file that it stands in. */
export interface LocatedExpression {
  readonly source: PieceInFile;
  readonly expression: Expression;
}

/** What the evaluator asks of the module around an expression. */
export interface Scope {
  /** The expression of `local.NAME`, or null when the module declares none or more than one. */
  local(name: string): LocatedExpression | null;
}
