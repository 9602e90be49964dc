import type { Node as JsonNode, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { EXPRESSION_ARGUMENTS, LABEL_COUNTS, nestedLabelCounts } from '../facts/language/jsonConfiguration.ts';
import { lookUp } from '../facts/lookUp.ts';
import type { SyntaxFile } from '../syntax/tree/file.ts';
import type {
  Attribute,
  Block,
  BodyItem,
  Expression,
  Label,
  Name,
  ObjectItem,
  Range,
  SyntaxProblem,
  Tree,
} from '../syntax/tree/tree.ts';
import { isTooDeep } from './holes.ts';
import { readAt, readEscapedExpression, readEscapedTemplate } from './jsonExpressions.ts';

/** True for the path or URI of a file in Terraform's JSON syntax. */
export function isJsonConfiguration(path: string): boolean {
  return path.endsWith('.tf.json') || path.endsWith('.tofu.json');
}

/** A file in Terraform's JSON syntax as the tree of the equivalent HCL, with the ranges of the JSON. */
export function openJsonConfiguration(text: string): SyntaxFile {
  let tree: Tree | undefined;
  const piece = {
    text,
    get tree() {
      tree ??= readJsonTree(text);
      return tree;
    },
    forget() {
      tree = undefined;
    },
  };
  return { text, pieces: [{ offset: 0, piece }] };
}

function readJsonTree(text: string): Tree {
  const whole: Range = { start: 0, end: text.length };
  const nothing: Tree = { body: { kind: 'Body', items: [], strays: [], ...whole }, comments: [], errors: [] };
  if (isTooDeep(text)) return nothing;
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true, allowTrailingComma: false });
  const [problem] = errors;
  if (problem !== undefined || root === undefined) return { ...nothing, errors: [damage(text, problem)] };
  const objects = root.type === 'array' ? (root.children ?? []) : [root];
  const others = objects.filter(({ type }) => type !== 'object');
  if (others.length > 0)
    return { ...nothing, errors: others.map((node) => ({ ...rangeOf(node), message: NO_OBJECT })) };
  const items = objects.flatMap(propertiesOf).flatMap(({ key, value }) => {
    const labels = lookUp(LABEL_COUNTS, key.text) ?? null;
    return labels === null ? [] : new BlockReader(text, key).read(value, labels);
  });
  return { ...nothing, body: { ...nothing.body, items } };
}

const NO_OBJECT = 'Terraform takes an object here, or a list of objects as the whole file; it cannot read this one.';

function damage(text: string, problem: ParseError | undefined): SyntaxProblem {
  const start = problem?.offset ?? 0;
  const end = Math.min(text.length, start + Math.max(1, problem?.length ?? 1));
  return { start, end, message: 'This is not valid JSON; Terraform cannot read the file.' };
}

interface Property {
  readonly key: Name;
  readonly value: JsonNode;
}

function rangeOf({ offset, length }: JsonNode): Range {
  return { start: offset, end: offset + length };
}

/** The properties of an object except comments. */
function propertiesOf(node: JsonNode): Property[] {
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    if (key === undefined || value === undefined || key.value === '//') return [];
    return [{ key: { kind: 'Name' as const, text: String(key.value), ...rangeOf(key) }, value }];
  });
}

/** Reads the blocks under one key of a body. */
class BlockReader {
  readonly #text: string;
  readonly #type: Name;

  constructor(text: string, type: Name) {
    this.#text = text;
    this.#type = type;
  }

  /** The blocks below a value: a list contains several, and objects give labels as long as labels remain. */
  read(node: JsonNode, labelCount: number, labels: readonly Label[] = []): Block[] {
    if (node.type === 'array') return (node.children ?? []).flatMap((child) => this.read(child, labelCount, labels));
    if (node.type !== 'object') return [];
    if (labelCount === 0) return [this.#block(node, labels)];
    return propertiesOf(node).flatMap(({ key, value }) => {
      const label: Label = { kind: 'Label', text: key.text, quoted: true, start: key.start, end: key.end };
      return this.read(value, labelCount - 1, [...labels, label]);
    });
  }

  #block(node: JsonNode, labels: readonly Label[]): Block {
    const { start, end } = rangeOf(node);
    // The header is at its last label: all blocks below share the labels.
    const last = labels.at(-1);
    const type: Name = last === undefined ? this.#type : { ...this.#type, start: last.start, end: last.start };
    const own = labels.map((label) => (label === last ? label : { ...label, start: type.start, end: type.start }));
    return {
      kind: 'Block',
      type,
      labels: own,
      open: { start, end: start + 1 },
      body: {
        kind: 'Body',
        items: this.#items(node, labels[0]?.text ?? ''),
        strays: [],
        start: start + 1,
        end: Math.max(start + 1, end - 1),
      },
      close: { start: end - 1, end },
      damaged: false,
      start: type.start,
      end,
    };
  }

