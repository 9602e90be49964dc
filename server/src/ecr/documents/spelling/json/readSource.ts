import type { JsonDocument, JsonNode } from '../../../../embedded/jsonDocument.ts';
import { readJson } from '../../../../embedded/jsonDocument.ts';
import type { Value } from '../../../../evaluate/values/value.ts';
import { referencePath } from '../../../../module/declarations/referencePaths.ts';
import { quote } from '../../../../syntax/edit/print.ts';
import { treeOfPiece } from '../../../../syntax/tree/file.ts';
import { HOLE, MappedTextBuilder } from '../../../../syntax/tree/mappedText.ts';
import type { PieceInFile } from '../../../../syntax/tree/place.ts';
import { placeOf } from '../../../../syntax/tree/place.ts';
import type { Expression, Template, TemplateInterpolation } from '../../../../syntax/tree/tree.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { keysWhere } from '../../vocabulary.ts';
import { dedentedText, hasHeredoc, isOfType } from '../expressionText.ts';
import type { Reading, SourceTree } from '../sourceTree.ts';
import { constant, NO_REMARKS } from '../sourceTree.ts';
import { mayHoldMarks, writesMarks } from './jsonMarks.ts';

const NO_JSON = 'The text is not valid JSON.';

/**
 * Reads JSON in a heredoc or quoted string; each interpolation becomes its own expression. `evaluate` gives the values
 * of those, as far as known.
 */
export function writtenInTemplate(
  source: PieceInFile,
  template: Template,
  vocabulary: Vocabulary,
  evaluate: (expression: Expression) => Value,
): Reading {
  const builder = new MappedTextBuilder();
  const parts: TemplateInterpolation[] = [];
  for (const part of template.parts) {
    if (part.kind === 'TemplateLiteral') {
      if (part.value.includes(HOLE)) return { refusal: NO_JSON };
      builder.literal(source, part);
    } else if (part.kind === 'TemplateInterpolation') {
      parts.push(part);
      builder.hole(placeOf(source, part));
    } else return { refusal: 'The text has %{ if } or %{ for } in it.' };
  }
  const document = readJson(builder.build('heredoc', placeOf(source, template)));
  const { comments } = treeOfPiece(source.piece);
  const isLost = comments.some(({ start, end }) => {
    const isInside = template.start <= start && end <= template.end;
    return isInside && !parts.some(({ expression: kept }) => kept.start <= start && end <= kept.end);
  });
  if (isLost) return { refusal: 'There are comments where they would be lost.' };
  return new JsonReader(source, document, parts, keysOfNumbers(vocabulary), evaluate).read();
}

/** Reads JSON from a file of its own. */
export function writtenInText(source: PieceInFile, vocabulary: Vocabulary): Reading {
  const { text } = source.piece;
  if (text.includes(HOLE)) return { refusal: NO_JSON };
  const place = { ...source, start: 0, end: text.length };
  const segments = [{ kind: 'verbatim' as const, start: 0, end: text.length, place }];
  const document = readJson({ text, segments, quoting: 'none', place });
  return new JsonReader(source, document, [], keysOfNumbers(vocabulary), () => {
    throw new RangeError('a file fills nothing in');
  }).read();
}

/** Keys whose values are numbers: an interpolation there becomes a number. */
function keysOfNumbers(vocabulary: Vocabulary): ReadonlySet<string> {
  return keysWhere(vocabulary, ({ type }) => type === 'integer');
}

class JsonReader {
  #refusal: string | null = null;
  readonly #source: PieceInFile;
  readonly #document: JsonDocument;
  readonly #parts: readonly TemplateInterpolation[];
  readonly #numberKeys: ReadonlySet<string>;
  readonly #evaluate: (expression: Expression) => Value;
  /** Offsets of the interpolations, in order. */
  readonly #holes: readonly number[];

  constructor(
    source: PieceInFile,
    document: JsonDocument,
    parts: readonly TemplateInterpolation[],
    numberKeys: ReadonlySet<string>,
    evaluate: (expression: Expression) => Value,
  ) {
    this.#source = source;
    this.#document = document;
    this.#parts = parts;
    this.#numberKeys = numberKeys;
    this.#evaluate = evaluate;
    this.#holes = document.mapped.segments.filter(({ kind }) => kind === 'hole').map(({ start }) => start);
  }

  read(): Reading {
    const { root, problems } = this.#document;
    if (root === null || problems.length > 0) return { refusal: NO_JSON };
    const written = this.#value(root, null);
    return this.#refusal === null ? { written } : { refusal: this.#refusal };
  }

