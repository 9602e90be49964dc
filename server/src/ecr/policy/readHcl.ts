import { renderString } from '../../evaluate/render.ts';
import type { ObjectMember, Value } from '../../evaluate/value.ts';
import type { PieceInFile, Place } from '../../syntax/place.ts';
import { placeOf } from '../../syntax/place.ts';
import type { Expression } from '../../syntax/tree.ts';
import type { Origin, PolicyMember, PolicyNode } from './nodes.ts';

/** The policy value that an evaluated HCL expression spells: the adapter for `jsonencode({ … })`, reading side. */
export function readHcl(value: Value): PolicyNode {
  const { place, expression, derived } = value;
  const source: PieceInFile = { uri: place.uri, piece: place.piece };
  const origin: Origin = derived ? { spelling: 'computed' } : { spelling: 'hcl', source, expression };
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: 'scalar', value: value.value, place, origin };
    case 'null':
      return { kind: 'scalar', value: null, place, origin };
    case 'list': {
      const opening = openingOf(value.place, expression);
      return { kind: 'list', items: value.items.map(readHcl), open: value.open, place, opening, origin };
    }
    case 'object': {
      const opening = openingOf(value.place, expression);
      return {
        kind: 'object',
        members: value.members.map((member) => readMember(member, expression)),
        open: value.open,
        place,
        opening,
        origin,
      };
    }
    case 'partial-string':
      return { kind: 'unknown', because: 'a part of the text is not known', place, origin };
    case 'encoded': {
      const text = renderString(value.encoded);
      if (text !== null) return { kind: 'scalar', value: text, place, origin: { spelling: 'computed' } };
      return { kind: 'unknown', because: 'a part of the text is not known', place, origin };
    }
    case 'alternatives':
      return { kind: 'unknown', because: 'it depends on a condition that is not known', place, origin };
    case 'unknown':
      return { kind: 'unknown', because: value.because, place, origin };
  }
}

function readMember({ key, keyPlace, value, item }: ObjectMember, around: Expression): PolicyMember {
  const object = around.kind === 'ObjectExpression' ? around : null;
  const origin = item === null ? ({ spelling: 'computed' } as const) : ({ spelling: 'hcl', item, object } as const);
  return { key, keyPlace, value: readHcl(value), origin };
}

/** The bracket, or the name of the call, that a collection begins with. */
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

/** False for a part of a text, whose expression is only the nearest one around it. */
function isWhole(place: Place, { start, end }: Expression): boolean {
  return place.start === start && place.end === end;
}