  /** `kind` is the first label of the block, which is the type of a resource. */
  #items(node: JsonNode, kind: string): BodyItem[] {
    return propertiesOf(node).flatMap(({ key, value }): BodyItem[] => {
      const labelCount = lookUp(nestedLabelCounts(this.#type.text, kind), key.text) ?? null;
      if (labelCount === null || !mayBeBlocks(value)) return [this.#attribute(key, value)];
      return new BlockReader(this.#text, key).read(value, labelCount);
    });
  }

  #attribute(name: Name, node: JsonNode): Attribute {
    const isExpression = lookUp(EXPRESSION_ARGUMENTS, this.#type.text)?.includes(name.text) === true;
    const value = isExpression ? this.#writtenExpression(node) : this.#expression(node);
    const equals = { start: name.end, end: name.end };
    return { kind: 'Attribute', name, equals, value, start: name.start, end: Math.max(name.end, value.end) };
  }

  #expression(node: JsonNode): Expression {
    const range = rangeOf(node);
    switch (node.type) {
      case 'object': {
        const items = propertiesOf(node).map((property) => this.#item(property, this.#expression(property.value)));
        return { kind: 'ObjectExpression', items, ...bracketsOf(range), ...range };
      }
      case 'array': {
        const items = (node.children ?? []).map((child) => this.#expression(child));
        return { kind: 'TupleExpression', items, ...bracketsOf(range), ...range };
      }
      case 'number':
        return { kind: 'NumberLiteral', text: this.#text.slice(range.start, range.end), ...range };
      case 'boolean':
        return { kind: 'BooleanLiteral', value: node.value === true, ...range };
      case 'null':
        return { kind: 'NullLiteral', ...range };
      default:
        return this.#template(node);
    }
  }

  #item({ key }: Property, written: Expression): ObjectItem {
    const literal = this.#literal(key.text, key);
    return {
      kind: 'ObjectItem',
      key: literal,
      operator: { start: key.end, end: key.end },
      value: written,
      comma: null,
      start: key.start,
      end: written.end,
    };
  }

  /**
   * A string is a template; one with JSON escapes is read only when it is a single expression or has no interpolation.
   */
  #template(node: JsonNode): Expression {
    const range = rangeOf(node);
    const raw = this.#text.slice(range.start, range.end);
    const value = String(node.value);
    if (!/[$%]\{/.test(value)) {
      const inner = { start: range.start + 1, end: range.end - 1 };
      const segment = { ...inner, value, verbatim: !raw.includes('\\') };
      const parts = value === '' ? [] : [{ kind: 'TemplateLiteral' as const, value, segments: [segment], ...inner }];
      return { kind: 'Template', form: 'quoted', parts, ...bracketsOf(range), marker: null, indented: false, ...range };
    }
    return raw.includes('\\') ? readEscapedTemplate(raw, value, range) : readAt(raw, range.start);
  }

  /** A string without interpolations. */
  #literal(value: string, { start, end }: Range): Expression {
    const inner = { start: start + 1, end: end - 1 };
    const segment = { ...inner, value, verbatim: this.#text.slice(inner.start, inner.end) === value };
    const parts = value === '' ? [] : [{ kind: 'TemplateLiteral' as const, value, segments: [segment], ...inner }];
    const brackets = bracketsOf({ start, end });
    return { kind: 'Template', form: 'quoted', parts, ...brackets, marker: null, indented: false, start, end };
  }

  /** A string that is an expression, or a list or object of such strings. */
  #writtenExpression(node: JsonNode): Expression {
    const range = rangeOf(node);
    if (node.type === 'array') {
      const items = (node.children ?? []).map((child) => this.#writtenExpression(child));
      return { kind: 'TupleExpression', items, ...bracketsOf(range), ...range };
    }
    if (node.type === 'object') {
      const items = propertiesOf(node).map((property) => this.#item(property, this.#writtenExpression(property.value)));
      return { kind: 'ObjectExpression', items, ...bracketsOf(range), ...range };
    }
    if (node.type !== 'string') return this.#expression(node);
    const raw = this.#text.slice(range.start, range.end);
    const value = String(node.value);
    return raw.includes('\\') ? readEscapedExpression(raw, value, range) : readAt(value, range.start + 1);
  }
}

/** False for values that no block has, so that the key must be an argument: `condition` is both. */
function mayBeBlocks({ type, children = [] }: JsonNode): boolean {
  return type === 'object' || type === 'null' || (type === 'array' && children.every(mayBeBlocks));
}

function bracketsOf({ start, end }: Range): { readonly open: Range; readonly close: Range } {
  return { open: { start, end: start + 1 }, close: { start: end - 1, end } };
}
