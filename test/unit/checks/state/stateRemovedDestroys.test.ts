import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'state-removed-destroys';

describe(ID, () => {
  it.each([
    `removed {
  from = aws_ecr_repository.a
}
`,
    `removed {
  from = aws_ecrpublic_repository.a
}
`,
    `removed {
  from = aws_ecr_repository.a

  lifecycle {
  }
}
`,
    `removed {
  from = module.m.aws_ecr_repository.a
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
removed {
  from = aws_ecr_repository.a
}
`,
    `removed {
  from = aws_ecr_repository.a

  provisioner "local-exec" {
    when    = destroy
    command = "true"
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    `removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = true
  }
}
`,
    `removed {
  from = aws_ecr_lifecycle_policy.p
}
`,
    `removed {
  from = aws_iam_role.a
}
`,
    `removed {
  from = module.m
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_repository" "a" {
  name = "team/api"
}
removed {
  from = aws_ecr_repository.a
}
`,
    `removed {
  from = aws_ecr_repository.
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('offers Keep the repository and forget it only', () => {
    expect(
      fix(
        `removed {
  from = aws_ecr_repository.a
}
`,
        'Keep the repository and forget it only',
      ),
    ).toBe(`removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`);
  });
});
