import { isWhole as isWholeNumber } from '../../../../evaluate/values/decimal.ts';
import { renderString } from '../../../../evaluate/values/renderValue.ts';
import { STRING, typeOf } from '../../../../evaluate/values/types.ts';
import type { ObjectMember, Type, Value } from '../../../../evaluate/values/value.ts';
import type { PieceInFile, Place } from '../../../../syntax/tree/place.ts';
import { placeOf } from '../../../../syntax/tree/place.ts';
import type { Expression } from '../../../../syntax/tree/tree.ts';
import type { Origin, PolicyMember, PolicyNode } from '../../documentNodes.ts';
import type { Vocabulary } from '../../vocabulary.ts';

/** The document that an evaluated HCL expression spells: the adapter for `jsonencode({ … })`, reading side. */
export function readHcl(value: Value, vocabulary: Vocabulary): PolicyNode {
  const read = (part: Value) => readHcl(part, vocabulary);
  const { place, expression, derived } = value;
  const source: PieceInFile = { uri: place.uri, piece: place.piece };
  const origin: Origin = derived ? { spelling: 'computed' } : { spelling: 'hcl', source, expression };
  switch (value.kind) {
    case 'number':
      // The nearest double of a number with a tiny fraction is a whole number.
      if (Number.isInteger(value.value) && !isWholeNumber(value))
        return unknownNode('it has too many digits', value, origin, vocabulary);
      return { kind: 'scalar', value: value.value, place, origin };
    case 'string':
    case 'boolean':
      return { kind: 'scalar', value: value.value, place, origin };
    case 'null':
      return { kind: 'scalar', value: null, place, origin };
    case 'list': {
      const opening = openingOf(value.place, expression);
      const list = { kind: 'list', items: value.items.map(read), open: value.open, place, opening, origin } as const;
      return value.further === undefined ? list : { ...list, further: value.further.map(read) };
    }
    case 'object': {
      const opening = openingOf(value.place, expression);
      return {
        kind: 'object',
        members: value.members.map((member) => readMember(member, expression, read)),
        open: value.open,
        vocabulary,
        place,
        opening,
        origin,
      };
    }
    case 'partial-string':
      return { kind: 'unknown', because: 'a part of the text is not known', type: STRING, place, origin };
    case 'encoded': {
      const text = renderString(value.encoded);
      if (text !== null) return { kind: 'scalar', value: text, place, origin: { spelling: 'computed' } };
      return { kind: 'unknown', because: 'a part of the text is not known', type: STRING, place, origin };
    }
    case 'alternatives':
      return unknownNode('it depends on a condition that is not known', value, origin, vocabulary);
    case 'unknown':
      return unknownNode(value.because, value, origin, vocabulary);
  }
}

function unknownNode(because: string, value: Value, origin: Origin, vocabulary: Vocabulary): PolicyNode {
  const type = value.kind === 'unknown' && value.failure !== undefined ? null : (typeIn(value) ?? typeOf(value));
  if (type !== null && hasOutline(type)) return outlineNode(type, because, value.place, vocabulary);
  return {
    kind: 'unknown',
    because,
    place: value.place,
    origin,
    ...(type === null || type.kind === 'dynamic' ? {} : { type }),
  };
}

/** The declared type of an unknown value, whose parts may be left open. */
function typeIn(value: Value): Type | undefined {
  return value.kind === 'unknown' ? value.type : undefined;
}

/** True for objects and lists of objects; for a list of texts, which may be null, the type adds nothing. */
function hasOutline(type: Type): boolean {
  return type.kind === 'object' || ((type.kind === 'list' || type.kind === 'set') && type.element.kind === 'object');
}

/** Deeper types than this are not examined. */
const TYPE_DEPTH = 6;

/** What a declared type alone says about a value: its keys and their types. */
function outlineNode(type: Type, because: string, place: Place, vocabulary: Vocabulary, depth = 0): PolicyNode {
  const computed = { place, opening: place, origin: { spelling: 'computed' } } as const;
  const inner = (part: Type) => outlineNode(part, because, place, vocabulary, depth + 1);
  if (depth < TYPE_DEPTH && (type.kind === 'list' || type.kind === 'set') && hasOutline(type)) {
    return { kind: 'list', items: [], open: true, further: [inner(type.element)], ...computed };
  }
  if (depth < TYPE_DEPTH && type.kind === 'object') {
    const members = [...type.attributes].map(([key, attribute]) => ({
      key,
      keyPlace: place,
      value: inner(attribute.type),
      origin: { spelling: 'computed' } as const,
    }));
    return { kind: 'object', members, open: true, vocabulary, ...computed };
  }
  const { place: here, origin } = computed;
  const shown = type.kind === 'dynamic' ? {} : { type };
  return { kind: 'unknown', because, place: here, origin, ...shown };
}

function readMember(
  { key, keyPlace, value, item }: ObjectMember,
  around: Expression,
  read: (value: Value) => PolicyNode,
): PolicyMember {
  const object = around.kind === 'ObjectExpression' ? around : null;
  const origin = item === null ? ({ spelling: 'computed' } as const) : ({ spelling: 'hcl', item, object } as const);
  return { key, keyPlace, value: read(value), origin };
}

/** The bracket, or the call's name, at which a collection begins. */
function openingOf(place: Place, expression: Expression): Place {
  switch (expression.kind) {
    case 'TupleExpression':
    case 'ObjectExpression':
    case 'ForExpression':
      return isWhole(place, expression) ? placeOf(place, expression.open) : place;
    case 'FunctionCall':
      return isWhole(place, expression) ? placeOf(place, expression.name) : place;
    default:
      return place;
  }
}

/** False for a part of a text, whose expression is only the nearest enclosing one. */
function isWhole(place: Place, { start, end }: Expression): boolean {
  return place.start === start && place.end === end;
}
