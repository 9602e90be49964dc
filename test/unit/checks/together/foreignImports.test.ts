import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

/** Import blocks with one mistake each, none of which is reported in a module without ECR. */
describe('an import block that has nothing to do with ECR', () => {
  const blocks = [
    'import {\n  to = aws_s3_bucket.other\n  id = "b"\n}\n',
    'import {\n  to = aws_s3_bucket.b["k"]\n  id = "b"\n}\n',
    'import {\n  to = "aws_s3_bucket.b"\n  id = "b"\n}\n',
    'import {\n  to = aws_s3_bucket.b.id\n  id = "b"\n}\n',
    'import {\n  to = aws_s3_bucket.b\n}\n',
    'import {\n  to = aws_s3_bucket.b\n  id = ""\n}\n',
    'import "l" {\n  to = aws_s3_bucket.b\n  id = "b"\n}\n',
    'import {\n  to  = aws_s3_bucket.b\n  id  = "b"\n  foo = 1\n}\n',
    'import {\n  to = data.aws_s3_bucket.b\n  id = "b"\n}\n',
    'import {\n  for_each = local.x\n  to = aws_s3_bucket.b\n  id = "b"\n}\n',
  ];
  const around = 'terraform {\n  required_version = "~> 1.4.0"\n}\nresource "aws_s3_bucket" "b" {}\n';

  it.each(blocks)('%s', (text) => {
    expect(ruleIds(text + around)).toEqual([]);
    const repository = 'resource "aws_ecr_repository_policy" "p" {}\n';
    expect(ruleIds(text + around + repository).length).toBeGreaterThan(0);
    expect(ruleIds(text.replaceAll('aws_s3_bucket', 'aws_ecr_repository') + around).length).toBeGreaterThan(0);
  });
});
