import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const REST =
  'policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })';

function policy(name: string, repository: string, before = ''): string {
  return `resource "aws_ecr_lifecycle_policy" "${name}" {\n${before}  repository = ${repository}\n  ${REST}\n}\n`;
}

const APP = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;

describe('policy-repository-repeated', () => {
  it('stands on the later policy, whichever way the two name the repository', () => {
    check({
      'a.tf': `${APP}${policy('one', 'aws_ecr_repository.app.name')}`,
      'b.tf': `
resource "aws_ecr_lifecycle_policy" "two" {
  repository = "team/app"
               ^^^^^^^^^^ error policy-repository-repeated aws_ecr_lifecycle_policy.one
  ${REST}
}
`,
    });
  });

  it('stands on the repository of instances that share it', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = toset(["untagged", "old"])
  repository = "team/app"
               ^^^^^^^^^^ error policy-repository-repeated
  ${REST}
}
`);
  });

  it.each([
    ['different repositories', policy('one', '"a/b"') + policy('two', '"a/c"')],
    ['policies that may be absent', policy('one', '"a/b"', '  count = 1\n') + policy('two', '"a/b"')],
    ['different regions', policy('one', '"a/b"', '  region = "eu-west-1"\n') + policy('two', '"a/b"')],
    ['different providers', policy('one', '"a/b"', '  provider = aws.eu\n') + policy('two', '"a/b"')],
    [
      'instances of different repositories',
      policy('one', 'aws_ecr_repository.app["x"].name') +
        policy('two', 'aws_ecr_repository.app["y"].name') +
        APP.replace('{\n', '{\n  for_each = var.names\n') +
        'variable "names" {}\n',
    ],
    ['instances that are not known', `${policy('one', '"a/b"', '  for_each = var.rules\n')}variable "rules" {}\n`],
    ['one instance', policy('one', '"a/b"', '  for_each = toset(["x"])\n')],
  ])('is silent about %s', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
  });
});

describe('policy-repository-reference', () => {
  it('stands on the reference and turns it into the name', () => {
    check(`${APP}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.app.repository_url
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error policy-repository-reference
  ${REST}
}
`);
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
      expect(ruleIds(text)).toEqual([]);
    },
  );
});

describe('policy-repository-undeclared', () => {
  it('stands on the reference and offers the nearest name', () => {
    check(
      `${APP}
${policy('q', '"other/app"')}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "\${local.prefx}-\${aws_ecr_repository.ap.name}"
                  ^^^^^^^^^^^ error policy-repository-undeclared
                                 ^^^^^^^^^^^^^^^^^^^^^ error policy-repository-undeclared
  ${REST}
}
locals {
  prefix = "x"
}
`
        .replace('= "team/app"', '= var.name\n  count = 0')
        .concat('variable "name" {}\n'),
    );
    const orders = APP.replace('"app"', '"orders"');
    const text = orders + policy('r', 'aws_ecr_repository.orders.name') + policy('p', 'aws_ecr_repository.order.name');
    expect(fixTitles(text)).toEqual(['choice: Use aws_ecr_repository.orders']);
  });
});

describe('policy-public-repository', () => {
  it('stands on the repository', () => {
    check(`
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecrpublic_repository.app.repository_name
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning policy-public-repository
  ${REST}
}
`);
  });
});

describe('expressions that Terraform refuses', () => {
  it('a missing file stands on the path', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = file("\${path.module}/policies/none.json")
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error file-missing no file exists at "./policies/none.json"
}
`);
  });

  it.each([
    ['a file that is only tried', 'try(file("none.json"), jsonencode({ rules = var.rules }))'],
    [
      'a file that is asked for first',
      'fileexists("none.json") ? file("none.json") : jsonencode({ rules = var.rules })',
    ],
    ['a path that is not known', 'file("${var.rules}.json")'],
    ['an absolute path', 'file("/etc/none.json")'],
    ['a path outside', 'file("../../none.json")'],
  ])('is silent about %s', (_, expression) => {
    const text = `variable "rules" {}\nresource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = ${expression}\n}\n`;
    expect(ruleIds(text)).toEqual([]);
  });

  it('a path in the place of a policy is read by the fix', () => {
    const text =
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = "policy.json"\n}\n';
    expect(ruleIds(text)).toEqual(['error file-missing']);
    expect(fixTitles(text)).toEqual(['choice: Read the file: file("${path.module}/policy.json")']);
  });

  it('a module that others call may read files of its callers', () => {
    expect(
      ruleIds({
        'main.tf': 'module "ecr" {\n  source = "./ecr"\n}\n',
        'ecr/main.tf':
          'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = file("policies/app.json")\n}\n',
        'policies/app.json':
          '{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5 }, "action": { "type": "expire" } }] }',
      }),
    ).toEqual([]);
  });

  it('locals in a circle are told once, at the last of them', () => {
    check({
      'a.tf': `
locals {
  a = local.b
}
`,
      'b.tf': `
locals {
  b = "\${local.a}-x"
         ^^^^^^^ error reference-cycle local.b refers to itself by way of local.a
  c = local.a
}
`,
    });
  });

  it('a module that calls its caller is told at the source', () => {
    check({
      'main.tf': `
module "inner" {
  source = "./inner"
           ^^^^^^^^^ error reference-cycle
}
`,
      'inner/main.tf': `
module "outer" {
  source = "../"
           ^^^^^ error reference-cycle
}
`,
    });
  });
});
