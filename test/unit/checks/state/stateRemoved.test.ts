import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'state-removed';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_repository" "a" {
  name = "team/api"
}
removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `resource "aws_ecr_repository" "a" {
  count = 0
  name  = "team/api"
}
removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_ecr_repository.a["x"]

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = module.m["x"].aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = "aws_ecr_repository.a"

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = data.aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_ecr_repository.a.name

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = (aws_ecr_repository.a)

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = resource.aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = var.destroy
  }
}
`,
    `removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = null
  }
}
`,
    `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "a"
  policy     = var.policy
}
removed {
  from = aws_ecr_lifecycle_policy.p

  lifecycle {
    destroy = false
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
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
  from = aws_ecr_lifecycle_policy.p

  lifecycle {
    destroy = false
  }
}
`,
    `resource "aws_ecr_repository" "b" {
  name = "team/api"
}
removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = module.m.aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = module.m

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_iam_role.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_ecr_repository.a

  lifecycle {
    destroy = "false"
  }
}
`,
    `removed {
  from = aws_ecr_repository.a
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `module "m" {
  source = "example.org/m/x"
}
removed {
  from = module.m.aws_ecr_repository.a

  lifecycle {
    destroy = false
  }
}
`,
    `removed {
  from = aws_ecr_repository.
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
