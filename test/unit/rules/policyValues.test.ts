import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const json = (rule: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy     = <<EOF
{ "rules": [
${rule}
] }
EOF
}
`;

const rule = ({
  priority = '1',
  status = '"untagged"',
  type = '"imageCountMoreThan"',
  number = '1',
  action = '"expire"',
  more = '',
}) =>
  `{ "rulePriority": ${priority}, "selection": { "tagStatus": ${status}, "countType": ${type}, "countNumber": ${number}${more} }, "action": { "type": ${action} } }`;

describe('policy-value-type', () => {
  it('stands on the value', () => {
    check(
      json(
        `${rule({ priority: '"1"' })}\n                  ^^^ error policy-value-type rulePriority must be a whole number, not a string`,
      ),
    );
    check(json(`${rule({ priority: '1.5' })}\n                  ^^^ error policy-value-type not 1.5`));
    check(json(`${rule({ priority: '[1]' })}\n                  ^ error policy-value-type not a list`));
    check(json(rule({ priority: '${var.priority}', status: '"${var.status}"' })));
  });

  it('mends literals and offers a list for a string', () => {
    expect(fix(json(rule({ priority: '"1"' })), 'Change it to 1')).toBe(json(rule({})));
    expect(fixTitles(json(rule({ priority: '"one"' })))).toEqual([]);
    expect(fixTitles(json(rule({ priority: '"0"' })))).toEqual([]);
    const listed = (value: string) => json(rule({ status: '"tagged"', more: `, "tagPrefixList": ${value}` }));
    expect(fixTitles(listed('"v"'))).toEqual(['choice: Wrap it in a list']);
    expect(fix(listed('"v"'), 'Wrap it in a list')).toBe(listed('["v"]'));
    expect(fix(listed('[1]'), 'Change it to "1"')).toBe(listed('["1"]'));
  });

  it('is found in a quoted string and in HCL, in a local too', () => {
    const quoted = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy     = ${JSON.stringify(`{"rules": [${rule({ number: '"5"' })}]}`)}\n}\n`;
    expect(fix(quoted, 'Change it to 5')).toBe(quoted.replace('\\"5\\"', '5'));
    const local = `locals {
  keep = "5"
         ^^^ error policy-value-type
}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = local.keep }, action = { type = "expire" } },
  ] })
}
`;
    check(local);
  });
});

describe('policy-enum-value', () => {
  it('stands on the value', () => {
    check(
      json(
        `${rule({ status: '"UNTAGGED"' })}\n                                                 ^^^^^^^^^^ error policy-enum-value accepts "tagged", "untagged" or "any"`,
      ),
    );
  });

  it('corrects what is near', () => {
    expect(fix(json(rule({ status: '"UNTAGGED"' })), 'Change it to untagged')).toBe(json(rule({})));
    expect(fix(json(rule({ type: '"imageCountMoreThanN"' })), 'Change it to imageCountMoreThan')).toBe(json(rule({})));
  });

  it('offers what fits the rule for the rest', () => {
    expect(fixTitles(json(rule({ status: '"all"' })))).toEqual([
      'choice: Change it to untagged',
      'choice: Change it to any',
      'choice: Change it to tagged',
    ]);
    expect(fix(json(rule({ status: '"all"' })), 'Change it to tagged')).toBe(
      json(rule({ status: '"tagged", "tagPatternList": ["*"]' })),
    );
    expect(fix(json(rule({ type: '"age"' })), 'Change it to sinceImagePushed')).toBe(
      json(rule({ type: '"sinceImagePushed", "countUnit": "days"' })),
    );
    expect(fix(json(rule({ action: '"delete"' })), 'Change it to transition')).toBe(
      json(rule({ action: '"transition", "targetStorageClass": "archive"' })),
    );
  });
});

describe('policy-number-range', () => {
  it('stands on the number', () => {
    check(json(`${rule({ priority: '0' })}\n                  ^ error policy-number-range`));
    check(json(`${rule({ priority: '-12' })}\n                  ^^^ error policy-number-range refuses -12`));
    expect(ruleIds(json(rule({ number: '0' })))).toEqual(['error policy-number-range']);
    expect(ruleIds(json(rule({ number: '${var.number}' })))).toEqual([]);
  });
});
