import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';
import { OWNERS, RULE, VARIABLE } from '../support/policyOwners.ts';

describe('an empty text', () => {
  const EMPTY = [
    '""',
    'trimspace("")',
    'var.on ? jsonencode({ rules = [RULE] }) : ""',
    '<<EOT\nEOT',
    'true ? "" : "x"',
    'join("", [])',
    'coalesce(null, "")',
    'try("", null)',
    'local.none',
  ].map((policy) => policy.replace('RULE', RULE));
  const text = (owner: string, policy: string) =>
    `${VARIABLE}locals {\n  none = ""\n}\n${OWNERS[owner]?.(policy) ?? ''}`;

  it.each(EMPTY)('%s: stands for no policy in a template', (policy) => {
    // coalesce() skips empty texts and fails.
    const expected = policy.startsWith('coalesce') ? ['error template-error'] : [];
    expect(ruleIds(text('template', policy))).toEqual(expected);
    expect(ruleIds(text('template of a module', policy))).toEqual(expected);
  });

  it.each(EMPTY)('%s: is refused as the policy of a repository', (policy) => {
    const expected = policy.startsWith('coalesce') ? ['error template-error'] : ['error policy-length'];
    expect(ruleIds(text('resource', policy))).toEqual(expected);
  });
});