  #value(node: JsonNode, key: string | null): SourceTree {
    if (this.#document.holes.has(node.offset)) return this.#filledIn(node.offset, key);
    switch (node.type) {
      case 'object':
        return this.#object(node);
      case 'array':
        return {
          kind: 'list',
          items: (node.children ?? []).map((item) => ({ value: this.#item(item), ...NO_REMARKS })),
          rest: [],
        };
      case 'string':
        return this.#string(node);
      case 'number':
        return constant(this.#textOf(node), Number(node.value));
      case 'boolean':
        return constant(this.#textOf(node), node.value === true);
      default:
        return constant('null', null);
    }
  }

  #object(node: JsonNode): SourceTree {
    const members = (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) return [];
      const name = String(key.value);
      if (name.includes(HOLE)) this.#refusal ??= 'A key is filled in.';
      return [{ key: name, value: this.#value(value, name), ...NO_REMARKS }];
    });
    if (new Set(members.map(({ key }) => key)).size < members.length)
      this.#refusal ??= 'A key appears twice in an object.';
    return { kind: 'object', members, rest: [] };
  }

  /** An interpolation in a list may add several entries, unless it is certain to be one. */
  #item(node: JsonNode): SourceTree {
    const expression = this.#document.holes.has(node.offset) ? this.#expressionAt(node.offset) : null;
    if (
      expression !== null &&
      encodedBy(expression) === null &&
      !isOfType(this.#evaluate(expression), ['number', 'bool'])
    )
      this.#refusal ??= 'What is filled into a list may be several entries.';
    return this.#value(node, null);
  }

  /** An interpolation that is a whole JSON value. */
  #filledIn(offset: number, key: string | null): SourceTree {
    const expression = this.#expressionAt(offset);
    if (expression === null) return constant('null', null);
    const text = this.#expressionText(expression);
    const value = this.#evaluate(expression);
    const isPlain = isOfType(value, ['number', 'bool']);
    const encoded = encodedBy(expression);
    if (['null', 'list', 'object'].includes(value.kind)) this.#refusal ??= 'An interpolated value is not text.';
    if (value.kind === 'string' && !isJson(value.value)) this.#refusal ??= 'What is filled in is not JSON by itself.';
    if (encoded !== null) {
      return { kind: 'expression', text: this.#expressionText(encoded), json: undefined, expression: encoded };
    }
    if (isPlain) return { kind: 'expression', text, json: undefined, expression };
    const made = { kind: 'expression', json: undefined, expression: null } as const;
    const isNumber = key !== null && this.#numberKeys.has(key);
    return isNumber
      ? { ...made, text: `tonumber(${text})`, unconverted: text }
      : { ...made, text: `jsondecode(${text})` };
  }

  #string(node: JsonNode): SourceTree {
    const raw = this.#textOf(node);
    if (!raw.includes(HOLE)) return constant(quote(String(node.value)), String(node.value));
    const content = raw.slice(1, -1);
    if (content === HOLE) return this.#filledString(node.offset + 1);
    let text = '';
    let offset = node.offset + 1;
    for (const [index, stretch] of content.split(HOLE).entries()) {
      if (index > 0) {
        text += `\${${this.#expressionInString(offset)}}`;
        offset += 1;
      }
      text += this.#escaped(stretch);
      // These characters before an interpolation would change its meaning.
      if (/[$%]$/.test(stretch)) this.#refusal ??= 'A $ or % directly precedes an interpolation.';
      offset += stretch.length;
    }
    return { kind: 'expression', text: `"${text}"`, json: undefined, expression: null };
  }

  /** A string that consists of one interpolation: always text, whatever the expression gives. */
  #filledString(offset: number): SourceTree {
    const text = this.#expressionInString(offset);
    const expression = this.#expressionAt(offset);
    const isText = expression !== null && (isEachKey(expression) || isOfType(this.#evaluate(expression), ['string']));
    if (isText) return { kind: 'expression', text, json: undefined, expression };
    return { kind: 'expression', text: `tostring(${text})`, json: undefined, expression: null, unconverted: text };
  }

  #expressionInString(offset: number): string {
    const expression = this.#expressionAt(offset);
    if (expression === null) return '';
    const value = this.#evaluate(expression);
    if (mayHoldMarks(value) || writesMarks(expression, this.#evaluate))
      this.#refusal ??= 'What is filled into a string holds characters that mean something in JSON.';
    const text = this.#expressionText(expression);
    if (text.includes('\n')) this.#refusal ??= 'What is filled into a string has several lines.';
    return text;
  }

  #escaped(stretch: string): string {
    try {
      return quote(String(JSON.parse(`"${stretch}"`))).slice(1, -1);
    } catch {
      this.#refusal ??= NO_JSON;
      return '';
    }
  }

  #expressionAt(offset: number): Expression | null {
    return this.#parts[this.#holes.indexOf(offset)]?.expression ?? null;
  }

  #expressionText(expression: Expression): string {
    if (hasHeredoc(expression)) this.#refusal ??= 'It contains a heredoc, whose lines cannot be re-indented.';
    return dedentedText(this.#source.piece.text, expression);
  }

  #textOf({ offset, length }: JsonNode): string {
    return this.#document.mapped.text.slice(offset, offset + length);
  }
}

/** The argument of a `jsonencode` call; null for anything else. */
function encodedBy(expression: Expression): Expression | null {
  if (expression.kind !== 'FunctionCall' || expression.name.text !== 'jsonencode') return null;
  const [argument, ...others] = expression.arguments;
  return argument === undefined || others.length > 0 || expression.expansion !== null ? null : argument;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `each.key` is always text. */
function isEachKey(expression: Expression): boolean {
  return referencePath(expression)?.join('.') === 'each.key';
}
