import type { AlternativesValue, Value } from '../../evaluate/value.ts';
import { effectiveMembers, unknown } from '../../evaluate/value.ts';
import type { Place } from '../../syntax/place.ts';

/** With more options than this, nothing that hangs on a condition is looked at. */
const OPTION_LIMIT = 32;

/**
 * What a value may be, for each branch of each conditional whose condition is not known: one value for each branch,
 * the other conditionals being unknown in it. Branches are not multiplied, so that conditions that hang together are
 * never taken apart.
 */
export function variantsOf(value: Value): readonly Value[] {
  const undecided: AlternativesValue[] = [];
  collect(value, undecided);
  if (undecided.length === 0) return [value];
  const choices = undecided.flatMap((target) => target.options.map((option) => ({ target, option })));
  if (choices.length > OPTION_LIMIT) return [choose(value, null)];
  return choices.map((choice) => choose(value, choice));
}

interface Choice {
  readonly target: AlternativesValue;
  readonly option: Value;
}

function collect(value: Value, found: AlternativesValue[]): void {
  switch (value.kind) {
    case 'alternatives':
      if (!found.includes(value)) found.push(value);
      return;
    case 'encoded':
      collect(value.encoded, found);
      return;
    case 'list':
      for (const item of value.items) collect(item, found);
      return;
    case 'object':
      for (const member of effectiveMembers(value)) collect(member.value, found);
      return;
    default:
  }
}

function choose(value: Value, choice: Choice | null): Value {
  switch (value.kind) {
    case 'alternatives':
      return value === choice?.target
        ? choose(withoutGuardedNulls(choice.option, value.place), choice)
        : unknown('it depends on a condition that is not known', value);
    case 'encoded':
      return { ...value, encoded: choose(value.encoded, choice) };
    case 'list':
      return { ...value, items: value.items.map((item) => choose(item, choice)) };
    case 'object':
      return {
        ...value,
        // The key stands there whichever branch is taken: it can be neither removed nor moved for one of them.
        members: value.members.map((member) => ({
          ...member,
          value: choose(member.value, choice),
          item: member.value.kind === 'alternatives' ? null : member.item,
        })),
      };
    default:
      return value;
  }
}

/**
 * A branch without the nulls that come from elsewhere: where a condition is not known, it may well be the one that
 * keeps the branch from being taken while they are null.
 */
function withoutGuardedNulls(value: Value, conditional: Place): Value {
  switch (value.kind) {
    case 'null':
      return isWithin(value.place, conditional) ? value : unknown('the condition may keep a null out', value);
    case 'encoded':
      return { ...value, encoded: withoutGuardedNulls(value.encoded, conditional) };
    case 'list':
      return { ...value, items: value.items.map((item) => withoutGuardedNulls(item, conditional)) };
    case 'object':
      return {
        ...value,
        members: value.members.map((member) => ({ ...member, value: withoutGuardedNulls(member.value, conditional) })),
      };
    default:
      return value;
  }
}

function isWithin(inner: Place, outer: Place): boolean {
  return inner.uri === outer.uri && inner.piece === outer.piece && inner.start >= outer.start && inner.end <= outer.end;
}
