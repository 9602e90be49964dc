import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

/** A workspace of these files and the module of the first. */
export function moduleOf(files: string | Files) {
  const texts: Files = typeof files === 'string' ? { 'main.tf': files } : files;
  const workspace = workspaceOf(texts);
  const module = workspace.moduleOf('main.tf');
  const syntax = module?.file('main.tf')?.syntax;
  if (module === undefined || syntax === undefined) throw new Error('there is no main.tf');
  return { workspace, module, syntax, text: texts['main.tf'] ?? '' };
}

export const POLICY = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 14 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
    ]
  })
}
`;

export const HEREDOC = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy     = <<-EOT
    {
      "rules": [
        {
          "rulePriority": 1,
          "selection": {
            "tagStatus": "any",
            "countType": "imageCountMoreThan",
            "countNumber": \${var.keep}
          },
          "action": { "type": "expire" }
        }
      ]
    }
  EOT
}
`;
