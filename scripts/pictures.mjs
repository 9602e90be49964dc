// Takes the README's pictures again: npm run pictures, or npm run pictures -- NAME… for some. Requires a monospaced font
// (Debian: fonts-dejavu-core) and, for small files, pngquant.
import { takePictures } from './takePictures.mjs';

const REPOSITORY = `resource "aws_ecr_repository" "orders" {
  name                 = "orders"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
`;

/** A lifecycle policy with one rule of these lines. */
const policyOf = (...selection) => `
resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
${selection.map((line) => `          ${line}\n`).join('')}        }
        action = { type = "expire" }
      },
    ]
  })
}
`;

const FILES = {
  'unit/orders.tf':
    REPOSITORY + policyOf('tagStatus   = "any"', 'countType   = "sinceImagePushed"', 'countNumber = 90'),
  'values/orders.tf': REPOSITORY + policyOf('tagStatus   = "any"', 'countType   = ""', 'countNumber = 30'),
  'bare/orders.tf': REPOSITORY,
  'rules/orders.tf': `${REPOSITORY}
resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["v*"]
          countType      = "imageCountMoreThan"
          countNumber    = 30
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 3
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 60
        }
        action = { type = "expire" }
      },
    ]
  })
}
`,
  'heredoc/orders.tf': `${REPOSITORY}
resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = <<-EOT
    {
      "rules": [
        {
          "rulePriority": 1,
          "description": "keep the newest \${var.keep}",
          "selection": {
            "tagStatus": "any",
            "countType": "imageCountMoreThen",
            "countNumber": \${var.keep}
          },
          "action": { "type": "expire" }
        }
      ]
    }
  EOT
}

variable "keep" {
  type = number
}
`,
};

await takePictures('pictures.mjs', FILES, process.argv.slice(2));
