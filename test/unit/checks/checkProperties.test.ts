import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { ruleIds } from '../support/checkProblems.ts';

describe('what checks declare about themselves', () => {
  it('names a check of calls as the cause of a finding', () => {
    const causes = CHECKS.flatMap(({ isConsequenceOf }) => isConsequenceOf?.id ?? []);
    expect(causes.length).toBeGreaterThan(0);
    const calls = CHECKS.filter(({ subject }) => subject === 'module').map(({ id }) => id);
    expect(causes.filter((id) => !calls.includes(id))).toEqual([]);
  });

  it('covers every check of calls, which all have ids that begin with module-', () => {
    const ofCalls = CHECKS.filter(
      (check) => check.subject === 'module' || (check.subject === 'block' && check.isOfCalls === true),
    );
    expect(ofCalls.map(({ id }) => id).toSorted()).toEqual(
      CHECKS.map(({ id }) => id)
        .filter((id) => id.startsWith('module-'))
        .toSorted(),
    );
  });

  it('says only once that an access policy is far too long', () => {
    const statement = '{ Effect = "Alow", Principal = "*", Action = "ecr:BatchGetImag" }';
    const text = `resource "aws_ecr_repository_policy" "p" {\n  repository = "team/app"\n  policy = jsonencode({ Version = "2012-10-17", Statement = [${Array.from({ length: 501 }, () => statement).join(', ')}] })\n}\n`;
    expect(ruleIds(text).filter((id) => id.includes(' access-'))).toEqual(['error access-policy-length']);
  });
});
