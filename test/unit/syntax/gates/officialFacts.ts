import type {
  AttributeAccess,
  Block,
  Body,
  BodyItem,
  Expression,
  ForExpression,
  IndexAccess,
  Name,
  Range,
  Splat,
  Template,
  TemplatePart,
  Tree,
} from '../../../../server/src/syntax/tree/tree.ts';

/**
 * A node in the form of HashiCorp's library (test/recorder): its kind, its start and end, then details and children. A
 * body and the parts under a directive have no range of their own.
 */
export type Fact = readonly [kind: string, ...rest: FactValue[]];
type FactValue = string | number | boolean | null | { readonly number: number } | Fact;

/** A fact as recorded, before its numbers and offsets are converted to this language's. */
export interface RecordedFact extends ReadonlyArray<RecordedValue> {}
type RecordedValue = string | number | boolean | null | { readonly number: string } | RecordedFact;

/** The recorded fact with byte offsets turned into UTF-16 ones and digits into numbers. */
export function factOfRecord(record: RecordedFact, text: string): unknown {
  const offsets = utf16Offsets(text);
  const convert = (value: RecordedValue): unknown => {
    if (typeof value === 'number') return offsets[value] ?? -1;
    if (typeof value !== 'object' || value === null) return value;
    if ('number' in value) return { number: Number(value.number) };
    const fact = value.map(convert);
    if (fact[0] === 'Text') fact[1] = beforeIndentation(text, Number(fact[1]));
    return fact;
  };
  return convert(record);
}

/** The library moves the start of a heredoc's text after the removed indentation; the tree does not. */
function beforeIndentation(text: string, start: number): number {
  let offset = start;
  while (text[offset - 1] === ' ' || text[offset - 1] === '\t') offset -= 1;
  return text[offset - 1] === '\n' ? offset : start;
}

/** For each byte of the text in UTF-8, the offset of its character in UTF-16. */
function utf16Offsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const bytes = Buffer.byteLength(character);
    for (let byte = 0; byte < bytes; byte += 1) offsets.push(offset);
    offset += character.length;
  }
  return [...offsets, offset];
}

/** The tree in the form of the official library: accesses as sequences of steps, `"${x}"` as a wrapped expression. */
export function officialFact(tree: Tree, text: string): Fact {
  return new OfficialShape(text).body(tree.body);
}

class OfficialShape {
  readonly #text: string;
  /** The name of the current element in the splats around the node, innermost last. */
  readonly #splats: Splat[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  body(body: Body): Fact {
    return ['Body', ...body.items.map((item) => this.#item(item)), ...body.strays.map((stray) => at('Stray', stray))];
  }

  #item(item: BodyItem): Fact {
    if (item.kind === 'Block') return this.#block(item);
    const { name, equals, value } = item;
    return at('Attribute', item, nameFact(name), at('Equals', equals), this.#expression(value));
  }

  #block(block: Block): Fact {
    const labels = block.labels.map((label) => at('Label', label, label.text));
    const open = block.open === null ? null : at('Open', block.open);
    const close = block.close === null ? null : at('Close', block.close);
    return at('Block', block, nameFact(block.type), ...labels, open, this.body(block.body), close);
  }

