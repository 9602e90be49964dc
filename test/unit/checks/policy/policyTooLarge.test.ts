import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { policies } from '../../support/hostileDocuments.ts';

const ID = 'policy-too-large';

const RULE =
  '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }';

/** Forty locals, each of which contains the previous one twice. */
function chain(expression: string, first = '["a"]'): string {
  const locals = Array.from(
    { length: 40 },
    (_, index) => `  a${index + 1} = ${expression.replaceAll('P', `local.a${index}`)}\n`,
  );
  return `locals {\n  a0 = ${first}\n${locals.join('')}}\n`;
}

describe('a policy that is given up because of its size', () => {
  it.each([
    ['[P, P]', '["a"]'],
    ['{ p = P, q = P }', '["a"]'],
    ['"${P}${P}"', '"{"'],
    ['concat(P, P)', '["a"]'],
    ['jsonencode([P, P])', '"{"'],
    ['[for x in [1, 2] : P]', '["a"]'],
    ['join("", [P, P])', '"{"'],
    ['format("%s%s", P, P)', '"{"'],
    ['merge({ p = P }, { q = P })', '{ a = 1 }'],
  ])('is told: %s', (expression, first) => {
    const text = `${chain(expression, first)}${policies(1, 'jsonencode({ rules = local.a40 })')}`;
    expect(ruleIdsOnly(ID, text)).toEqual(['info policy-too-large']);
  });

  it('is told once for each policy that a module leaves too little for', () => {
    const many = `[${Array.from({ length: 150 }, () => RULE).join(', ')}]`;
    const text = `locals {\n  p = jsonencode({ rules = ${many} })\n}\n${policies(900, 'local.p')}`;
    const told = ruleIdsOnly(ID, text);
    expect(told.length).toBeGreaterThan(100);
    expect(told.length).toBeLessThan(900);
  });

  it.each([`jsonencode({ rules = [${RULE}] })`, 'var.policy', 'jsonencode({ rules = var.rules })'])(
    'nothing is told of %s',
    (policy) => {
      const text = `variable "policy" {}\nvariable "rules" {}\n${policies(3, policy)}`;
      expect(ruleIdsOnly(ID, text)).toEqual([]);
    },
  );
});
