import type { Fix } from '../ecr/change.ts';
import type { PolicyRule } from '../ecr/policy/lifecyclePolicy.ts';
import type { PolicyScalar } from '../ecr/policy/nodes.ts';
import { countTypeFact } from '../facts/countTypes.ts';
import type { PolicyCheck } from './rule.ts';

export const ruleDescriptionMismatch: PolicyCheck = {
  subject: 'policy',
  id: 'rule-description-mismatch',
  title: 'A description states a number or unit that its rule contradicts',
  severity: 'hint',
  *check(policy) {
    for (const rule of policy.rules) {
      const { description, countNumber, countType } = rule;
      if (description.state !== 'known' || countNumber.state !== 'known' || countType.state !== 'known') continue;
      const stated = statementIn(description.value);
      const fact = countTypeFact(countType.value);
      if (stated === null || fact === undefined) continue;
      const unit = fact.countsDays ? 'day' : 'image';
      const isContradicted =
        stated.unit === unit ? stated.number !== countNumber.value : stated.number === countNumber.value;
      if (!isContradicted) continue;
      yield {
        place: description.node.place,
        message: `The description speaks of ${stated.number} ${stated.unit}s, and the rule counts ${countNumber.value} ${unit}s. Correct the one that is wrong.`,
        fixes: correction(rule, description.node, description.value, stated, unit),
      };
    }
  },
};

interface Statement {
  readonly number: number;
  readonly unit: 'day' | 'image';
  /** Half-open range of the number and the unit in the text. */
  readonly start: number;
  readonly end: number;
}

/** What a text says of a number of days or images; null when it says nothing, or more than one thing. */
function statementIn(text: string): Statement | null {
  if (/\b(hours?|weeks?|months?|years?|minutes?)\b/i.test(text)) return null;
  const numbers = [...text.matchAll(/\d+/g)];
  const [found, ...others] = [...text.matchAll(/(?<![\w.,-])(\d{1,6})[ -](days?|images?)\b/gi)];
  if (found === undefined || others.length > 0 || numbers.length > 1) return null;
  const [whole, number = '', word = ''] = found;
  const unit = word.toLowerCase().startsWith('day') ? 'day' : 'image';
  return { number: Number(number), unit, start: found.index, end: found.index + whole.length };
}

function correction(
  { countNumber }: PolicyRule,
  node: PolicyScalar,
  text: string,
  { start, end }: Statement,
  unit: Statement['unit'],
): Fix[] {
  if (countNumber.state !== 'known') return [];
  const { value: number } = countNumber;
  const value = `${text.slice(0, start)}${number} ${unit}${number === 1 ? '' : 's'}${text.slice(end)}`;
  return [
    {
      title: `Say "${number} ${unit}${number === 1 ? '' : 's'}" in the description`,
      kind: 'choice',
      changes: [{ kind: 'replace-value', node, value }],
    },
  ];
}
