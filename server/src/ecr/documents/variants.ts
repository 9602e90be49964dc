import { doubtfulOptions, tellingOptions } from '../../evaluate/tellingOptions.ts';
import { encodedValue, openedList, unknown, withItems, withMembers } from '../../evaluate/values/makeValue.ts';
import { effectiveMembers, encodedIn, isWhollyKnown } from '../../evaluate/values/partsOfValue.ts';
import type { AlternativesValue, ObjectMember, Value } from '../../evaluate/values/value.ts';
import { extentOf, SIZE_LIMIT } from '../../evaluate/values/valueExtent.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { isInPlace } from '../../syntax/tree/place.ts';
import type { Vocabulary } from './vocabulary.ts';
import { keysWhere } from './vocabulary.ts';

/** With more options than this, everything that depends on a condition is unknown. */
export const OPTION_LIMIT = 32;

/** One reading of a document's value; `isBranch` when a condition inside it may give another one. */
export interface Variant {
  readonly value: Value;
  readonly isBranch: boolean;
  /** Set for one of several readings that are only meaningful together. */
  readonly doubt?: Doubt;
}

/** What is known about a reading that takes one of several values, when an unknown key chooses. */
export interface Doubt {
  /** The same for all readings that choose at one place. */
  readonly choice: string;
}

/**
 * The possible documents of a value: each document that is written out whole, and within each the variants of
 * `variantsOf`.
 */
export function documentVariantsOf(value: Value, vocabulary: Vocabulary): readonly Variant[] {
  const lists = keysWhere(vocabulary, ({ type }) => type === 'object-list');
  return wholesOf(value).flatMap((whole) => {
    const variants = variantsOf(whole, lists);
    const sure = variants.map((variant) => ({ value: variant, isBranch: variants.length > 1 }));
    return [...sure, ...doubtfulVariantsOf(whole, lists), ...chosenTextsOf(whole)];
  });
}

/** What a text may be, for each value that an unknown key chooses for a stretch of it. */
function chosenTextsOf(value: Value): readonly Variant[] {
  const chosen = value.kind === 'partial-string' ? (value.chosen ?? []) : [];
  return chosen.flatMap((texts, index) =>
    texts.map((text) => ({ value: text, isBranch: true, doubt: { choice: `text ${index}` } })),
  );
}

/** The documents that a condition chooses between. */
function wholesOf(given: Value): readonly Value[] {
  const value = encodedIn(given) ?? given;
  if (value.kind === 'alternatives') {
    const options = tellingOptions(value);
    return options.length === 0 ? [undecided(value)] : options.flatMap((option) => wholesOf(asBranch(option, value)));
  }
  if (value.kind !== 'encoded') return [value];
  const wholes = wholesOf(value.encoded);
  return wholes.length === 1 ? [value] : wholes.map((encoded) => encodedValue(encoded, value));
}

/** An option of a conditional, in the case that it is chosen. */
export function asBranch(option: Value, { place }: AlternativesValue): Value {
  return withoutGuardedNulls(option, place);
}

/** The value with everything unknown that depends on a condition. */
export function undecided(value: Value, lists: ListKeys = NO_LISTS): Value {
  return choose(value, null, lists);
}

/**
 * The possible values for each branch of each undecided conditional: one value per branch, in which all other
 * conditionals are unknown. Branches are not multiplied, so related conditions are never combined inconsistently.
 */
export function variantsOf(value: Value, lists: ListKeys = NO_LISTS): readonly Value[] {
  const targets = new Set<AlternativesValue>();
  collect(value, targets);
  if (targets.size === 0) return [value];
  const choices = [...targets].flatMap((target) => tellingOptions(target).map((option) => ({ target, option })));
  const isTooMuch = choices.length * extentOf(value).size > 2 * SIZE_LIMIT;
  if (choices.length === 0 || choices.length > OPTION_LIMIT || isTooMuch) return [undecided(value, lists)];
  return choices.map((choice) => choose(value, choice, lists));
}

/**
 * The possible values for each value that a key chooses from; everything that depends on a condition or another key is
 * unknown in them.
 */
export function doubtfulVariantsOf(
  value: Value,
  lists: ListKeys = NO_LISTS,
): readonly (Variant & { readonly doubt: Doubt })[] {
  const targets = new Set<AlternativesValue>();
  collect(value, targets);
  return [...targets].flatMap((target, index) => {
    const options = doubtfulOptions(target);
    if (options.length === 0 || options.length * extentOf(value).size > SIZE_LIMIT) return [];
    const doubt = { choice: `${index}` };
    return options.map((option) => ({ value: choose(value, { target, option }, lists), isBranch: true, doubt }));
  });
}

/** The keys whose values are lists of objects. */
type ListKeys = ReadonlySet<string>;

const NO_LISTS: ListKeys = new Set();

interface Choice {
  readonly target: AlternativesValue;
  readonly option: Value;
}

function collect(value: Value, found: Set<AlternativesValue>): void {
  if (isWhollyKnown(value)) return;
  switch (value.kind) {
    case 'alternatives':
      found.add(value);
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

function choose(value: Value, choice: Choice | null, lists: ListKeys): Value {
  if (isWhollyKnown(value)) return value;
  switch (value.kind) {
    case 'alternatives':
      return value === choice?.target
        ? choose(asBranch(choice.option, value), choice, lists)
        : unknown('it depends on a condition that is not known', value);
    case 'encoded':
      return encodedValue(choose(value.encoded, choice, lists), value);
    case 'list':
      return withItems(
        value,
        value.items.map((item) => choose(item, choice, lists)),
      );
    case 'object':
      return withMembers(
        value,
        // The key exists in every branch: it can be neither removed nor moved for only one of them.
        value.members.map((member) => ({
          ...member,
          value: chooseMember(member, choice, lists),
          item: member.value.kind === 'alternatives' ? null : member.item,
        })),
      );
    default:
      return value;
  }
}

/** When a condition decides on the objects of a list, there may be others than those of this branch. */
function chooseMember({ key, value }: ObjectMember, choice: Choice | null, lists: ListKeys): Value {
  const chosen = choose(value, choice, lists);
  if (!lists.has(key) || chosen.kind !== 'list') return chosen;
  const dependsOnCondition =
    value.kind === 'alternatives' || (value.kind === 'list' && value.items.some(({ kind }) => kind === 'alternatives'));
  return dependsOnCondition ? openedList(chosen) : chosen;
}

/**
 * A branch without the nulls from elsewhere: the unknown condition may be the one that excludes the branch when they
 * are null.
 */
function withoutGuardedNulls(value: Value, conditional: Place): Value {
  switch (value.kind) {
    case 'null':
      return isInPlace(value.place, conditional) ? value : unknown('the condition may keep a null out', value);
    case 'encoded':
      return encodedValue(withoutGuardedNulls(value.encoded, conditional), value);
    case 'list':
      return withItems(
        value,
        value.items.map((item) => withoutGuardedNulls(item, conditional)),
      );
    case 'object':
      return withMembers(
        value,
        value.members.map((member) => ({ ...member, value: withoutGuardedNulls(member.value, conditional) })),
      );
    default:
      return value;
  }
}
