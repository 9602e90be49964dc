import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly } from '../../support/checkProblems.ts';
import { json, rule } from '../support/valueRules.ts';

const ID = 'policy-value-type';

describe(ID, () => {
  it('is reported at the value', () => {
    checkOnly(
      ID,
      json(
        `${rule({ priority: '"1"' })}\n                  ^^^ error policy-value-type rulePriority must be a whole number, not a string`,
      ),
    );
    checkOnly(ID, json(`${rule({ priority: '1.5' })}\n                  ^^^ error policy-value-type not 1.5`));
    checkOnly(ID, json(`${rule({ priority: '[1]' })}\n                  ^ error policy-value-type not a list`));
    checkOnly(ID, json(rule({ priority: '${var.priority}', status: '"${var.status}"' })));
  });

  it('mends literals and offers a list for a string', () => {
    expect(fix(json(rule({ priority: '"1"' })), 'Change it to 1')).toBe(json(rule({})));
    expect(fixTitlesOnly(ID, json(rule({ priority: '"one"' })))).toEqual([]);
    expect(fixTitlesOnly(ID, json(rule({ priority: '"0"' })))).toEqual([]);
    const listed = (value: string) => json(rule({ status: '"tagged"', more: `, "tagPrefixList": ${value}` }));
    expect(fixTitlesOnly(ID, listed('"v"'))).toEqual(['choice: Wrap it in a list']);
    expect(fix(listed('"v"'), 'Wrap it in a list')).toBe(listed('["v"]'));
    expect(fix(listed('[1]'), 'Change it to "1"')).toBe(listed('["1"]'));
  });

  it('is found in a quoted string and in HCL, in a local too', () => {
    const quoted = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${JSON.stringify(`{"rules": [${rule({ number: '"5"' })}]}`)}\n}\n`;
    expect(fix(quoted, 'Change it to 5')).toBe(quoted.replace('\\"5\\"', '5'));
    const local = `locals {
  keep = "5"
         ^^^ error policy-value-type
}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = local.keep }, action = { type = "expire" } },
  ] })
}
`;
    checkOnly(ID, local);
  });
});
