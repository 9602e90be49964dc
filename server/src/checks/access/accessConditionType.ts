import type { AccessTest, Entry } from '../../ecr/documents/access/accessPolicy.ts';
import { knownTexts } from '../../ecr/documents/access/actions.ts';
import type { ConditionKeyFact } from '../../facts/access/conditionKeys.ts';
import { conditionKey } from '../../facts/access/conditionKeys.ts';
import type { OperatorFamily } from '../../facts/access/conditionOperators.ts';
import type { AccessCheck } from '../check.ts';

export const accessConditionType: AccessCheck = {
  subject: 'access',
  id: 'access-condition-type',
  title: 'A condition operator does not fit its key or value',
  severity: 'warning',
  *check(policy) {
    for (const { conditions } of policy.statements) {
      for (const test of conditions.state === 'known' ? conditions.tests : []) {
        const { operator, operatorMember, keyMember } = test;
        const fact = conditionKey(test.key);
        if (operator === null) continue;
        if (fact !== undefined && !fits(operator.fact.family, fact)) {
          yield {
            place: keyMember.keyPlace,
            message: `${operatorMember.key} compares another kind of value than ${fact.name} holds, so the condition never works as intended. Use an operator that begins with ${fact.family}.`,
          };
          continue;
        }
        const odd = oddValue(test);
        if (odd === undefined) continue;
        yield {
          place: odd.node.place,
          message: `${operatorMember.key} compares ${FORMS[operator.fact.family].name}, which "${odd.text}" is not: the condition never works as intended.`,
        };
      }
    }
  },
};

/** True when an operator can compare values of a key's type. */
function fits(family: OperatorFamily, key: ConditionKeyFact): boolean {
  if (family === key.family || family === 'Null') return true;
  // A string operator accepts any text; a numeric operator accepts seconds for a date.
  if (family === 'String') return key.family !== 'IpAddress' && key.family !== 'Bool';
  return family === 'Numeric' && key.family === 'Date';
}

const ANY = { name: 'texts', form: /^/ };

const FORMS: Readonly<Record<OperatorFamily, { readonly name: string; readonly form: RegExp }>> = {
  String: ANY,
  Binary: ANY,
  Arn: { name: 'ARNs', form: /^(?:arn:|\*|\?|\$\{)/ },
  Bool: { name: '"true" and "false"', form: /^(?:true|false)$/i },
  Null: { name: '"true" and "false"', form: /^(?:true|false)$/i },
  Numeric: { name: 'numbers', form: /^-?\d+(?:\.\d+)?$/ },
  Date: { name: 'dates such as "2026-01-31T00:00:00Z"', form: /^(?:\d{4}-\d\d(?:-\d\d(?:T.*)?)?|\d+)$/ },
  IpAddress: {
    name: 'addresses such as "203.0.113.0/24"',
    form: /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)(?:\/\d{1,3})?$/i,
  },
};

function oddValue({ operator, values }: AccessTest): (Entry & { readonly text: string }) | undefined {
  if (operator === null) return undefined;
  const { form } = FORMS[operator.fact.family];
  return knownTexts(values).find(({ text }) => !text.includes('${') && !form.test(text));
}
