import { expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll } from '../../../server/src/service/fixes/fixAll.ts';

it('fix all mends repositories and imports where there is one reading, and leaves choices alone', () => {
  const workspace = new Workspace();
  workspace.setDiskFile(
    'main.tf',
    `import {
  to = aws_ecr_repository.app
  id = "arn:aws:ecr:eu-west-1:123456789012:repository/team/app"
}

resource "aws_ecr_repository" "app" {
  name                = "Team/App"
  image_tag_mutabilty = "MUTABLE"
  force_delete        = var.force

  encryption_configuration {
    kms_key = aws_kms_key.images.arn
  }
}
`,
  );
  expect(
    fixAll(new ServiceContext(workspace, new ProblemFinder(() => undefined)), 'main.tf', DEFAULT_PROBLEM_SETTINGS),
  ).toBe(`import {
  to = aws_ecr_repository.app
  id = "team/app"
}

resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "MUTABLE"
  force_delete         = var.force

  encryption_configuration {
    kms_key = aws_kms_key.images.arn
  }
}
`);
});
