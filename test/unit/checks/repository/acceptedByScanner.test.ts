import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const MUTABLE = 'repository-mutable-tags';
const UNSCANNED = 'repository-scan-on-push';

/** A repository with comments above it, in it and behind its mutability. */
const repository = ({ above = '', inside = '', behind = '' }) =>
  `${above}resource "aws_ecr_repository" "app" {\n${inside}  name                 = "app"\n  image_tag_mutability = "MUTABLE"${behind}\n}\n`;

/** Comments, and which of the two hints they silence: `m` and `s`. */
const COMMENTS: readonly (readonly [comment: string, silenced: string])[] = [
  ['#checkov:skip=CKV_AWS_51:Tags move on purpose', 'm'],
  ['# checkov:skip=CKV_AWS_51: Tags move on purpose', 'm'],
  ['# checkov:skip=CKV_AWS_51', 'm'],
  ['// bridgecrew:skip=CKV_AWS_51:on purpose', 'm'],
  ['#checkov:skip=CKV_AWS_163:scanned elsewhere', 's'],
  ['#checkov:skip=CKV_AWS_33:Ensure ECR image scanning on push is enabled', 's'],
  ['#tfsec:ignore:AWS078', 'm'],
  ['#tfsec:ignore:AWS023', 's'],
  ['# tfsec:ignore:aws-ecr-enforce-immutable-repository', 'm'],
  ['# tfsec:ignore:aws-ecr-enable-image-scans:exp:2030-01-02', 's'],
  ['#tfsec:ignore:aws-ecr-enforce-immutable-repository tfsec:ignore:aws-ecr-enable-image-scans', 'ms'],
  ['#tfsec:ignore:*', 'ms'],
  ['#trivy:ignore:AVD-AWS-0031', 'm'],
  ['# trivy:ignore:avd-aws-0031 deploys push the same tag again', 'm'],
  ['# trivy:ignore:AVD-AWS-0030 // scanned elsewhere', 's'],
  ['#trivy:ignore:AWS-0031', 'm'],
  ['#trivy:ignore:*', 'ms'],
  ['# kics-scan ignore-block', 'ms'],
  ['/* trivy:ignore:AVD-AWS-0031 */', 'm'],
  ['#checkov:skip=CKV_AWS_136:no key of our own', ''],
  ['# tfsec:ignore:aws-ecr-repository-customer-key', ''],
  ['# trivy:ignore:AVD-AWS-0033', ''],
  ['# CKV_AWS_51 asks for immutable tags', ''],
  ['# nothing to skip here, ignore: AVD-AWS-0031', ''],
];

const told = (text: string) =>
  (ruleIdsOnly(MUTABLE, text).length > 0 ? '' : 'm') + (ruleIdsOnly(UNSCANNED, text).length > 0 ? '' : 's');

describe.each(COMMENTS)('%s', (comment, silenced) => {
  it('silences the hint about what it accepts, and nothing else', () => {
    const line = `${comment}\n`;
    expect(told(repository({ inside: `  ${line}` }))).toBe(silenced);
    expect(told(repository({ above: line }))).toBe(silenced);
    expect(told(repository({ above: `# Images of the app.\n${line}# More about it.\n` }))).toBe(silenced);
    expect(told(repository({ behind: ` ${comment}` }))).toBe(silenced);
  });

  it('has no effect on another block', () => {
    const other = `resource "aws_ecr_repository" "other" {\n  ${comment}\n  name                 = "other"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n`;
    expect(told(`${other}\n${repository({})}`)).toBe('');
    expect(told(`${comment}\n\n${other}\n${repository({})}`)).toBe('');
  });
});

describe('texts that only look like such comments', () => {
  it.each([
    ['a tag', repository({ inside: '  tags = { A = "checkov:skip=CKV_AWS_51" }\n' })],
    [
      'a heredoc',
      repository({ inside: '  tags = {\n    A = <<-EOT\n      #trivy:ignore:AVD-AWS-0031\n    EOT\n  }\n' }),
    ],
    ['a comment far above', repository({ above: '#trivy:ignore:AVD-AWS-0031\n\n' })],
  ])('silence nothing: %s', (_, text) => {
    expect(told(text)).toBe('');
  });
});
