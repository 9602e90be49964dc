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

describe('the name of a repository in other blocks', () => {
  const ID = 'policy-repository-reference';
  const A = 'resource "aws_ecr_repository" "a" {\n  name = var.n\n}\nvariable "n" {}\n';
  const block = (type: string, argument: string, value: string, kind = 'resource', more = '') =>
    `${A}${kind} "${type}" "x" {\n${more}  ${argument} = ${value}\n}\n`;

  it.each([
    block('aws_ecr_repository_policy', 'repository', 'aws_ecr_repository.a.repository_url'),
    block('aws_ecr_repository_policy', 'repository', 'aws_ecr_repository.a.arn'),
    block('aws_ecr_repository_policy', 'repository', 'aws_ecr_repository.a.registry_id'),
    block('aws_ecr_repository_policy', 'repository', '"111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app"'),
    block('aws_ecr_lifecycle_policy', 'repository', 'data.aws_ecr_repository.d.repository_url'),
    block('aws_ecr_repository', 'name', '"arn:aws:ecr:eu-west-1:111122223333:repository/app"', 'data'),
    block('aws_ecr_image', 'repository_name', 'aws_ecr_repository.a.repository_url', 'data'),
    block('aws_ecr_images', 'repository_name', '"arn:aws:ecr:eu-west-1:111122223333:repository/app"', 'data'),
    block('aws_ecrpublic_repository_policy', 'repository_name', 'aws_ecrpublic_repository.p.repository_uri'),
    block('aws_ecrpublic_repository_policy', 'repository_name', '"public.ecr.aws/a1b2c3d4/app"'),
    block(
      'aws_ecr_repository_policy',
      'repository',
      'each.value',
      'resource',
      '  for_each = toset(["arn:aws:ecr:eu-west-1:111122223333:repository/app"])\n',
    ),
  ])('is not an ARN, a URL or an account: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    block('aws_ecr_repository_policy', 'repository', 'aws_ecr_repository.a.name'),
    block('aws_ecr_repository_policy', 'repository', 'aws_ecr_repository.a.id'),
    block('aws_ecr_repository_policy', 'repository', 'var.repository'),
    block('aws_ecr_repository_policy', 'repository', 'data.aws_ecr_repository.d.name'),
    block('aws_ecr_repository', 'name', '"team/app"', 'data'),
    block('aws_ecr_image', 'repository_name', 'aws_ecr_repository.a.name', 'data'),
    block('aws_ecrpublic_repository_policy', 'repository_name', 'aws_ecrpublic_repository.p.id'),
    block('aws_lambda_function', 'image_uri', 'aws_ecr_repository.a.repository_url'),
  ])('is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
