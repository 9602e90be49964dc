import { describe, expect, it } from 'vitest';
import { ruleIds } from '../support/checkProblems.ts';

/** A correct repository, as the text of its block and as its JSON. */
const SOUND = {
  hcl: 'name = "team/a"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }',
  json: '"name": "team/a", "image_tag_mutability": "IMMUTABLE", "image_scanning_configuration": {"scan_on_push": true}',
};

interface Pair {
  readonly hcl: string;
  /** The members of the file's object. */
  readonly json: string;
}

/** The correct repository `a`, with additions to its block. */
function repository(hcl = '', json = ''): Pair {
  return {
    hcl: `resource "aws_ecr_repository" "a" {\n  ${SOUND.hcl}\n  ${hcl}\n}\n`,
    json: `"resource": {"aws_ecr_repository": {"a": {${SOUND.json}${json === '' ? '' : `, ${json}`}}}}`,
  };
}

function beside(hcl: string, json: string): Pair {
  const { hcl: block, json: member } = repository();
  return { hcl: `${block}${hcl}\n`, json: `${member}, ${json}` };
}

/** The access policy of the repository, from a document with these statements. */
function access(hcl: string, json: string): Pair {
  const policy = { repository: '${aws_ecr_repository.a.name}', policy: '${data.aws_iam_policy_document.d.json}' };
  return {
    hcl: `${repository().hcl}resource "aws_ecr_repository_policy" "p" {\n  repository = aws_ecr_repository.a.name\n  policy = data.aws_iam_policy_document.d.json\n}\ndata "aws_iam_policy_document" "d" {\n${hcl}\n}\n`,
    json: `"resource": [{"aws_ecr_repository": {"a": {${SOUND.json}}}}, {"aws_ecr_repository_policy": {"p": ${JSON.stringify(policy)}}}], "data": {"aws_iam_policy_document": {"d": ${json}}}`,
  };
}

const PULL = 'actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]';
const PULL_JSON = '"actions": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]';
const AWS = 'principals {\n    type = "AWS"\n    identifiers = ["444455556666"]\n  }';
const AWS_JSON = '"principals": [{"type": "AWS", "identifiers": ["444455556666"]}]';
const ANYONE_JSON = '"principals": {"type": "AWS", "identifiers": ["*"]}';
const ANYONE = AWS.replace('444455556666', '*');

