import { describe, expect, it } from 'vitest';
import { quote } from '../../../server/src/syntax/edit/print.ts';
import { fix } from '../support/checkProblems.ts';

describe('printing strings', () => {
  it('escapes what would be filled in, and what HCL has no escape for', () => {
    expect(quote('a${b} %{c} "\\b" \b\f\n')).toBe('"a$${b} %%{c} \\"\\\\b\\" \\u0008\\u000c\\n"');
  });

  it('escapes what would be filled in where a fix writes JSON into a heredoc', () => {
    const rule = (priority: number, entries: string) =>
      `{"rulePriority": ${priority}, "description": "$\${x}", "selection": {"tagStatus": "tagged", "tagPrefixList": [${entries}], "countType": "imageCountMoreThan", "countNumber": 5}, "action": {"type": "expire"}}`;
    const policy = (rules: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = <<EOF\n{"rules": [${rules}]}\nEOF\n}\n`;
    expect(
      fix(
        policy(rule(1, '"a", "b"')),
        'Split into one rule for each entry of tagPrefixList: an image then needs one of them instead of all',
      ),
    ).toBe(policy(`${rule(1, '"a"')}, ${rule(2, '"b"')}`));
  });
});
