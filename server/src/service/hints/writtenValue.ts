import type { PolicyMember, PolicyScalar } from '../../ecr/documents/documentNodes.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';

/** The place of a policy member's value in the text. */
export interface WrittenValue {
  readonly place: Place;
  /** True when the text there is the value itself, false for a reference or another expression. */
  readonly isLiteral: boolean;
}

/** The place of a member's value next to its key; null when no text spells that member alone. */
export function writtenValue(member: PolicyMember): WrittenValue | null {
  const { origin, keyPlace, value } = member;
  const isLiteralAt = (place: Place) => value.kind === 'scalar' && textOf(place) === String(value.value);
  switch (origin.spelling) {
    case 'hcl': {
      const place = placeOf(keyPlace, origin.item.value);
      return { place, isLiteral: isLiteralAt(place) };
    }
    case 'block': {
      if (origin.item.kind !== 'Attribute') return null;
      const place = placeOf(origin.source, origin.item.value);
      return { place, isLiteral: isLiteralAt(place) };
    }
    case 'json':
      return { place: value.place, isLiteral: isLiteralAt(value.place) };
    case 'computed':
      return isLiteralAt(value.place) ? { place: value.place, isLiteral: true } : null;
  }
}

/** The number that a member gives, or null when unknown. */
export function numberOf(node: PolicyMember['value'] | PolicyScalar): number | null {
  return node.kind === 'scalar' && typeof node.value === 'number' ? node.value : null;
}
