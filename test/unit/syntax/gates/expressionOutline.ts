import type { TFExpressionSyntaxTree } from '@cdktn/hcl2json';
import type { Fact } from './officialFacts.ts';

/**
 * One line for each node of an expression in text order: its kind, and those of its positions (in UTF-16, from the
 * start of the expression) that the WASM's expression call reports completely. Strings give no line, because their
 * splitting depends on the scanner, and neither do the nodes without a kind in the call (parentheses, keys, elements of
 * splats).
 */
export type Outline = readonly string[];

type Ast = TFExpressionSyntaxTree.ExpressionType;
type CodeRange = TFExpressionSyntaxTree.CodeRange;

/** The outline of the expression call's result for `text`. */
export function outlineOfAst(ast: Ast, text: string): Outline {
  const lines: string[] = [];
  const bytes = Buffer.from(text);
  const offset = (byte: number): number => bytes.subarray(0, byte).toString().length;
  const range = ({ start, end }: CodeRange): string => `${offset(start.byte)}..${offset(end.byte)}`;
  const add = (node: Ast): void => {
    const line = lineOfAst(node, (byte) => offset(byte), range);
    if (line !== undefined) lines.push(line);
    for (const child of node.children) add(child);
  };
  add(ast);
  return lines;
}

function lineOfAst(
  node: Ast,
  offset: (byte: number) => number,
  range: (range: CodeRange) => string,
): string | undefined {
  const { type, meta } = node;
  const start = offset(node.range.start.byte);
  switch (type) {
    case 'literalValue':
      return 'type' in meta && meta.type === 'string' ? undefined : `literalValue ${start}`;
    case 'scopeTraversal':
    case 'relativeTraversal':
      return [type, ...meta.traversal.map((step) => range(step.range))].join(' ');
    case 'function':
      return `function ${meta.name} ${range(meta.nameRange)} ${range(meta.openParenRange)} ${range(meta.closeParenRange)}`;
    case 'for':
      return `for ${meta.keyVar} ${meta.valVar} ${start} ${meta.groupedValue}`;
    case 'splat':
      return `splat ${range(meta.markerRange)}`;
    case 'unaryOp':
    case 'tuple':
    case 'object':
      return `${type} ${start}`;
    case 'conditional':
    case 'binaryOp':
    case 'index':
    case 'templateWrap':
      return type;
    default:
      return undefined;
  }
}

/** The outline of our expression in the official form; `start` is its start in the file. */
export function outlineOfFact(fact: Fact, start: number): Outline {
  const lines: string[] = [];
  addFact(fact, start, lines);
  return lines;
}

function addFact(fact: Fact, base: number, lines: string[]): void {
  const [kind, start, end, ...rest] = fact;
  const children = rest.filter(isFact);
  const from = Number(start) - base;
  const ranges = (kinds: readonly string[]): string[] =>
    children.filter(([child]) => kinds.includes(child)).map(([, a, b]) => `${Number(a) - base}..${Number(b) - base}`);
  const line = lineOfFact(kind, from, rest, ranges);
  if (line !== undefined) lines.push(line);
  const inside = kind === 'Parts' ? [start, end, ...rest].filter(isFact) : children;
  for (const [index, child] of inside.entries()) {
    const isNameAsKey = kind === 'ObjectCons' && index % 2 === 0 && isKeyword(child);
    if (!isNameAsKey) addFact(child, base, lines);
  }
}

function lineOfFact(
  kind: string,
  from: number,
  rest: readonly unknown[],
  ranges: (kinds: readonly string[]) => string[],
): string | undefined {
  switch (kind) {
    case 'LiteralValue':
      return `literalValue ${from}`;
    case 'ScopeTraversal':
      return ['scopeTraversal', ...ranges(['Root', 'Attr', 'Key'])].join(' ');
    case 'RelativeTraversal':
      return ['relativeTraversal', ...ranges(['Attr', 'Key'])].join(' ');
    case 'FunctionCall': {
      const name = rest.find(isFact)?.[3];
      return `function ${String(name)} ${ranges(['Name', 'Open', 'Close']).join(' ')}`;
    }
    case 'For':
      return `for ${String(rest[0])} ${String(rest[1])} ${from} ${String(rest[2])}`;
    case 'TemplateJoin':
      return `for ${String(rest[0])} ${String(rest[1])} ${from} false`;
    case 'Splat':
      return `splat ${ranges(['Marker']).join(' ')}`;
    case 'UnaryOp':
      return `unaryOp ${from}`;
    case 'TupleCons':
      return `tuple ${from}`;
    case 'ObjectCons':
      return `object ${from}`;
    case 'Conditional':
      return 'conditional';
    case 'BinaryOp':
      return 'binaryOp';
    case 'Index':
      return 'index';
    case 'TemplateWrap':
      return 'templateWrap';
    default:
      return undefined;
  }
}

function isFact(value: unknown): value is Fact {
  return Array.isArray(value);
}

/** A key that the library reads as a name has no children there. */
function isKeyword(key: Fact): boolean {
  const [kind, , , value] = key;
  if (kind === 'LiteralValue') return value === null || typeof value === 'boolean';
  return kind === 'ScopeTraversal' && key.length === 4;
}
