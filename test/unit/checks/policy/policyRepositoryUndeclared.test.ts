import { describe, expect, it } from 'vitest';
import { checkOnly, fixTitlesOnly } from '../../support/checkProblems.ts';
import { APP, policy, REST } from '../support/policyResources.ts';

const ID = 'policy-repository-undeclared';

describe(ID, () => {
  it('is reported at the reference and offers the nearest name', () => {
    checkOnly(
      ID,
      `${APP}
${policy('q', '"other/app"')}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "\${local.prefx}-\${aws_ecr_repository.ap.name}"
                  ^^^^^^^^^^^ error policy-repository-undeclared
                                 ^^^^^^^^^^^^^^^^^^^^^ error policy-repository-undeclared
  ${REST}
}
locals {
  prefix = "x"
}
`
        .replace('= "team/app"', '= var.name\n  count = 0')
        .concat('variable "name" {}\n'),
    );
    const orders = APP.replace('"app"', '"orders"');
    const text = orders + policy('r', 'aws_ecr_repository.orders.name') + policy('p', 'aws_ecr_repository.order.name');
    expect(fixTitlesOnly(ID, text)).toEqual(['choice: Use aws_ecr_repository.orders']);
  });
});
