import { commands, l10n, window, workspace } from 'vscode';

/** Opens a new text with two mistakes to try the extension on; nothing is written to the disk. */
export async function openExample(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'terraform', content: exampleText() });
  await window.showTextDocument(document, { preview: false });
}

/** Opens the page that leads through the first steps; the editor shows it by itself once, after an installation. */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', 'ecrkit.terraform-ecr#start', false);
}

function exampleText(): string {
  return `# ${l10n.t('Two mistakes that AWS would refuse at apply. Nothing here is saved or applied.')}
resource "aws_ecr_repository" "orders" {
  name                 = "orders"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 1
        description  = "Keep the newest 30 images"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}
`;
}
