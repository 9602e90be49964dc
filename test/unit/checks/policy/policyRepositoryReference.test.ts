import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { APP, policy, REST } from '../support/policyResources.ts';

const ID = 'policy-repository-reference';

describe(ID, () => {
  it('is reported at the reference and turns it into the name', () => {
    checkOnly(
      ID,
      `${APP}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.app.repository_url
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error policy-repository-reference
  ${REST}
}
`,
    );
    expect(fix(APP + policy('p', 'aws_ecr_repository.app.arn'), 'Use aws_ecr_repository.app.name')).toBe(
      APP + policy('p', 'aws_ecr_repository.app.name'),
    );
  });

  it.each([
    '"arn:aws:ecr:eu-west-1:123456789012:repository/team/app"',
    '"123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app"',
  ])('turns %s into the name', (address) => {
    expect(fix(policy('p', address), 'Use the name')).toBe(policy('p', '"team/app"'));
  });

  it.each(['"team/app"', 'data.aws_ecr_repository.x.name', 'module.ecr.repository_url', '"${local.x}/app"'])(
    'is silent about %s',
    (repository) => {
      const text = `${policy('p', repository)}data "aws_ecr_repository" "x" {\n  name = "x"\n}\nlocals {\n  x = var.y\n}\nvariable "y" {}\n`;
      expect(ruleIdsOnly(ID, text)).toEqual([]);
    },
  );
});
