import type { PieceInFile, Place } from '../syntax/tree/place.ts';
import type { Expression } from '../syntax/tree/tree.ts';
import type { Evaluator } from './evaluate.ts';
import type { Meter } from './meter.ts';
import type { NamedAnswers } from './namedAnswers.ts';
import type { Value } from './values/value.ts';

/** An expression and its file. */
export interface LocatedExpression {
  readonly source: PieceInFile;
  readonly expression: Expression;
}

/** A `variable` block, and the value that its module's call gives it. */
export interface VariableInput {
  readonly declaration: PieceInFile;
  readonly type: Expression | null;
  readonly fallback: Expression | null;
  /** False when the block says that null means the default. */
  readonly nullable: boolean;
  /**
   * `open`: any caller may set it. `omitted`: the one call that is followed leaves it out, so that the default applies.
   * Otherwise the value from that call.
   */
  readonly given: 'open' | 'omitted' | Value;
  /** Asks for the value from a variables file, which a caller may override. */
  readonly assumed: () => LocatedExpression | null;
}

/** What a `module` block calls. */
export interface CalledModule {
  /** The names of its outputs. */
  readonly outputs: readonly string[];
  /** What repeats the call; null for a single one. */
  readonly repetition: { readonly argument: 'count' | 'for_each'; readonly located: LocatedExpression } | null;
}

/** The answer for a file that an expression reads. */
export type FileAnswer =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly place: Place;
      /** The same text as a template; null for a text without template parts, and for an unreadable one. */
      readonly template: LocatedExpression | null;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly because: string };

/** What the evaluator asks about the module around an expression. Nothing is computed before it is needed. */
export interface Scope {
  /** The expression of `local.NAME`, or null when the module declares none or more than one. */
  local(name: string): LocatedExpression | null;
  /** The variable of that name, or null unless the module declares it exactly once. */
  variable(name: string): VariableInput | null;
  /**
   * The expression of a resource's attribute (`aws_ecr_repository`, `app`, `name`), if the configuration alone decides
   * it; null otherwise.
   */
  attribute(type: string, name: string, attribute: string): LocatedExpression | null;
  /**
   * An output of the module that a `module` block calls, for the instance at a key when the block is repeated. Null
   * when that module's text is not available, or there is no such instance.
   */
  output(call: string, output: string, evaluator: Evaluator, key: Value | null): Value | null;
  /** The module that a `module` block calls; null when its text is not available. */
  calledModule(call: string, evaluator: Evaluator): CalledModule | null;
  /** The file at a path as `file()` takes it. */
  readFile(path: string): FileAnswer;
  /** Counts what an expression names, and nothing reads, with the reason. */
  leaveUnread(path: string, because: string): void;
  /** What is left for all questions about the module. */
  readonly meter: Meter;
  /** What evaluations found about the module's names; null when a caller decides the names' values. */
  readonly answers: NamedAnswers | null;
  /** What `path.module` gives. */
  readonly modulePath: string;
}
