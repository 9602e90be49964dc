import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const MODULE = `variable "days" {
  type    = number
  default = 14
}

locals {
  keep = { prod = 50, dev = 5 }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy = jsonencode({
    rules = concat([for index, name in keys(local.keep) : {
      rulePriority = index + 1
      description  = "Keep <\${name}>"
      selection    = { tagStatus = "tagged", tagPrefixList = [name], countType = "imageCountMoreThan", countNumber = local.keep[name] }
      action       = { type = "expire" }
      }], [{
      rulePriority = 10
      selection    = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = var.days }
      action       = { type = "expire" }
    }])
  })
}
`;

const COMPACT =
  '{"rules":[{"action":{"type":"expire"},"description":"Keep \\u003cdev\\u003e","rulePriority":1,"selection":{"countNumber":5,"countType":"imageCountMoreThan","tagPrefixList":["dev"],"tagStatus":"tagged"}},{"action":{"type":"expire"},"description":"Keep \\u003cprod\\u003e","rulePriority":2,"selection":{"countNumber":50,"countType":"imageCountMoreThan","tagPrefixList":["prod"],"tagStatus":"tagged"}},{"action":{"type":"expire"},"rulePriority":10,"selection":{"countNumber":14,"countType":"sinceImagePushed","countUnit":"days","tagStatus":"any"}}]}';

const HEREDOC = (name: string, count: string) => `resource "aws_ecr_lifecycle_policy" "${name}" {
  repository = "${name}"
  policy     = <<EOF
{ "rules": [ { "rulePriority": 1, "description": "a  b", "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${count} }, "action": { "type": "expire" } } ] }
EOF
}
`;

