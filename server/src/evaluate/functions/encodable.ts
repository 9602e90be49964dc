import { failed, withItems, withMembers } from '../values/makeValue.ts';
import { unknownsIn } from '../values/partsOfValue.ts';
import type { Value } from '../values/value.ts';

/** The value as `jsonencode` accepts it; infinite numbers make it fail. */
export function encodable(value: Value): Value {
  const hasInfinite = unknownsIn(value).some((part) => part.kind === 'unknown' && part.infinite === true);
  return hasInfinite ? withFailures(value) : value;
}

function withFailures(value: Value): Value {
  switch (value.kind) {
    case 'unknown':
      return value.infinite === true ? failed('jsonencode() cannot write an infinite number', value) : value;
    case 'list':
      return withItems(value, value.items.map(withFailures));
    case 'object':
      return withMembers(
        value,
        value.members.map((member) => ({ ...member, value: withFailures(member.value) })),
      );
    default:
      return value;
  }
}