const PAIRS: Readonly<Record<string, Pair>> = {
  'a move': beside(
    'moved {\n  from = aws_ecr_repository.old\n  to = aws_ecr_repository.a\n}',
    '"moved": [{"from": "aws_ecr_repository.old", "to": "aws_ecr_repository.a"}]',
  ),
  'a move from an instance': beside(
    'moved {\n  from = module.m["x"].aws_ecr_repository.old["a-b"]\n  to = aws_ecr_repository.a\n}',
    '"moved": {"from": "module.m[\\"x\\"].aws_ecr_repository.old[\\"a-b\\"]", "to": "aws_ecr_repository.a"}',
  ),
  'a move from where something still is': beside(
    'moved {\n  from = aws_ecr_repository.a\n  to = aws_ecr_repository.b\n}',
    '"moved": [{"from": "aws_ecr_repository.a", "to": "aws_ecr_repository.b"}]',
  ),
  'a removal': beside(
    'removed {\n  from = aws_ecr_repository.old\n  lifecycle {\n    destroy = false\n  }\n}',
    '"removed": [{"from": "aws_ecr_repository.old", "lifecycle": {"destroy": false}}]',
  ),
  'a removal of what is declared': beside(
    'removed {\n  from = aws_ecr_repository.a\n  lifecycle {\n    destroy = false\n  }\n}',
    '"removed": {"from": "aws_ecr_repository.a", "lifecycle": [{"destroy": false}]}',
  ),
  'an import': beside(
    'import {\n  to = aws_ecr_repository.a\n  id = "team/a"\n}',
    '"import": [{"to": "aws_ecr_repository.a", "id": "team/a"}]',
  ),
  'an import into an instance': {
    hcl: `resource "aws_ecr_repository" "a" {\n  for_each = toset(["team/a"])\n  ${SOUND.hcl.replace('"team/a"', 'each.key')}\n}\nimport {\n  to = aws_ecr_repository.a["team/a"]\n  id = "team/a"\n}\n`,
    json: `"resource": {"aws_ecr_repository": {"a": {"for_each": "\${toset([\\"team/a\\"])}", ${SOUND.json.replace('"team/a"', '"${each.key}"')}}}}, "import": {"to": "aws_ecr_repository.a[\\"team/a\\"]", "id": "team/a"}`,
  },
  'an import into an instance that does not exist': {
    hcl: `resource "aws_ecr_repository" "a" {\n  for_each = toset(["team/a"])\n  ${SOUND.hcl.replace('"team/a"', 'each.key')}\n}\nimport {\n  to = aws_ecr_repository.a["team/b"]\n  id = "team/b"\n}\n`,
    json: `"resource": {"aws_ecr_repository": {"a": {"for_each": "\${toset([\\"team/a\\"])}", ${SOUND.json.replace('"team/a"', '"${each.key}"')}}}}, "import": {"to": "aws_ecr_repository.a[\\"team/b\\"]", "id": "team/b"}`,
  },
  'an import into a data source': beside(
    'import {\n  to = data.aws_ecr_repository.a\n  id = "team/a"\n}',
    '"import": [{"to": "data.aws_ecr_repository.a", "id": "team/a"}]',
  ),
  'a provisioner': repository(
    'provisioner "local-exec" {\n    command = self.name\n  }\n  connection {\n    host = "h"\n  }',
    '"provisioner": [{"local-exec": {"command": "${self.name}"}}], "connection": {"host": "h"}',
  ),
  'what is ignored and what replaces': {
    hcl: `${repository('lifecycle {\n    ignore_changes = [tags]\n    replace_triggered_by = [terraform_data.x]\n  }').hcl}resource "terraform_data" "x" {}\n`,
    json: `${repository('', '"lifecycle": {"ignore_changes": ["tags"], "replace_triggered_by": ["terraform_data.x"]}').json}, "resource": {"terraform_data": {"x": {}}}`.replace(
      /^"resource": (.*), "resource": (.*)$/,
      '"resource": [$1, $2]',
    ),
  },
  'a dependency on what nothing declares': repository(
    'depends_on = [aws_ecr_repository.b]',
    '"depends_on": ["aws_ecr_repository.b"]',
  ),
  'data of a check': beside(
    'check "c" {\n  data "aws_ecr_repository" "d" {\n    name = "team/a"\n  }\n  assert {\n    condition = data.aws_ecr_repository.d.name == "team/a"\n    error_message = "no"\n  }\n}',
    '"check": {"c": {"data": {"aws_ecr_repository": {"d": {"name": "team/a"}}}, "assert": [{"condition": "${data.aws_ecr_repository.d.name == \\"team/a\\"}", "error_message": "no"}]}}',
  ),
  'a check without what it says': beside(
    'check "c" {\n  assert {\n    condition = aws_ecr_repository.a.name != ""\n  }\n}',
    '"check": {"c": {"assert": {"condition": "${aws_ecr_repository.a.name != \\"\\"}"}}}',
  ),
  'a statement': access(`  statement {\n  ${PULL}\n  ${AWS}\n}`, `{"statement": [{${PULL_JSON}, ${AWS_JSON}}]}`),
  'one statement without a list': access(
    `  statement {\n  ${PULL}\n  ${AWS}\n}`,
    `{"statement": {${PULL_JSON}, ${AWS_JSON}}}`,
  ),
  'statements of a dynamic block': access(
    `  dynamic "statement" {\n  for_each = ["444455556666"]\n  content {\n  ${PULL}\n  principals {\n    type = "AWS"\n    identifiers = [statement.value]\n  }\n}\n}`,
    `{"dynamic": {"statement": {"for_each": ["444455556666"], "content": {${PULL_JSON}, "principals": {"type": "AWS", "identifiers": ["\${statement.value}"]}}}}}`,
  ),
  'a statement for everyone': access(
    `  statement {\n  ${PULL}\n  ${ANYONE}\n}`,
    `{"statement": [{${PULL_JSON}, ${ANYONE_JSON}}]}`,
  ),
  'a statement for everyone under a condition': access(
    `  statement {\n  ${PULL}\n  ${ANYONE}\n  condition {\n    test = "StringEquals"\n    variable = "aws:PrincipalOrgID"\n    values = ["o-abcde12345"]\n  }\n}`,
    `{"statement": [{${PULL_JSON}, ${ANYONE_JSON}, "condition": [{"test": "StringEquals", "variable": "aws:PrincipalOrgID", "values": ["o-abcde12345"]}]}]}`,
  ),
  'a statement for all except some': access(
    `  statement {\n  effect = "Deny"\n  ${PULL}\n  not_${AWS}\n}`,
    `{"statement": [{"effect": "Deny", ${PULL_JSON}, "not_${AWS_JSON.slice(1)}}]}`,
  ),
  'no statement': access('', '{}'),
  'inputs of a module that are named like blocks': {
    hcl: 'module "m" {\n  source = "cloudposse/ecr/aws"\n  version = "0.42.1"\n  image_names = ["team/x"]\n  encryption_configuration = { encryption_type = "KMS", kms_key = null }\n  providers = { aws = aws.y }\n}\nprovider "aws" {\n  alias = "y"\n}\n',
    json: '"module": {"m": {"source": "cloudposse/ecr/aws", "version": "0.42.1", "image_names": ["team/x"], "encryption_configuration": {"encryption_type": "KMS", "kms_key": null}, "providers": {"aws": "aws.y"}}}, "provider": {"aws": {"alias": "y"}}',
  },
  'a resource of Cloud Control, whose nested values are arguments': {
    hcl: 'resource "awscc_ecr_repository" "c" {\n  repository_name = "team/c"\n  image_scanning_configuration = { scan_on_push = true }\n  encryption_configuration = { encryption_type = "KMS" }\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n',
    json: '"resource": {"awscc_ecr_repository": {"c": {"repository_name": "team/c", "image_scanning_configuration": {"scan_on_push": true}, "encryption_configuration": {"encryption_type": "KMS"}, "lifecycle": {"prevent_destroy": true}}}}',
  },
  'what Cloud Control does not have': {
    hcl: 'resource "awscc_ecr_repository" "c" {\n  repository_name = "team/c"\n  image_scanning_configuratio = { scan_on_push = true }\n}\n',
    json: '"resource": {"awscc_ecr_repository": {"c": {"repository_name": "team/c", "image_scanning_configuratio": {"scan_on_push": true}}}}',
  },
  'blocks that are null': repository('', '"timeouts": null, "encryption_configuration": null'),
  'an argument of another type that is named like a block': beside(
    'resource "aws_lambda_permission" "p" {\n  action = "lambda:InvokeFunction"\n  principal = "events.amazonaws.com"\n  function_name = "f"\n}',
    '"data": {}, "output": {"o": {"value": 1, "precondition": {"condition": "${aws_ecr_repository.a.name != \\"\\"}", "error_message": "no"}}}',
  ),
};

describe("a file in Terraform's JSON syntax says what HCL of the same meaning says", () => {
  it.each(Object.entries(PAIRS))('%s', (_, { hcl, json }) => {
    const told = (files: Readonly<Record<string, string>>) => [...ruleIds(files)].sort();
    expect(told({ 'main.tf.json': `{${json}}` })).toEqual(told({ 'main.tf': hcl }));
  });
});
