import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';
import { heredoc, RULE } from '../support/policyTexts.ts';

const ID = 'policy-shape';

describe(ID, () => {
  it('is reported at the opening of what has the wrong shape', () => {
    checkOnly(ID, heredoc(`    [${RULE}]\n    ^ error policy-shape must be an object, not a list`));
    checkOnly(ID, heredoc('    {"rules": {}}\n              ^ error policy-shape rules must be a list of rules'));
    checkOnly(
      ID,
      heredoc(
        `    {"rules": ["expire", ${RULE}]}\n               ^^^^^^^^ error policy-shape A rule must be an object, not a string`,
      ),
    );
    checkOnly(
      ID,
      heredoc(
        `    {"rules": [{"rulePriority": 1, "selection": [], "action": "expire"}]}\n${' '.repeat(48)}^ error policy-shape selection must be an object\n${' '.repeat(62)}^^^^^^^^ error policy-shape action must be an object`,
      ),
    );
  });

  it('finds a second value', () => {
    checkOnly(ID, heredoc(`    {"rules": [${RULE}]}\n    {"rules": []}\n    ^ error policy-shape second JSON value`));
  });

  it('says nothing where the value is unknown', () => {
    checkOnly(
      ID,
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode(var.policy)\n}\n',
    );
    checkOnly(
      ID,
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = local.rules })\n}\n',
    );
  });
});
