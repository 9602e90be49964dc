import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { accept, labelsAt } from './cursor.ts';

const call = (source: string, version: string, body: string) =>
  `module "ecr" {\n  source  = "${source}"\n  version = "${version}"\n\n${body}\n}\n`;
const tam = (body: string) =>
  call('terraform-aws-modules/ecr/aws', '~> 3.2', `  repository_policy_statements = ${body}`);
const template = (body: string) =>
  call(
    'terraform-aws-modules/ecr/aws//modules/repository-template',
    '~> 3.2',
    `  repository_policy_statements = ${body}`,
  );
const inStatement = (body: string) => `{\n    partner = {\n      ${body}\n    }\n  }`;

const PLACES: readonly (readonly [place: string, text: string, label: string])[] = [
  ['a key of a statement', inStatement('$0'), 'actions'],
  ['a key of a statement', inStatement('$0'), 'principals'],
  ['a key of a statement', inStatement('$0'), 'conditions'],
  ['a half-typed key', inStatement('effect = "Deny"\n      princ$0'), 'principals'],
  ['an effect', inStatement('effect = "$0"'), 'Deny'],
  ['an effect without quotes', inStatement('effect = $0'), 'Allow'],
  ['an action', inStatement('actions = ["$0"]'), 'ecr:BatchGetImage'],
  ['an action without brackets', inStatement('actions = $0'), 'ecr:PutImage'],
  ['a second action', inStatement('actions = ["ecr:BatchGetImage", "$0"]'), 'ecr:GetDownloadUrlForLayer'],
  ['a key of principals', inStatement('principals = [{\n        $0\n      }]'), 'identifiers'],
  ['the kind of principals', inStatement('principals = [{ type = "$0" }]'), 'Service'],
  ['a service', inStatement('principals = [{ type = "Service", identifiers = ["$0"] }]'), 'lambda.amazonaws.com'],
  ['a key of conditions', inStatement('conditions = [{\n        $0\n      }]'), 'variable'],
  ['an operator', inStatement('conditions = [{ test = "$0" }]'), 'StringEquals'],
  ['a condition key', inStatement('conditions = [{ test = "StringEquals", variable = "$0" }]'), 'aws:PrincipalOrgID'],
];

describe.each([
  ['terraform-aws-modules/ecr/aws', tam],
  ['its repository template', template],
])('statements of %s', (_, write) => {
  it.each(PLACES)('complete %s: %s -> %s', async (_place, text, label) => {
    expect(labelsAt(write(text))).toContain(label);
    const accepted = accept(write(text), label);
    await expect(parse('main.tf', accepted)).resolves.toBeDefined();
  });

  it('leave out what is there, and what has no use', () => {
    const labels = labelsAt(write(inStatement('actions = ["ecr:BatchGetImage"]\n      $0')));
    expect(labels).not.toContain('actions');
    expect(labels).not.toContain('resources');
  });
});

describe('what is no such statement', () => {
  it.each([
    [
      'another module',
      call('terraform-aws-modules/vpc/aws', '1.0.0', `  repository_policy_statements = ${inStatement('$0')}`),
    ],
    ['another input', call('terraform-aws-modules/ecr/aws', '~> 3.2', '  tags = {\n    a = {\n      $0\n    }\n  }')],
    ['the map around statements', tam('{\n    $0\n  }')],
  ])('gets no keys of one: %s', (_, text) => {
    expect(labelsAt(text)).not.toContain('principals');
  });
});
