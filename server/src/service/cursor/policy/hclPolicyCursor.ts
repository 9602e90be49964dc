import type { Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import type {
  Expression,
  FunctionCall,
  ObjectExpression,
  ObjectItem,
  Range,
  Template,
  TupleExpression,
} from '../../../syntax/tree/tree.ts';
import { holds, insideEnd, isBetween } from '../block/extent.ts';
import type { Point, Slot } from '../point.ts';
import { bareSlot, hasNewline, nextCharacter, quotedSlot } from '../point.ts';
import type { DocumentCursor } from './documentCursor.ts';
import { inOwnWords } from './documentCursor.ts';
import type { Way } from './hclSurroundings.ts';
import { habitIn, START, surroundingsOf } from './hclSurroundings.ts';
import { jsonDocumentCursor } from './jsonPolicyCursor.ts';
import type { DocumentShape, ObjectShape } from './keyShape.ts';
import { itemLevelOf, itemShape, objectShape, rootShape, shapeOfKey } from './keyShape.ts';
import type { PolicyCursor } from './policyCursor.ts';

/** Functions whose result has the shape of their arguments. */
const TRANSPARENT_CALLS = new Set(['merge', 'concat', 'coalesce', 'try', 'tolist', 'flatten']);
/** Functions that return one of their texts. */
const TEXT_CALLS = new Set(['coalesce', 'try', 'trimspace']);

/**
 * The meaning of the point inside an expression with a known shape; null when no part of a policy is allowed. `limit`
 * is the last possible end of the text of an unclosed expression.
 */
export function hclPolicyCursor(
  point: Point,
  expression: Expression,
  shape: DocumentShape,
  limit: number,
): DocumentCursor | PolicyCursor | null {
  return inOwnWords(new Descent(point, shape.vocabulary).enter(expression, shape, limit, START));
}

class Descent {
  readonly #point: Point;
  readonly #vocabulary: Vocabulary;
  readonly #itemLevel: string | null;

  constructor(point: Point, vocabulary: Vocabulary) {
    this.#point = point;
    this.#vocabulary = vocabulary;
    this.#itemLevel = itemLevelOf(vocabulary);
  }

  enter(expression: Expression, shape: DocumentShape, limit: number, way: Way): DocumentCursor | null {
    const { offset } = this.#point;
    switch (expression.kind) {
      case 'Parenthesized':
        if (!isBetween(expression, offset, limit)) return null;
        return this.enter(expression.expression, shape, insideEnd(expression, limit), way);
      case 'Conditional': {
        if (expression.colon !== null && offset >= expression.colon.end)
          return this.enter(expression.otherwise, shape, limit, way);
        if (offset < expression.question.end) return null;
        return this.enter(expression.then, shape, expression.colon?.start ?? limit, way);
      }
      case 'FunctionCall':
        return this.#call(expression, shape, limit, way);
      case 'ObjectExpression':
        return this.#object(expression, objectShape(shape), limit, way);
      case 'TupleExpression':
        return shape.kind === 'list' ? this.#list(expression, shape, limit, way) : null;
      case 'ForExpression':
        if (shape.kind !== 'list' || !holds(expression.value, offset, insideEnd(expression, limit))) return null;
        return this.enter(expression.value, itemShape(shape), insideEnd(expression, limit), way);
      case 'Template':
        if (shape.kind === 'text') return this.#text(expression, shape, limit, way);
        return shape.kind === 'value' ? this.#value(shape, this.#quoted(expression), way) : null;
      case 'Variable':
      case 'NumberLiteral':
      case 'BooleanLiteral':
      case 'NullLiteral':
      case 'MissingExpression':
      case 'InvalidExpression':
        return this.#value(shape, bareSlot(this.#point.text, offset), way);
      default:
        return null;
    }
  }

  /** JSON in quotes or in a heredoc; quotes around a function call mean its result. */
  #text(template: Template, shape: DocumentShape, limit: number, way: Way): DocumentCursor | null {
    const [part, ...others] = template.parts;
    if (part?.kind !== 'TemplateInterpolation' || others.length > 0 || part.expression.kind !== 'FunctionCall')
      return jsonDocumentCursor(this.#point, template, this.#vocabulary);
    return this.enter(part.expression, shape, part.close?.start ?? limit, way);
  }

  #call(call: FunctionCall, shape: DocumentShape, limit: number, way: Way): DocumentCursor | null {
    const { offset, text } = this.#point;
    if (!isBetween(call, offset, limit)) return null;
    const isEncoder = call.name.text === 'jsonencode' && shape.kind === 'text';
    const passing = shape.kind === 'text' ? TEXT_CALLS : TRANSPARENT_CALLS;
    if (!isEncoder && !passing.has(call.name.text)) return null;
    const inner = isEncoder ? rootShape(this.#vocabulary) : shape;
    const found = this.#childAt(call.arguments, insideEnd(call, limit));
    if (found !== null) return this.enter(found.child, inner, found.limit, way);
    const slot = bareSlot(text, offset);
    const isFree = isEncoder ? call.arguments.length === 0 : this.#commaBefore(slot, call.arguments) === null;
    return isFree ? this.#value(inner, slot, way, call.arguments) : null;
  }

  #list(
    list: TupleExpression,
    shape: DocumentShape & { kind: 'list' },
    limit: number,
    way: Way,
  ): DocumentCursor | null {
    const { offset, text } = this.#point;
    if (!isBetween(list, offset, limit)) return null;
    const item = itemShape(shape);
    const inside = shape.level === this.#itemLevel ? { ...way, rules: list } : way;
    const found = this.#childAt(list.items, insideEnd(list, limit));
    if (found !== null) return this.enter(found.child, item, found.limit, inside);
    return this.#value(item, bareSlot(text, offset), inside, list.items);
  }

  /** The child at the point; null between children. */
  #childAt(children: readonly Expression[], limit: number): { child: Expression; limit: number } | null {
    const { offset } = this.#point;
    for (const [index, child] of children.entries()) {
      const end = children[index + 1]?.start ?? limit;
      if (child.kind !== 'MissingExpression' && holds(child, offset, end)) return { child, limit: end };
    }
    return null;
  }

  #object(object: ObjectExpression, shape: ObjectShape | null, limit: number, way: Way): DocumentCursor | null {
    const { offset, text } = this.#point;
    if (shape === null || !isBetween(object, offset, limit)) return null;
    const inside: Way = {
      ...way,
      object,
      rule: shape.level === this.#itemLevel ? object : way.rule,
      spelling: habitIn(object, this.#point, way.spelling),
    };
    const index = object.items.findLastIndex(({ start }) => start <= offset);
    const item = object.items[index];
    const newKey = () => this.#key(shape, object, bareSlot(text, offset), false, inside);
    if (item === undefined) return newKey();
    const { key, operator, value, comma } = item;
    if (offset <= key.end) return this.#key(shape, object, this.#keySlot(key), operator !== null, inside);
    if (comma !== null && offset >= comma.end) return newKey();
    if (operator === null) return hasNewline(text, key.end, offset) ? newKey() : null;
    if (offset < operator.end) return null;
    const valueLimit = object.items[index + 1]?.start ?? insideEnd(object, limit);
    const keyShape = shapeOfKey(shape, keyText(item, text));
    if (value.kind === 'MissingExpression') {
      if (hasNewline(text, operator.end, offset)) return newKey();
    } else if (!holds(value, offset, valueLimit)) return hasNewline(text, value.end, offset) ? newKey() : null;
    return keyShape === null ? null : this.enter(value, keyShape, valueLimit, inside);
  }

  #keySlot(key: Expression): Slot | null {
    if (key.kind === 'Variable') return { start: key.start, end: key.end, quotes: 'none' };
    return key.kind === 'Template' ? this.#quoted(key) : null;
  }

  #quoted({ form, open, close, parts, end }: Expression & { kind: 'Template' }): Slot | null {
    if (form !== 'quoted' || parts.some(({ kind }) => kind !== 'TemplateLiteral')) return null;
    return quotedSlot(
      this.#point.text,
      { start: open.end, end: close?.start ?? end },
      close !== null,
      this.#point.offset,
    );
  }

  #key(
    { level }: ObjectShape,
    object: ObjectExpression,
    slot: Slot | null,
    hasOperator: boolean,
    way: Way,
  ): DocumentCursor | null {
    if (slot === null) return null;
    const { text } = this.#point;
    const next = nextCharacter(text, slot.end);
    const isEnd = ['}', ',', ')', ']', '#', '/', ''].includes(next.character);
    const followsOnLine = next.sameLine && !isEnd && (next.character !== '"' || slot.quotes === 'none');
    const needsComma = followsOnLine || (endsLinesWithCommas(object, text, slot) && next.character !== ',');
    // The parser takes everything after an open quote on its line as text.
    const isFollowed = slot.quotes === 'open' && next.sameLine && ['=', ':'].includes(next.character);
    return {
      kind: 'document-key',
      vocabulary: this.#vocabulary,
      level,
      hasOperator: hasOperator || isFollowed,
      slot,
      needsComma,
      commaBefore: null,
      spelling: way.spelling,
      around: surroundingsOf(this.#point, this.#vocabulary, way),
    };
  }

  #value(shape: DocumentShape, slot: Slot | null, way: Way, items: readonly Expression[] = []): DocumentCursor | null {
    if (slot === null) return null;
    const next = nextCharacter(this.#point.text, slot.end).character;
    const needsComma = items.some(({ start }) => start >= slot.end) && next !== ',';
    const around = surroundingsOf(this.#point, this.#vocabulary, way);
    const commaBefore = this.#commaBefore(slot, items);
    return { kind: 'document-value', shape, slot, needsComma, commaBefore, spelling: way.spelling, around };
  }

  /** After the item before the slot when no comma separates the two. */
  #commaBefore(slot: Slot, items: readonly Expression[]): number | null {
    const previous = items.findLast(({ end }) => end <= slot.start);
    if (previous === undefined || previous.kind === 'MissingExpression') return null;
    return nextCharacter(this.#point.text, previous.end).character === ',' ? null : previous.end;
  }
}

function keyText({ key }: ObjectItem, text: string): string {
  if (key.kind === 'Variable') return key.name.text;
  return key.kind === 'Template' && key.close !== null ? text.slice(key.open.end, key.close.start) : '';
}

/** True when the item before the slot ends its line with a comma, as all items do in that style. */
function endsLinesWithCommas(object: ObjectExpression, text: string, slot: Range): boolean {
  const previous = object.items.findLast(({ end }) => end < slot.start);
  const comma = previous?.comma;
  return comma != null && hasNewline(text, comma.end, slot.start);
}