describe('render', () => {
  it('prints what Terraform will send, and says which defaults it took', () => {
    const folder = folderWith({ 'main.tf': MODULE });
    const { status, stdout, stderr } = run(folder, 'render', '--compact', 'main.tf');
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${COMPACT}\n` });
    expect(stderr).toBe('terraform-ecr: with the default of var.days\n');
    expect(JSON.parse(run(folder, 'render', 'main.tf').stdout)).toEqual(JSON.parse(COMPACT));
  });

  it('agrees with the terraform on PATH', (context) => {
    if (spawnSync('terraform', ['version']).status !== 0) context.skip('there is no terraform binary on PATH');
    const output = MODULE.replace(/resource "[^}]*?policy = /s, 'output "policy" {\n  value = ');
    const folder = folderWith({ 'main.tf': output });
    spawnSync('terraform', ['init'], { cwd: folder });
    spawnSync('terraform', ['apply', '-auto-approve'], { cwd: folder });
    const { stdout } = spawnSync('terraform', ['output', '-raw', 'policy'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe(COMPACT);
  });

  it('keeps the order of keys in a text, without its white space', () => {
    const { stdout } = run(folderWith({ 'main.tf': HEREDOC('app', '5') }), 'render', '--compact', 'main.tf');
    expect(stdout).toBe(
      '{"rules":[{"rulePriority":1,"description":"a  b","selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}]}\n',
    );
  });

  it('names each part that is not known, with its place and why', () => {
    const folder = folderWith({ 'main.tf': HEREDOC('app', '${aws_ssm_parameter.count.value}') });
    const { status, stdout, stderr } = run(folder, 'render', 'main.tf');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('main.tf:4:143: ${aws_ssm_parameter.count.value}');
  });

  it('lists the addresses where a file has several policies', () => {
    const folder = folderWith({ 'main.tf': HEREDOC('one', '1') + HEREDOC('two', '2') });
    const { status, stderr } = run(folder, 'render', 'main.tf');
    expect(status).toBe(2);
    expect(stderr).toContain('main.tf#aws_ecr_lifecycle_policy.one\n  main.tf#aws_ecr_lifecycle_policy.two');
    expect(run(folder, 'render', 'main.tf#aws_ecr_lifecycle_policy.two').stdout).toContain('"countNumber": 2');
    expect(run(folder, 'render', 'main.tf#aws_ecr_lifecycle_policy.none')).toMatchObject({ status: 2 });
  });

  it('reads the policies of local modules, of JSON files and of plans', () => {
    const policy = '{"rules":[]}';
    const plan = {
      format_version: '1.2',
      planned_values: {
        root_module: {
          child_modules: [
            {
              resources: [
                {
                  address: 'module.ecr.aws_ecr_lifecycle_policy.p',
                  mode: 'managed',
                  type: 'aws_ecr_lifecycle_policy',
                  values: { policy },
                },
              ],
            },
          ],
        },
      },
    };
    const folder = folderWith({
      'main.tf': 'module "ecr" {\n  source = "./ecr"\n  rules  = []\n}\n',
      'ecr/main.tf':
        'variable "rules" {}\nresource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = var.rules })\n}\n',
      'policy.json': '{ "rules": [] }',
      'plan.json': JSON.stringify(plan),
    });
    for (const source of ['main.tf', 'main.tf#module.ecr.aws_ecr_lifecycle_policy.p', 'policy.json', 'plan.json']) {
      expect(run(folder, 'render', '--compact', source)).toMatchObject({ status: 0, stdout: `${policy}\n` });
    }
  });

  it.each([
    [[], 'render takes a SOURCE'],
    [['none.tf'], 'none.tf cannot be read: there is no such file'],
    [['main.tf', 'other.tf'], "render takes one SOURCE, not 'other.tf' as well"],
    [['main.txt'], 'main.txt is neither a Terraform file'],
    [['main.tf', '--wide'], "render has no option '--wide'"],
  ])('refuses %j', (words, message) => {
    const { status, stderr } = run(folderWith({ 'main.tf': '', 'main.txt': '' }), 'render', ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('explain', () => {
  it('says each rule in order of effect, and what it protects', () => {
    const { status, stdout } = run(folderWith({ 'main.tf': MODULE }), 'explain', 'main.tf');
    expect(status).toBe(0);
    expect(stdout).toContain('aws_ecr_lifecycle_policy.app: 3 rules, ');
    expect(stdout).toContain(`Priority 1: Keep <dev>
  Keeps the newest 5 of the images with a tag dev… and deletes the rest of those.
  Images with a tag dev… belong only to this rule: what it keeps, no later rule deletes.
`);
    expect(stdout).toContain('Priority 10\n  Deletes all other images pushed more than 14 days ago.\n');
  });

  it('ends with 1 where nothing is known', () => {
    const folder = folderWith({
      'main.tf': 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = module.x.policy\n}\n',
    });
    expect(run(folder, 'explain', 'main.tf')).toMatchObject({ status: 1, stdout: '' });
  });

  const ACCESS = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: '111122223333' },
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    },
  });
  const WITH_ACCESS = `${MODULE}resource "aws_ecr_repository_policy" "app" {
  repository = "app"
  policy     = file("\${path.module}/access.json")
}
`;

  it('explains all policies of a file, and one of them by its address', () => {
    const folder = folderWith({ 'main.tf': WITH_ACCESS, 'access.json': ACCESS });
    const all = run(folder, 'explain', 'main.tf');
    expect(all.status).toBe(0);
    expect(all.stdout).toContain('aws_ecr_lifecycle_policy.app: 3 rules, ');
    expect(all.stdout).toContain('aws_ecr_repository_policy.app: 1 statement, ');
    const { status, stdout } = run(folder, 'explain', 'main.tf#aws_ecr_repository_policy.app');
    expect({ status, stdout: stdout.split('\n\n').slice(1) }).toEqual({
      status: 0,
      stdout: [
        'Statement 1\n  Account 111122223333 may pull (ecr:BatchGetImage, ecr:GetDownloadUrlForLayer).',
        'In sum\n  Account 111122223333 may pull.\n  Nobody else may pull by this policy.\n  Nobody may push by this policy.',
        expect.stringContaining('ecr:GetAuthorizationToken'),
      ],
    });
  });

  it('explains the JSON of an access policy', () => {
    const { status, stdout } = run(folderWith({ 'access.json': ACCESS }), 'explain', 'access.json');
    expect(status).toBe(0);
    expect(stdout).toContain('access.json: 1 statement, ');
    expect(stdout).toContain('Account 111122223333 may pull.');
  });

  it('names what there is where an address has no policy', () => {
    const folder = folderWith({ 'main.tf': WITH_ACCESS, 'access.json': ACCESS });
    const { status, stderr } = run(folder, 'explain', 'main.tf#aws_ecr_repository_policy.other');
    expect(status).toBe(2);
    expect(stderr).toContain('main.tf#aws_ecr_repository_policy.app');
  });
});
