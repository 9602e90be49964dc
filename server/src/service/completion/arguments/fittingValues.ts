import { ACCOUNT_SETTING, VALUES_OF_SETTINGS } from '../../../facts/access/accessArguments.ts';
import type { EnumerationValue } from '../../../facts/enumeration.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import type { ArgumentFact } from '../../../facts/provider/resourceSchema.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Block } from '../../../syntax/tree/tree.ts';
import type { ArgumentNameCursor, ArgumentValueCursor } from '../../cursor/block/blockCursor.ts';
import type { Point, Slot } from '../../cursor/point.ts';
import type { DocumentRule } from '../../cursor/policy/documentRule.ts';
import { documentRule, keyOfArgument } from '../../cursor/policy/documentRule.ts';
import { keyRank, rankedValues } from '../policy/relevance.ts';

/** The possible values of an argument that are not in the schema, best match first. */
export function fittingValues(point: Point, cursor: ArgumentValueCursor): readonly EnumerationValue[] {
  const { fact, attribute, owner } = cursor;
  if (owner.labels[0]?.text === ACCOUNT_SETTING.type && fact.name === 'value') return valuesOfSetting(owner, fact);
  return valuesInRule(
    documentRule(point, owner, ({ body }) => body.items.includes(attribute)),
    fact,
  );
}

/** Arguments, required ones first; in a rule of a policy document without those that are not allowed there. */
export function fittingArguments(
  rule: DocumentRule | null,
  slot: Slot,
  facts: readonly ArgumentFact[],
): readonly ArgumentFact[] {
  const rankOf = (fact: ArgumentFact) => {
    const key = rule === null ? undefined : keyOfArgument(rule.level, fact.name);
    if (rule === null || key === undefined) return fact.required ? 0 : 1;
    return keyRank(rule.level, key, withoutOwn(rule, slot).around);
  };
  return facts
    .map((fact) => ({ fact, rank: rankOf(fact) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ fact }) => fact);
}

/** The rule that the body at the cursor is part of. */
export function ruleAround(point: Point, { owner, body }: ArgumentNameCursor): DocumentRule | null {
  return documentRule(point, owner, (block) => block.body === body);
}

/** The values of an argument in the order of their fitness for the rule. */
export function valuesInRule(rule: DocumentRule | null, fact: ArgumentFact): readonly EnumerationValue[] {
  const known = fact.values ?? [];
  const key = rule === null ? undefined : keyOfArgument(rule.level, fact.name);
  if (rule === null || key === undefined) return advisedFirst(fact.name, known);
  const order = rankedValues(rule.level, key, rule.around).map(({ value }) => value);
  return [...known].sort((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}

export const BOOLEANS: readonly EnumerationValue[] = [
  { value: 'true', documentation: 'Yes.' },
  { value: 'false', documentation: 'No.' },
];

/** Values that are advised, by the end of the argument's name. */
const ADVISED: readonly (readonly [argument: RegExp, value: string])[] = [
  [/(?:^|_)image_tag_mutability$/, 'IMMUTABLE'],
  [/(?:^|_)force_delete$/, 'false'],
  [/(?:^|_)scan_type$/, 'ENHANCED'],
  // Tagged images need a list of tags as well.
  [/^tag_status$/, 'untagged'],
];

/** The values with the advised one first. */
export function advisedFirst(argument: string, values: readonly EnumerationValue[]): readonly EnumerationValue[] {
  const advised = ADVISED.find(([name]) => name.test(argument))?.[1];
  const isAdvised = ({ value }: EnumerationValue) => value === advised;
  return [...values.filter(isAdvised), ...values.filter((one) => !isAdvised(one))];
}

function withoutOwn(rule: DocumentRule, slot: Slot): DocumentRule {
  const { object } = rule.around;
  if (object === null) return rule;
  const members = object.members.filter(({ keyPlace }) => keyPlace.end < slot.start || keyPlace.start > slot.end);
  return { ...rule, around: { ...rule.around, object: { ...object, members } } };
}

function valuesOfSetting(owner: Block, fact: ArgumentFact): readonly EnumerationValue[] {
  const name = literalText(attributeOf(owner, 'name')?.value) ?? '';
  const fitting = lookUp(VALUES_OF_SETTINGS, name);
  return (fact.values ?? []).filter(({ value }) => fitting === undefined || fitting.includes(value));
}
