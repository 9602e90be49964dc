import { readOperator } from '../../../../facts/access/conditionOperators.ts';
import { listed } from '../../../sentenceParts.ts';
import type { Condition } from '../decision/statement.ts';

type Test = Extract<Condition, { kind: 'test' }>;

const UNKNOWN = {
  condition: 'a condition that is not known is met',
  resources: 'the repository is one of the resources, which are not known',
  meaningOfResources: 'the repository is one of the resources',
} as const;

/** A condition as a clause: "aws:SourceIp is in 203.0.113.0/24", "an unknown condition is met". */
export function conditionClause(condition: Condition): string {
  switch (condition.kind) {
    case 'unknown':
      return UNKNOWN[condition.of];
    case 'resource':
      return `the repository is ${condition.isNegated ? 'not ' : ''}${listed(condition.patterns, 'or')}`;
    case 'test':
      return testClause(condition);
  }
}

function testClause({ operator, key, values }: Test): string {
  const read = readOperator(operator);
  const texts = listed(
    values.map((value) => (value === null ? 'a value that is not known' : value === '' ? '""' : value)),
    'or',
  );
  if (read === null) return `${operator} ${key} is ${texts}`;
  const { fact, quantifier, ifExists } = read;
  if (fact.family === 'Null') return nullClause(key, values);
  const subject = quantifier === null ? key : `${quantifier === 'ForAnyValue' ? 'a value' : 'every value'} of ${key}`;
  const may = ifExists || quantifier === 'ForAllValues' ? ' or is not given' : '';
  return `${subject} ${verb(fact.name)} ${texts}${may}`;
}

function nullClause(key: string, values: readonly (string | null)[]): string {
  const [value] = values;
  if (values.length !== 1 || (value !== 'true' && value !== 'false')) return `it is not known whether ${key} is given`;
  return value === 'true' ? `${key} is not given` : `${key} is given`;
}

/** The words for an operator, by the beginning and end of its name. */
function verb(name: string): string {
  const is = name.includes('Not') ? 'is not' : 'is';
  if (name.endsWith('IpAddress')) return `${is} in`;
  if (name.endsWith('Like')) return `${is} like`;
  if (name.endsWith('LessThanEquals')) return 'is at most';
  if (name.endsWith('GreaterThanEquals')) return 'is at least';
  if (name.endsWith('LessThan')) return 'is less than';
  if (name.endsWith('GreaterThan')) return 'is greater than';
  return is;
}
