import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/checkProblems.ts';
import { messagesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'policy-expires-running-image';

const WARNING = [`warning ${ID}`];
const HINT = [`hint ${ID}`];

const URL = `\${aws_ecr_repository.app.repository_url}`;

const AGED = 'tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 30';
const COUNTED = 'tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5';

function rules(...selections: readonly string[]): string {
  const written = selections.map(
    (selection, index) => `{ rulePriority = ${index + 1}, selection = { ${selection} }, action = { type = "expire" } }`,
  );
  return `jsonencode({ rules = [${written.join(', ')}] })`;
}

function withPolicy(policy: string, others: string): string {
  return `variable "x" {}
resource "aws_ecr_repository" "app" {
  name = "team/app"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = ${policy}
}
${others}`;
}

const lambda = (image: string) => `resource "aws_lambda_function" "f" {\n  image_uri = ${image}\n}\n`;

const found = (policy: string, others: string) => ruleIdsOnly(ID, withPolicy(policy, others));

describe(ID, () => {
  it.each<[string, string]>([
    ['a function', lambda(`"${URL}:prod"`)],
    ['a URL that is written out', lambda('"123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:prod"')],
    ['a URL of an account that is not known', lambda('"${var.x}.dkr.ecr.${var.x}.amazonaws.com/team/app:prod"')],
    ['a local', `locals {\n  image = "${URL}:prod"\n}\n${lambda('local.image')}`],
    [
      'a URL in a local',
      `locals {\n  url = aws_ecr_repository.app.repository_url\n}\n${lambda('"${local.url}:prod"')}`,
    ],
    [
      'a data source',
      `data "aws_ecr_repository" "d" {\n  name = "team/app"\n}\n${lambda('"${data.aws_ecr_repository.d.repository_url}:prod"')}`,
    ],
    ['a conditional', lambda(`var.x ? "${URL}:prod" : "other:prod"`)],
    [
      'containers',
      `resource "aws_ecs_task_definition" "t" {\n  container_definitions = jsonencode([{ name = "a", image = "${URL}:prod" }])\n}\n`,
    ],
    ['format', lambda('format("%s:%s", aws_ecr_repository.app.repository_url, "prod")')],
    ['format with the tag in its text', lambda('format("%s:prod", aws_ecr_repository.app.repository_url)')],
    [
      'format of a variable with a default',
      `variable "tag" {\n  default = "prod"\n}\nlocals {\n  tag = "prod"\n}\n${lambda('format("%v:%v", aws_ecr_repository.app.repository_url, local.tag)')}`,
    ],
    ['join', lambda('join(":", [aws_ecr_repository.app.repository_url, "prod"])')],
    [
      'format in a local',
      `locals {\n  image = format("%s:prod", aws_ecr_repository.app.repository_url)\n}\n${lambda('local.image')}`,
    ],
    [
      'format in containers',
      `resource "aws_ecs_task_definition" "t" {\n  container_definitions = jsonencode([{ name = "a", image = format("%s:%s", aws_ecr_repository.app.repository_url, "prod") }])\n}\n`,
    ],
    [
      'values of a chart',
      `resource "helm_release" "h" {\n  values = [yamlencode({ image = { repository = aws_ecr_repository.app.repository_url, tag = "prod" } })]\n}\n`,
    ],
    [
      'values of a chart in a part',
      `resource "helm_release" "h" {\n  values = [jsonencode({ web = { image = "${URL}:prod" } })]\n}\n`,
    ],
    [
      'values of a chart as YAML',
      'resource "helm_release" "h" {\n  values = [<<-EOT\n    image:\n      repository: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app"\n      tag: prod\n  EOT\n  ]\n}\n',
    ],
    [
      'containers as JSON',
      `resource "aws_ecs_task_definition" "t" {\n  container_definitions = <<EOF\n[{ "name": "a", "image": "${URL}:prod" }]\nEOF\n}\n`,
    ],
    [
      'App Runner',
      `resource "aws_apprunner_service" "s" {\n  source_configuration {\n    image_repository {\n      image_identifier = "${URL}:prod"\n    }\n  }\n}\n`,
    ],
    [
      'a batch job',
      `resource "aws_batch_job_definition" "b" {\n  container_properties = jsonencode({ image = "${URL}:prod" })\n}\n`,
    ],
    ['a build', `resource "aws_codebuild_project" "c" {\n  environment {\n    image = "${URL}:prod"\n  }\n}\n`],
    ['a model', `resource "aws_sagemaker_model" "m" {\n  primary_container {\n    image = "${URL}:prod"\n  }\n}\n`],
    [
      'a deployment',
      `resource "kubernetes_deployment_v1" "d" {\n  spec {\n    template {\n      spec {\n        container {\n          image = "${URL}:prod"\n        }\n      }\n    }\n  }\n}\n`,
    ],
    [
      'a manifest',
      `resource "kubernetes_manifest" "m" {\n  manifest = { spec = { containers = [{ image = "${URL}:prod" }] } }\n}\n`,
    ],
    [
      'a chart',
      `resource "helm_release" "h" {\n  set {\n    name = "image.repository"\n    value = aws_ecr_repository.app.repository_url\n  }\n  set {\n    name = "image.tag"\n    value = "prod"\n  }\n}\n`,
    ],
    [
      'a chart of the next release',
      `resource "helm_release" "h" {\n  set = [{ name = "app.image.repository", value = aws_ecr_repository.app.repository_url }, { name = "app.image.tag", value = "prod" }]\n}\n`,
    ],
  ])('knows that %s runs an image', (_, code) => {
    expect(found(rules(AGED), code)).toEqual(WARNING);
  });

  it.each<[string, string]>([
    ['format with a tag that is not known', lambda('format("%s:%s", aws_ecr_repository.app.repository_url, var.x)')],
    ['format with a digest', lambda('format("%s@%s", aws_ecr_repository.app.repository_url, "sha256:abc")')],
    ['join by another sign', lambda('join("@", [aws_ecr_repository.app.repository_url, "prod"])')],
    ['format of another repository', lambda('format("%s:%s", var.x, "prod")')],
    ['format with more parts', lambda('format("%s/%s:%s", aws_ecr_repository.app.repository_url, "cache", "prod")')],
    [
      'a chart without a tag',
      `resource "helm_release" "h" {\n  values = [yamlencode({ image = { repository = aws_ecr_repository.app.repository_url } })]\n}\n`,
    ],
    [
      'values of a chart that are not known',
      'resource "helm_release" "h" {\n  values = [var.x, file("values.yaml")]\n}\n',
    ],
    ['a digest', lambda(`"${URL}@sha256:abc"`)],
    ['a tag and a digest', lambda(`"${URL}:prod@sha256:abc"`)],
    ['a tag that is not known', lambda(`"${URL}:\${var.x}"`)],
    ['a tag that is known in part', lambda(`"${URL}:v\${var.x}"`)],
    ['no tag', lambda('aws_ecr_repository.app.repository_url')],
    ['another repository', lambda('"123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/other:prod"')],
    ['another registry', lambda('"docker.io/team/app:prod"')],
    ['a registry that is not known', lambda('"${var.x}/team/app:prod"')],
    [
      'a resource that is not made',
      `resource "aws_lambda_function" "f" {\n  count = 0\n  image_uri = "${URL}:prod"\n}\n`,
    ],
    ['what builds an image', `resource "docker_registry_image" "i" {\n  name = "${URL}:prod"\n}\n`],
    ['a repository that is not declared', lambda('"${aws_ecr_repository.other.repository_url}:prod"')],
  ])('says nothing on %s', (_, code) => {
    expect(found(rules(AGED), code)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['ages', rules(AGED), WARNING],
    ['counts', rules(COUNTED), HINT],
    [
      'its tag by its whole name, counted',
      rules('tagStatus = "tagged", tagPatternList = ["prod"], countType = "imageCountMoreThan", countNumber = 1', AGED),
      [],
    ],
    [
      'its tag, aged',
      rules(
        'tagStatus = "tagged", tagPrefixList = ["pro"], countType = "sinceImagePushed", countUnit = "days", countNumber = 9',
      ),
      WARNING,
    ],
    [
      'another tag beside it',
      rules(
        'tagStatus = "tagged", tagPatternList = ["prod", "v*"], countType = "sinceImagePushed", countUnit = "days", countNumber = 9',
      ),
      [],
    ],
    [
      'untagged images',
      rules('tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 9'),
      [],
    ],
    ['a number that is not known', rules(AGED.replace('30', 'var.x')), []],
    [
      'a rule that is not known before it',
      rules('tagStatus = "tagged", tagPatternList = var.x, countType = "imageCountMoreThan", countNumber = 1', AGED),
      [],
    ],
    [
      'a rule that is not known after it',
      rules(
        AGED.replace('"any"', '"tagged", tagPatternList = ["p*"]'),
        'tagStatus = "tagged", tagPatternList = var.x, countType = "imageCountMoreThan", countNumber = 1',
      ),
      WARNING,
    ],
    ['a policy that AWS refuses', rules(AGED, AGED), []],
    [
      'moving to the archive',
      rules(AGED).replace('type = "expire"', 'type = "transition", targetStorageClass = "archive"'),
      [],
    ],
    ['a policy that is not known', 'var.x', []],
  ])('goes by %s', (_, policy, expected) => {
    expect(found(policy, lambda(`"${URL}:prod"`))).toEqual(expected);
  });

  it('names the resource, the tag, the rule and the day', () => {
    const of = (selection: string) =>
      messagesOnly(ID, { 'main.tf': withPolicy(rules(selection), lambda(`"${URL}:prod"`)) });
    expect(of(AGED)).toEqual([
      'Rule 1 deletes the image tagged prod that aws_lambda_function.f runs 31 days after its push, however recently it was deployed. Let an earlier rule keep prod, or run an image by a tag that no rule deletes.',
    ]);
    expect(of(COUNTED)).toEqual([
      'Rule 1 deletes the image tagged prod that aws_lambda_function.f runs once 5 newer matching images exist, possibly on the day it was pushed. Let an earlier rule keep prod, or run an image by a tag that no rule deletes.',
    ]);
  });

  it.each<[string, Files]>([
    [
      'another module of the workspace, by name',
      {
        'ecr/main.tf': withPolicy(rules(AGED), ''),
        'app/main.tf': lambda('"123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:prod"'),
      },
    ],
    [
      'the caller of a module, by its output',
      {
        'main.tf': `module "ecr" {\n  source = "./ecr"\n  days   = 30\n}\n${lambda('"${module.ecr.url}:prod"')}`,
        'ecr/main.tf': `variable "days" {}\noutput "url" {\n  value = aws_ecr_repository.app.repository_url\n}\n${withPolicy(rules(AGED.replace('30', 'var.days')), '')}`,
      },
    ],
    [
      'the caller of a community module',
      {
        'main.tf': `module "ecr" {\n  source = "terraform-aws-modules/ecr/aws"\n  repository_name = var.x\n  repository_lifecycle_policy = ${rules(AGED)}\n}\nvariable "x" {}\n${lambda('"${module.ecr.repository_url}:prod"')}`,
      },
    ],
  ])('knows what %s runs', (_, files) => {
    expect(ruleIdsOnly(ID, files)).toEqual(WARNING);
  });

  it('tells instances apart by their names', () => {
    const code = (image: string) => `resource "aws_ecr_repository" "r" {
  for_each = toset(["a-1", "b-2"])
  name     = each.key
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = aws_ecr_repository.r
  repository = each.value.name
  policy     = ${rules(AGED)}
}
${lambda(image)}`;
    expect(ruleIdsOnly(ID, code('"${aws_ecr_repository.r["a-1"].repository_url}:prod"'))).toEqual(WARNING);
    expect(ruleIdsOnly(ID, code('"1.dkr.ecr.eu-west-1.amazonaws.com/c-3:prod"'))).toEqual([]);
  });
});