  #expression(node: Expression): Fact {
    switch (node.kind) {
      case 'NumberLiteral':
        return at('LiteralValue', node, { number: Number(node.text) });
      case 'BooleanLiteral':
        return at('LiteralValue', node, node.value);
      case 'NullLiteral':
        return at('LiteralValue', node, null);
      case 'Template':
        return this.#template(node);
      case 'Variable':
        return at('ScopeTraversal', node, at('Root', node, node.name.text));
      case 'AttributeAccess':
        return this.#attributeAccess(node);
      case 'IndexAccess':
        return this.#indexAccess(node);
      case 'Splat':
        return this.#splat(node);
      case 'SplatItem':
        return at('AnonSymbol', this.#splats[this.#splats.length - 1]?.operator ?? node);
      case 'FunctionCall': {
        const close = node.close === null ? null : at('Close', node.close);
        const rest = [nameFact(node.name), at('Open', node.open), close, ...this.#expressions(node.arguments)];
        return at('FunctionCall', node, node.expansion !== null, ...rest);
      }
      case 'UnaryOperation':
        return at('UnaryOp', node, node.operator, this.#expression(node.operand));
      case 'BinaryOperation':
        return at('BinaryOp', node, node.operator, ...this.#expressions([node.left, node.right]));
      case 'Conditional':
        return at('Conditional', node, ...this.#expressions([node.condition, node.then, node.otherwise]));
      case 'TupleExpression':
        return at('TupleCons', node, ...this.#expressions(node.items));
      case 'ObjectExpression':
        return at('ObjectCons', node, ...this.#expressions(node.items.flatMap(({ key, value }) => [key, value])));
      case 'ForExpression':
        return this.#for(node);
      case 'Parenthesized':
        return at('Parentheses', node, this.#expression(node.expression));
      case 'MissingExpression':
      case 'InvalidExpression':
        return at(node.kind, node);
    }
  }

  #expressions(nodes: readonly Expression[]): Fact[] {
    return nodes.map((node) => this.#expression(node));
  }

  #attributeAccess(node: AttributeAccess): Fact {
    const step = { start: node.dot.start, end: node.name.end };
    return this.#addStep(node.object, at('Attr', step, node.name.text), step);
  }

  /** A constant key is a step, any other an expression of its own. */
  #indexAccess(node: IndexAccess): Fact {
    const key = this.#expression(node.key);
    const value = this.#constantOf(key);
    if (value === undefined) {
      const object = this.#expression(node.object);
      return ['Index', startOf(object), node.end, object, key];
    }
    const step = { start: this.#nextAccess(node.object.end), end: node.end };
    return this.#addStep(node.object, at('Key', step, value), step);
  }

  /**
   * The value of a key that the library considers constant: a literal, or a string that its scanner reads as one token.
   * It begins a new one at most `$` and `%` signs and after each line of a heredoc.
   */
  #constantOf([kind, , , value, ...more]: Fact): FactValue | undefined {
    if (kind === 'LiteralValue') return value;
    if (kind !== 'Template' || more.length > 0) return undefined;
    if (value === undefined) return '';
    if (!Array.isArray(value) || value[0] !== 'Text') return undefined;
    const source = this.#text.slice(Number(value[1]), Number(value[2]));
    return /^(?:[^$%\n]*\n?|[$%]|\$\$\{|%%\{)$/.test(source) ? value[3] : undefined;
  }

  /** The position of the `[` or `.` after the offset, behind spaces and comments; the tree does not keep it. */
  #nextAccess(offset: number): number {
    const between = /^(?:\s|\/\*[\s\S]*?\*\/|#.*|\/\/.*)*/.exec(this.#text.slice(offset));
    return offset + (between?.[0].length ?? 0);
  }

  /** A sequence of steps grows by one; anything else becomes the source of a new sequence. */
  #addStep(object: Expression, step: Fact, place: Range): Fact {
    const source = this.#expression(object);
    const [kind, , , ...rest] = source;
    if (kind === 'ScopeTraversal' || kind === 'RelativeTraversal')
      return [kind, startOf(source), place.end, ...rest, step];
    // In `a.*.b` the sequence for each element begins at its first dot.
    const fromStep = kind === 'AnonSymbol' && this.#splats[this.#splats.length - 1]?.style === 'attribute';
    return ['RelativeTraversal', fromStep ? place.start : startOf(source), place.end, source, step];
  }

  #splat(node: Splat): Fact {
    const source = this.#expression(node.source);
    this.#splats.push(node);
    const each = this.#expression(node.each);
    this.#splats.pop();
    return ['Splat', startOf(source), node.end, source, at('Marker', node.operator), each];
  }

  #for(node: ForExpression): Fact {
    const parts = [node.collection, node.key, node.value, node.condition];
    const facts = parts.map((part) => (part === null ? null : this.#expression(part)));
    return at('For', node, node.keyName?.text ?? '', node.valueName?.text ?? '', node.grouping !== null, ...facts);
  }

  #template(node: Template): Fact {
    const [only] = node.parts;
    if (node.parts.length === 1 && only?.kind === 'TemplateInterpolation') {
      return at('TemplateWrap', node, this.#expression(only.expression));
    }
    return at('Template', node, ...this.#parts(node.parts));
  }

  #parts(parts: readonly TemplatePart[]): Fact[] {
    return parts.map((part) => this.#part(part));
  }

  #part(part: TemplatePart): Fact {
    switch (part.kind) {
      case 'TemplateLiteral':
        return at('Text', part, part.value.normalize('NFC'));
      case 'TemplateInterpolation':
        return this.#expression(part.expression);
      case 'TemplateIf': {
        const then: Fact = ['Parts', ...this.#parts(part.then)];
        const otherwise: Fact = ['Parts', ...this.#parts(part.otherwise ?? [])];
        return at('Conditional', part, this.#expression(part.condition), then, otherwise);
      }
      case 'TemplateFor': {
        const content: Fact = ['Parts', ...this.#parts(part.parts)];
        const names = [part.key?.text ?? '', part.value?.text ?? ''];
        return at('TemplateJoin', part, ...names, this.#expression(part.collection), content);
      }
    }
  }
}

function at(kind: string, { start, end }: Range, ...rest: FactValue[]): Fact {
  return [kind, start, end, ...rest];
}

function startOf(fact: Fact): FactValue {
  return fact[1] ?? null;
}

function nameFact(name: Name): Fact {
  return at('Name', name, name.text);
}
