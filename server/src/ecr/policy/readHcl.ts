import type { Value } from '../../evaluate/value.ts';
import type { PieceInFile } from '../../syntax/place.ts';
import { placeOf } from '../../syntax/place.ts';
import type { PolicyNode } from './nodes.ts';

/** The policy value that an evaluated HCL expression spells: the adapter for `jsonencode({ … })`, reading side. */
export function readHcl(value: Value): PolicyNode {
  const { place, expression } = value;
  const source: PieceInFile = { uri: place.uri, piece: place.piece };
  const origin = { spelling: 'hcl', source, expression } as const;
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: 'scalar', value: value.value, place, origin };
    case 'null':
      return { kind: 'scalar', value: null, place, origin };
    case 'list': {
      const opening = expression.kind === 'TupleExpression' ? placeOf(source, expression.open) : place;
      return { kind: 'list', items: value.items.map(readHcl), open: value.open, place, opening, origin };
    }
    case 'object': {
      const opening = expression.kind === 'ObjectExpression' ? placeOf(source, expression.open) : place;
      const members = value.members.map(({ key, keyPlace, value: member, item }) => ({
        key,
        keyPlace,
        value: readHcl(member),
        origin: { spelling: 'hcl', item } as const,
      }));
      return { kind: 'object', members, open: value.open, place, opening, origin };
    }
    case 'partial-string':
      return { kind: 'unknown', because: 'a part of the text is not known', place, origin };
    case 'encoded':
      return { kind: 'unknown', because: 'it is a text made by jsonencode()', place, origin };
    case 'unknown':
      return { kind: 'unknown', because: value.because, place, origin };
  }
}
