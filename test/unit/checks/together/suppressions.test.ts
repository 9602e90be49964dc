import { describe, it } from 'vitest';
import { check } from '../../support/checkProblems.ts';

const POLICY = (line: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    {
      rulePriority = 1
${line}
      action = { type = "expire" }
    }
  ] })
}
`;

const WRONG = '      selection = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 14 }';

const CARETS = '                                                   ^^^^^^^^^^^^^^^^^^ error rule-count-unit-missing';

describe('a suppression', () => {
  it('at the end of a line silences that line', () => {
    check(POLICY(`${WRONG} # terraform-ecr-ignore: rule-count-unit-missing known`));
  });

  it('on a line of its own silences the next line, over other comments', () => {
    check(POLICY(`      # terraform-ecr-ignore: rule-count-unit-missing known\n      # more\n\n${WRONG}`));
    check(POLICY(`      // terraform-ecr-ignore: rule-count-unit-missing\n${WRONG}`));
  });

  it('at the head of a block silences the whole block, heredocs too', () => {
    check(`# terraform-ecr-ignore: rule-count-unit-missing known\n${POLICY(WRONG)}`);
    check(`# terraform-ecr-ignore: policy-json-syntax made by hand
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<-EOF
    {"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 1}, "action": {"type": "expire"}},]}
  EOF
}
`);
  });

  it('silences nothing elsewhere', () => {
    check(
      POLICY(
        `      description = "x" # terraform-ecr-ignore: rule-count-unit-missing known
                                                ^^^^^^^^^^^^^^^^^^^^^^^ hint suppression-unused
${WRONG}
${CARETS}`,
      ),
    );
  });

  it('names several rules', () => {
    check(
      POLICY(
        `      # terraform-ecr-ignore: rule-count-unit-missing, policy-null-value both
                                                       ^^^^^^^^^^^^^^^^^ hint suppression-unused
${WRONG}`,
      ),
    );
  });
});
