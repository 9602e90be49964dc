import { describe, expect, it } from 'vitest';
import { checkOnly, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { OWNERS, RULE, VARIABLE } from '../support/policyOwners.ts';

const ID = 'policy-rule-count';

describe('a policy without rules', () => {
  const NONE = [
    'jsonencode({ rules = [] })',
    '"{\\"rules\\": []}"',
    '<<EOT\n{ "rules": [] }\nEOT',
    'jsonencode({ rules = concat([], []) })',
    'jsonencode({ rules = [for x in [] : x] })',
    'jsonencode(merge({}, { rules = [] }))',
    'jsonencode({ rules = local.none })',
    `jsonencode({ rules = [for rule in [${RULE}] : rule if rule.rulePriority > 1] })`,
    'data.aws_ecr_lifecycle_policy_document.none.json',
  ];
  const members = Object.keys(OWNERS).flatMap((owner) => NONE.map((policy) => ({ owner, policy })));

  it.each(members)('$owner, $policy: is told by its count', ({ owner, policy }) => {
    const document = 'data "aws_ecr_lifecycle_policy_document" "none" {\n}\n';
    const rest = `locals {\n  none = []\n}\n${policy.startsWith('data.') ? document : ''}`;
    expect(ruleIdsOnly(ID, `${rest}${OWNERS[owner]?.(policy) ?? ''}`)).toEqual(['error policy-rule-count']);
  });

  it('is reported at the policy and offers policies to begin with', () => {
    const text = OWNERS['resource']?.('jsonencode({ rules = [] })') ?? '';
    checkOnly(
      ID,
      text.replace(
        '[] })',
        '[] })\n               ^^^^^^^^^^ error policy-rule-count The policy has no rule, and AWS accepts 1 to 50.',
      ),
    );
    expect(fixTitlesOnly(ID, text).filter((title) => title.startsWith('choice: Write a policy that'))).not.toEqual([]);
  });

  it.each([
    'var.on ? [RULE] : []',
    'concat(var.on ? [RULE] : [], var.on ? [] : [RULE])',
    '[for r in [RULE] : r if var.on]',
  ])('%s: is silent where a condition leaves the rules out', (rules) => {
    const policy = `jsonencode({ rules = ${rules.replaceAll('RULE', RULE)} })`;
    expect(ruleIdsOnly(ID, `${VARIABLE}${OWNERS['resource']?.(policy) ?? ''}`)).toEqual([]);
  });
});
