import type {
  Block,
  Body,
  Expression,
  ObjectExpression,
  Range,
  TemplatePart,
} from '../../../../server/src/syntax/tree/tree.ts';

/** The result of HashiCorp's parser (WASM) for a text. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The body as that parser's JSON: blocks in objects by type and label, constants as values, templates as text with
 * `$${` and `%%{` in that form, every other expression as `${source}`.
 */
export function officialJson(body: Body, text: string): Json {
  return new Renderer(text).body(body);
}

class Renderer {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  body(body: Body): Json {
    const result: Record<string, Json> = {};
    for (const item of body.items) {
      if (item.kind === 'Attribute') result[item.name.text] = this.#expression(item.value);
      else this.#addBlock(result, item);
    }
    return result;
  }

  #addBlock(result: Record<string, Json>, block: Block): void {
    const names = [block.type.text, ...block.labels.map((label) => label.text ?? '')];
    const last = names.pop() ?? '';
    let holder = result;
    for (const name of names) {
      const next = holder[name] ?? {};
      holder[name] = next;
      holder = next as Record<string, Json>;
    }
    holder[last] = [...((holder[last] ?? []) as Json[]), this.body(block.body)];
  }

  #expression(node: Expression): Json {
    switch (node.kind) {
      case 'NumberLiteral':
        return numberOf(node.text);
      case 'BooleanLiteral':
        return node.value;
      case 'NullLiteral':
        return null;
      case 'UnaryOperation':
        return this.#unary(node.operator, node.operand) ?? this.#source(node);
      case 'Template': {
        const [only] = node.parts;
        const isWrapped = node.parts.length === 1 && only?.kind === 'TemplateInterpolation';
        return isWrapped ? this.#expression(only.expression) : this.#parts(node.parts);
      }
      case 'TupleExpression':
        return node.items.map((item) => this.#expression(item));
      case 'ObjectExpression':
        return this.#object(node);
      default:
        return this.#source(node);
    }
  }

  /** A sign before a literal makes a constant; before anything else it is source. */
  #unary(operator: '!' | '-', operand: Expression): Json | undefined {
    if (operand.kind === 'NumberLiteral' && operator === '-') return -Number(operand.text);
    if (operand.kind === 'BooleanLiteral' && operator === '!') return !operand.value;
    return undefined;
  }

  #object(node: ObjectExpression): Json {
    const result: Record<string, Json> = {};
    for (const { key, value } of node.items) result[this.#key(key)] = this.#expression(value);
    return result;
  }

  /** A name is a key by itself, even with accesses of constant keys; anything else is a part of a template. */
  #key(key: Expression): string {
    return isTraversal(key) ? this.#slice(key) : this.#inTemplate(key);
  }

  #parts(parts: readonly TemplatePart[]): string {
    return parts.map((part) => this.#part(part)).join('');
  }

  #part(part: TemplatePart): string {
    switch (part.kind) {
      case 'TemplateLiteral':
        return escaped(part.value.normalize('NFC'));
      case 'TemplateInterpolation':
        return this.#inTemplate(part.expression);
      case 'TemplateIf':
        return conditional(
          this.#slice(part.condition),
          this.#parts(part.then),
          part.otherwise === null ? '' : this.#parts(part.otherwise),
        );
      case 'TemplateFor': {
        const names = [part.key, part.value].flatMap((name) => (name === null ? [] : [name.text])).join(', ');
        return `%{for ${names} in ${this.#slice(part.collection)}}${this.#parts(part.parts)}%{endfor}`;
      }
    }
  }

  /** An interpolated expression: constants and templates are text, a conditional becomes a directive. */
  #inTemplate(node: Expression): string {
    switch (node.kind) {
      case 'NumberLiteral':
        return /^\d+$/.test(node.text) ? BigInt(node.text).toString() : String(Number(node.text));
      case 'BooleanLiteral':
        return String(node.value);
      case 'NullLiteral':
        return 'null';
      case 'Template':
        return this.#parts(node.parts);
      case 'Conditional': {
        const [then, otherwise] = [this.#inTemplate(node.then), this.#inTemplate(node.otherwise)];
        return conditional(this.#slice(node.condition), then, otherwise);
      }
      default:
        return this.#source(node);
    }
  }

  #source(range: Range): string {
    return `\${${this.#slice(range)}}`;
  }

  #slice({ start, end }: Range): string {
    return this.#text.slice(start, end);
  }
}

function isTraversal(node: Expression): boolean {
  if (node.kind === 'AttributeAccess') return isTraversal(node.object);
  if (node.kind === 'IndexAccess') return isTraversal(node.object) && isConstant(node.key);
  return node.kind === 'Variable';
}

function isConstant({ kind }: Expression): boolean {
  return kind === 'NumberLiteral' || kind === 'BooleanLiteral' || kind === 'NullLiteral' || kind === 'Template';
}

/** JSON's form of a number: one that is too large becomes null. */
function numberOf(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function conditional(condition: string, then: string, otherwise: string): string {
  return `%{if ${condition}}${then}${otherwise === '' ? '' : `%{else}${otherwise}`}%{endif}`;
}

/** Text in which `${` and `%{` are literal. */
function escaped(text: string): string {
  return text.replaceAll('${', () => '$${').replaceAll('%{', () => '%%{');
}
