import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const heredoc = (json: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy     = <<-EOF
${json}
  EOF
}
`;

const quoted = (json: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy     = ${JSON.stringify(json)}
}
`;

const RULE =
  '{"rulePriority": 1, "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 1}, "action": {"type": "expire"}}';

describe('policy-json-syntax', () => {
  it('finds each comment and trailing comma, and what is right beside them', () => {
    check(
      heredoc(`    {
      "rules": [
        # the only rule
        ^^^^^^^^^^^^^^^ error policy-json-syntax no comments
        ${RULE.replace('1,', '0,')}
                         ^ error policy-number-range
      ],
       ^ error policy-json-syntax no trailing commas
    }`),
    );
  });

  it('removes a comment with its line, a comma alone', () => {
    const commented = heredoc(`    {
      "rules": [
        # the only rule
        ${RULE} /* expires */
      ]
    }`);
    expect(fix(commented, 'Remove the comment')).toBe(commented.replace('\n        # the only rule', ''));
    const crlf = commented.replaceAll('\n', '\r\n');
    expect(fix(crlf, 'Remove the comment')).toBe(crlf.replace('\r\n        # the only rule', ''));
    const trailing = heredoc(`    {"rules": [${RULE},]}`);
    expect(fix(trailing, 'Remove the trailing comma')).toBe(heredoc(`    {"rules": [${RULE}]}`));
    expect(fix(quoted(`{"rules": [${RULE},]}`), 'Remove the trailing comma')).toBe(quoted(`{"rules": [${RULE}]}`));
  });

  it('leaves comments alone when something else is mended', () => {
    const text = (unit: string) =>
      heredoc(`    {"rules": [${RULE.replace('"countNumber"', `${unit}"countNumber"`)}]} // a, b`);
    const commented = text('"countUnit": "days" /* not, here */, ');
    expect(fix(commented, 'Remove countUnit (count images)')).toBe(text(''));
  });

  it('tells of single quotes once and mends all', () => {
    const single = `    {'rules': [${RULE.replaceAll('"', "'")}]}`;
    expect(ruleIds(heredoc(single))).toEqual(['error policy-json-syntax']);
    expect(fix(heredoc(single), 'Use double quotes')).toBe(heredoc(`    {"rules": [${RULE}]}`));
  });

  it('tells of one cause once', () => {
    expect(ruleIds(heredoc('    12 hello'))).toEqual(['error policy-json-syntax']);
    check(heredoc('    hello, world\n    ^^^^^ error policy-json-syntax this is no JSON'));
    check(
      heredoc(
        `    {"rules": [${RULE}]\n${' '.repeat(15 + RULE.length)}^ error policy-json-syntax a closing brace is missing`,
      ),
    );
    check(heredoc(`    {"rules" [${RULE}]}\n             ^ error policy-json-syntax a colon is expected here`));
  });

  it('reads on beside slips, and no further than anything else', () => {
    const single = `{'rules': [${RULE.replaceAll('"', "'").replace('1,', '0,')}]}`;
    expect(ruleIds(heredoc(single))).toEqual(['error policy-json-syntax', 'error policy-number-range']);
    expect(ruleIds(heredoc(`{"rules": [${RULE.replace('"tagStatus":', '"tagStatus:')}]}`))).toEqual([
      'error policy-json-syntax',
    ]);
    expect(ruleIds(heredoc(`{"rules": [${RULE.replace('"untagged", "', '"untagged "')}]}`))).toEqual([
      'error policy-json-syntax',
    ]);
  });

  it('is silent after something unknown and in damaged text', () => {
    expect(ruleIds(heredoc(`    {"rules": \${jsonencode(local.rules)} oops`))).toEqual([]);
    expect(ruleIds(heredoc(`    {"rules": [\${local.rule} \${local.rule}]}`))).toEqual([]);
    expect(ruleIds('resource "aws_ecr_lifecycle_policy" "p" {\n  policy = "{\n}\n')).not.toContain(
      'error policy-json-syntax',
    );
  });
});

describe('policy-shape', () => {
  it('stands on the opening of what has the wrong shape', () => {
    check(heredoc(`    [${RULE}]\n    ^ error policy-shape must be an object, not a list`));
    check(heredoc('    {"rules": {}}\n              ^ error policy-shape rules must be a list of rules'));
    check(
      heredoc(
        `    {"rules": ["expire", ${RULE}]}\n               ^^^^^^^^ error policy-shape A rule must be an object, not a string`,
      ),
    );
    check(
      heredoc(
        `    {"rules": [{"rulePriority": 1, "selection": [], "action": "expire"}]}\n${' '.repeat(48)}^ error policy-shape selection must be an object\n${' '.repeat(62)}^^^^^^^^ error policy-shape action must be an object`,
      ),
    );
  });

  it('finds a second value', () => {
    check(heredoc(`    {"rules": [${RULE}]}\n    {"rules": []}\n    ^ error policy-shape second JSON value`));
  });

  it('is silent where the value is unknown', () => {
    check('resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy = jsonencode(var.policy)\n}\n');
    check(
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy = jsonencode({ rules = local.rules })\n}\n',
    );
  });
});

describe('policy-length', () => {
  const empty = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy     = ""\n}\n';

  it('stands on the policy value', () => {
    check(empty.replace('""\n', '""\n               ^^ error policy-length\n'));
    check(heredoc('').replace('<<-EOF\n', '<<-EOF\n                  ^^^ error policy-length\n'));
    check(heredoc('    {"rules": []}').replace('<<-EOF\n', '<<-EOF\n                  ^^^ error policy-rule-count\n'));
    check(heredoc('    {"rules": [${local.rule}]}'));
  });

  it('counts the compacted text', () => {
    const long = (length: number) =>
      quoted(`{"rules": [${RULE.replace('{', `{ "description": "${'x'.repeat(length)}",`)}]}`);
    const rest = JSON.stringify({ rules: [{ description: '', ...JSON.parse(RULE) }] }).length;
    expect(ruleIds(long(30_720 - rest))).toEqual([]);
    expect(ruleIds(long(30_721 - rest))).toEqual(['error policy-length']);
  });

  it('offers policies to begin with', () => {
    expect(fixTitles(empty)).toHaveLength(3);
    expect(
      fix(empty, 'Write a policy that expires untagged images only, after 14 days'),
    ).toBe(`resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
    ]
  })
}
`);
  });
});

describe('JSON with interpolations', () => {
  it('is checked on both sides of them', () => {
    check(
      heredoc(`    {"rules": [
      {"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countUnit": "days", "countNumber": \${var.count}}, "action": {"type": "expire",}}
                                                                                                            ^^^^^^ error rule-count-unit-forbidden
                                                                                                                                                                             ^ error policy-json-syntax no trailing commas
    ]}`),
    );
  });

  it('is left alone where they may stand for anything', () => {
    check(heredoc('    {"rules": [ ${RULE_TEXT} ${var.more} ]}'.replace('${RULE_TEXT}', RULE)));
    check(heredoc('    {"rules": [ ${var.rules} ${RULE_TEXT} ]}'.replace('${RULE_TEXT}', RULE)));
  });
});
