import type { ShapedText } from '../../../../server/src/service/structure/shapedText.ts';
import { shapedTextAt } from '../../../../server/src/service/structure/shapedText.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

/** The text of one of these files for requests about structure; the module of the first one reads each. */
export function shapeOf(files: string | Files, name = 'main.tf'): ShapedText {
  const { workspace, module } = moduleOf(files);
  const shaped = shapedTextAt(workspace, module, name);
  if (shaped === null) throw new Error(`${name} has no shape`);
  return shaped;
}

/** A policy in a file of its own. */
export function shapeOfPolicy(text: string): ShapedText {
  return shapeOf({ 'main.tf': '', 'policy.json': text }, 'policy.json');
}

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

/** A policy as a template: interpolations as values, in strings, and around rules. */
export const TEMPLATE = `{
  "rules": [
    {
      "rulePriority": \${first},
      "description": "keep \${lookup(counts, "app")} images",
      "selection": { "tagStatus": "any", "countNumber": \${keep} }
    },
%{ if cleans }
    {
      "rulePriority": 2,
      "description": "old"
    }
%{ endif }
  ]
}
`;
