import { describe, it } from 'vitest';
import { check } from '../../support/checkProblems.ts';
import { heredoc, RULE } from '../support/policyTexts.ts';

describe('JSON with interpolations', () => {
  it('is checked on both sides of them', () => {
    check(
      heredoc(`    {"rules": [
      {"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countUnit": "days", "countNumber": \${var.count}}, "action": {"type": "expire",}}
                                                                                                            ^^^^^^ error rule-count-unit-forbidden
                                                                                                                                                                             ^ error policy-json-syntax no trailing commas
    ]}`),
    );
  });

  it('is left alone where they may stand for anything', () => {
    check(heredoc('    {"rules": [ ${RULE_TEXT} ${var.more} ]}'.replace('${RULE_TEXT}', RULE)));
    check(heredoc('    {"rules": [ ${var.rules} ${RULE_TEXT} ]}'.replace('${RULE_TEXT}', RULE)));
  });
});
