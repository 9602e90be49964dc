import { EFFECTS, PRINCIPAL_KINDS } from '../../../facts/access/accessValues.ts';
import type { ConditionKeyFact } from '../../../facts/access/conditionKeys.ts';
import { conditionKey, OFFERED_KEYS, valueForms } from '../../../facts/access/conditionKeys.ts';
import type { OperatorFact } from '../../../facts/access/conditionOperators.ts';
import { CONDITION_OPERATORS, describeOperator, readOperator } from '../../../facts/access/conditionOperators.ts';
import type { EnumerationValue } from '../../../facts/enumeration.ts';
import type { AccessCursor } from '../../cursor/access/accessCursor.ts';
import type { Point } from '../../cursor/point.ts';
import { describeConditionKey } from '../../hover/accessWords.ts';
import type { Draft } from '../items/completionItem.ts';
import type { Snippet } from '../items/snippet.ts';
import { stop } from '../items/snippet.ts';
import { insertKey } from '../policy/keyInsertion.ts';
import { printObject } from '../policy/policyPrint.ts';
import { actionItems } from './actionItems.ts';
import { blockArgumentItems, statementKeyItems } from './blockArgumentItems.ts';
import { principalItems } from './principalItems.ts';
import { resourceItems } from './resourceItems.ts';
import { textItem } from './textItem.ts';

/** Suggestions for a part of an access policy, the most likely first, without what its list already has. */
export function accessItems(point: Point, cursor: AccessCursor, offersArguments: boolean): Draft[] {
  const { part } = cursor;
  switch (part.what) {
    case 'action':
      return actionItems(point, cursor);
    case 'resource':
      return resourceItems(point, cursor);
    case 'principal':
      return principalItems(point, cursor, part.of);
    case 'principal-kind':
      return values(point, cursor, PRINCIPAL_KINDS, 'type');
    case 'effect':
      return values(point, cursor, EFFECTS, 'effect');
    case 'operator':
      return operatorValues(point, cursor);
    case 'condition-key':
      return keysFor(part.operator).map((fact) => keyValue(point, cursor, fact));
    case 'condition-value':
      return valuesOf(point, cursor, part.key, part.operator);
    case 'operator-name':
      return operatorNames(point, cursor);
    case 'key-name':
      return keyNames(point, cursor, part.operator);
    case 'argument':
      if (part.isKey === true) return statementKeyItems(point, cursor);
      return offersArguments ? blockArgumentItems(point, cursor, part.level) : [];
  }
}

function values(point: Point, cursor: AccessCursor, known: readonly EnumerationValue[], detail: string): Draft[] {
  return known.map(({ value, documentation }) => textItem(point, cursor, { label: value, detail, documentation }));
}

/** Operators with the set prefixes for keys with several values, the most common first. */
function operators(): readonly { readonly name: string; readonly fact: OperatorFact }[] {
  const many = ['StringEquals', 'StringLike'].flatMap((name) =>
    ['ForAnyValue', 'ForAllValues'].map((quantifier) => `${quantifier}:${name}`),
  );
  const names = [...CONDITION_OPERATORS.map(({ name }) => name), ...many];
  return names.flatMap((name) => {
    const fact = readOperator(name)?.fact;
    return fact === undefined ? [] : [{ name, fact }];
  });
}

function operatorValues(point: Point, cursor: AccessCursor): Draft[] {
  return operators().map(({ name, fact }) =>
    textItem(point, cursor, { label: name, detail: 'operator', documentation: describeOperator(fact) }),
  );
}

function operatorNames(point: Point, cursor: AccessCursor): Draft[] {
  const free = operators().filter(({ name }) => !cursor.entries.includes(name));
  return free.map(({ name, fact }) => ({
    label: name,
    kind: 'key',
    detail: 'operator',
    documentation: describeOperator(fact),
    insert: insertKey(point, cursor, inQuotes(name, cursor), (style) => printObject([[stop()]], style)),
  }));
}

function keyNames(point: Point, cursor: AccessCursor, operator: string | null): Draft[] {
  const free = keysFor(operator).filter(({ name }) => !cursor.entries.includes(name));
  return free.map((fact) => ({
    label: fact.name,
    kind: 'key',
    detail: 'condition key',
    documentation: describeConditionKey(fact),
    insert: insertKey(point, cursor, inQuotes(fact.name, cursor), () => exampleOf(fact)),
  }));
}

function keyValue(point: Point, cursor: AccessCursor, fact: ConditionKeyFact): Draft {
  return textItem(point, cursor, {
    label: fact.name,
    detail: 'condition key',
    documentation: describeConditionKey(fact),
  });
}

function exampleOf(fact: ConditionKeyFact): Snippet {
  return ['"', stop(valueForms(fact)[0] ?? ''), '"'];
}

/** Keys whose values an operator compares, before all others. */
function keysFor(operator: string | null): readonly ConditionKeyFact[] {
  const family = operator === null ? undefined : readOperator(operator)?.fact.family;
  if (family === undefined || family === 'Null') return OFFERED_KEYS;
  const fits = ({ family: own }: ConditionKeyFact) => own === family;
  return [...OFFERED_KEYS.filter(fits), ...OFFERED_KEYS.filter((fact) => !fits(fact))];
}

function valuesOf(point: Point, cursor: AccessCursor, name: string | null, operator: string | null): Draft[] {
  const fact = name === null ? undefined : conditionKey(name);
  const isNull = operator !== null && readOperator(operator)?.fact.family === 'Null';
  const forms = isNull ? ['true', 'false'] : fact === undefined ? [] : valueForms(fact);
  return forms
    .filter((form) => !cursor.entries.includes(form))
    .map((form) =>
      textItem(point, cursor, {
        label: form,
        detail: name ?? 'value',
        documentation: fact === undefined ? '' : fact.documentation,
        isExample: fact?.family !== 'Bool' && !isNull,
      }),
    );
}

/** A key as it must be written without existing quotes: in Terraform's language a bare key cannot contain a colon. */
function inQuotes(name: string, { slot, spelling }: AccessCursor): string {
  const needsQuotes = slot.quotes === 'none' && !spelling.quotesKeys && /[:/]/.test(name);
  return needsQuotes ? `"${name}"` : name;
}
