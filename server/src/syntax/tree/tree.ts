/**
 * The tree of one piece of HCL text.
 *
 * Offsets are UTF-16 code units relative to the start of the piece; ranges are half-open. A piece is a stretch of
 * top-level text (see `file.ts`), so a tree stays valid when text before it changes. Every child's range lies inside
 * its parent's. The reader never throws: what is absent is a `MissingExpression` of width zero, what cannot be read
 * is an `InvalidExpression` or an entry of `Body.strays`.
 */

/** A half-open range of text, in UTF-16 code units relative to the piece. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An identifier as written: an argument's name, a block's type, a variable, an accessed attribute. */
export interface Name extends Range {
  readonly kind: 'Name';
  readonly text: string;
}

/** The content of a file's piece or of a block, in text order. */
export interface Body extends Range {
  readonly kind: 'Body';
  readonly items: readonly BodyItem[];
  /** Text that belongs to no item: something that the user is typing, or a stray closer. */
  readonly strays: readonly Stray[];
}

export type BodyItem = Attribute | Block;

/** A bare word on a line of its own (`name` set), or text without a meaning here. */
export interface Stray extends Range {
  readonly kind: 'Stray';
  readonly name: Name | null;
}

/** `name = value`. */
export interface Attribute extends Range {
  readonly kind: 'Attribute';
  readonly name: Name;
  readonly equals: Range;
  readonly value: Expression;
}

/** `type "label" { … }`. `open` is null for a header without its brace, `close` is null for a block left open. */
export interface Block extends Range {
  readonly kind: 'Block';
  readonly type: Name;
  readonly labels: readonly Label[];
  readonly open: Range | null;
  readonly body: Body;
  readonly close: Range | null;
  /** True when the parser had to guess inside this block (itself or a descendant): hold back "missing …" problems. */
  readonly damaged: boolean;
}

/** A block's label; `text` is unescaped and null when it is not constant. The range includes the quotes. */
export interface Label extends Range {
  readonly kind: 'Label';
  readonly text: string | null;
  readonly quoted: boolean;
}

export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | Template
  | Variable
  | AttributeAccess
  | IndexAccess
  | Splat
  | SplatItem
  | FunctionCall
  | UnaryOperation
  | BinaryOperation
  | Conditional
  | TupleExpression
  | ObjectExpression
  | ForExpression
  | Parenthesized
  | MissingExpression
  | InvalidExpression;

/** A number as written (`1`, `1.50`, `1e3`); never signed. */
export interface NumberLiteral extends Range {
  readonly kind: 'NumberLiteral';
  readonly text: string;
}

export interface BooleanLiteral extends Range {
  readonly kind: 'BooleanLiteral';
  readonly value: boolean;
}

export interface NullLiteral extends Range {
  readonly kind: 'NullLiteral';
}

/** A quoted string or a heredoc. The range of a heredoc starts at `<<` and ends after the closing marker's word. */
export interface Template extends Range {
  readonly kind: 'Template';
  readonly form: 'quoted' | 'heredoc';
  readonly parts: readonly TemplatePart[];
  /** The opening quote, or `<<MARKER` / `<<-MARKER`. */
  readonly open: Range;
  /** The closing quote or the closing marker's word; null when the template was left open. */
  readonly close: Range | null;
  /** The heredoc's marker; null for a quoted string. */
  readonly marker: Name | null;
  /** True for `<<-`. */
  readonly indented: boolean;
}

export type TemplatePart = TemplateLiteral | TemplateInterpolation | TemplateIf | TemplateFor;

/** Literal text of a template, already unescaped, unindented and trimmed by neighboring `~` markers. */
export interface TemplateLiteral extends Range {
  readonly kind: 'TemplateLiteral';
  readonly value: string;
  /** In source order; their `value`s joined are this literal's `value`. */
  readonly segments: readonly LiteralSegment[];
}

/**
 * A range of source with the meaning `value`; verbatim when `value` is that very text, else an escape or removed space.
 */
export interface LiteralSegment extends Range {
  readonly value: string;
  readonly verbatim: boolean;
}

/** `${ expression }`. */
export interface TemplateInterpolation extends Range {
  readonly kind: 'TemplateInterpolation';
  readonly expression: Expression;
  readonly close: Range | null;
}

/** `%{ if condition } … %{ else } … %{ endif }`. `otherwise` is null without an else. */
export interface TemplateIf extends Range {
  readonly kind: 'TemplateIf';
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly otherwise: readonly TemplatePart[] | null;
}

/** `%{ for key, value in collection } … %{ endfor }`. */
export interface TemplateFor extends Range {
  readonly kind: 'TemplateFor';
  readonly key: Name | null;
  readonly value: Name | null;
  readonly collection: Expression;
  readonly parts: readonly TemplatePart[];
}

/** The root of a reference: `local`, `var`, `each`, a resource type. */
export interface Variable extends Range {
  readonly kind: 'Variable';
  readonly name: Name;
}

/** `object.name`; `name` has no text while it is being typed (`object.`). */
export interface AttributeAccess extends Range {
  readonly kind: 'AttributeAccess';
  readonly object: Expression;
  readonly dot: Range;
  readonly name: Name;
}

/** `object[key]`, or the legacy `object.0` (`legacy` true). */
export interface IndexAccess extends Range {
  readonly kind: 'IndexAccess';
  readonly object: Expression;
  readonly key: Expression;
  readonly legacy: boolean;
}

/** `source.*.each` or `source[*].each`; `each` is an expression over `SplatItem`. */
export interface Splat extends Range {
  readonly kind: 'Splat';
  readonly style: 'attribute' | 'full';
  readonly source: Expression;
  /** The `.*` or `[*]`. */
  readonly operator: Range;
  readonly each: Expression;
}

/** The current element inside a splat; of width zero, right after the splat's operator. */
export interface SplatItem extends Range {
  readonly kind: 'SplatItem';
}

/** `name(argument, …)`; `name.text` keeps its namespace (`provider::aws::arn_parse`). */
export interface FunctionCall extends Range {
  readonly kind: 'FunctionCall';
  readonly name: Name;
  readonly open: Range;
  readonly arguments: readonly Expression[];
  /** The `...` after the last argument. */
  readonly expansion: Range | null;
  readonly close: Range | null;
}

export interface UnaryOperation extends Range {
  readonly kind: 'UnaryOperation';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface BinaryOperation extends Range {
  readonly kind: 'BinaryOperation';
  readonly operator: BinaryOperator;
  readonly operatorRange: Range;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Range {
  readonly kind: 'Conditional';
  readonly condition: Expression;
  readonly question: Range;
  readonly then: Expression;
  readonly colon: Range | null;
  readonly otherwise: Expression;
}

export interface TupleExpression extends Range {
  readonly kind: 'TupleExpression';
  readonly open: Range;
  readonly items: readonly Expression[];
  readonly close: Range | null;
}

export interface ObjectExpression extends Range {
  readonly kind: 'ObjectExpression';
  readonly open: Range;
  readonly items: readonly ObjectItem[];
  readonly close: Range | null;
}

/** `key = value` or `key : value`. A bare identifier as key is a `Variable` and means its own name. */
export interface ObjectItem extends Range {
  readonly kind: 'ObjectItem';
  readonly key: Expression;
  /** The `=` or `:`; null while only the key has been typed. */
  readonly operator: Range | null;
  readonly value: Expression;
  /** The comma after the value. */
  readonly comma: Range | null;
}

/** `[for k, v in collection : value if condition]` or `{for … : key => value... if condition}`. */
export interface ForExpression extends Range {
  readonly kind: 'ForExpression';
  readonly form: 'tuple' | 'object';
  readonly open: Range;
  readonly keyName: Name | null;
  readonly valueName: Name | null;
  readonly collection: Expression;
  /** Only in the object form. */
  readonly key: Expression | null;
  readonly value: Expression;
  /** The `...` of the object form. */
  readonly grouping: Range | null;
  readonly condition: Expression | null;
  readonly close: Range | null;
}

/** `( expression )`. */
export interface Parenthesized extends Range {
  readonly kind: 'Parenthesized';
  readonly open: Range;
  readonly expression: Expression;
  readonly close: Range | null;
}

/** A missing expression; of width zero. */
export interface MissingExpression extends Range {
  readonly kind: 'MissingExpression';
}

/** Text in place of an expression that cannot be read as one (including nesting beyond the limit). */
export interface InvalidExpression extends Range {
  readonly kind: 'InvalidExpression';
}

export type Node = Body | BodyItem | Label | Name | Stray | Expression | ObjectItem | TemplatePart;

export interface Comment extends Range {
  readonly kind: 'Comment';
  readonly style: '#' | '//' | '/*';
}

/** A text that fixes a problem when it replaces a range; an empty range means an insertion. */
export interface Remedy extends Range {
  readonly text: string;
}

/** What the official parser would reject: the place (never wider than a line) and what was expected, in words. */
export interface SyntaxProblem extends Range {
  readonly message: string;
  /**
   * True for a problem that is most likely a consequence of an earlier one: an unmatched bracket misplaces what
   * follows.
   */
  readonly isConsequence?: true;
  /** Set when one character is missing or wrong beyond doubt. */
  readonly remedy?: Remedy;
}

/** The result of reading one piece. */
export interface Tree {
  readonly body: Body;
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxProblem[];
}
