// Takes the README's animation again: npm run animation. Requires a monospaced font (Debian: fonts-dejavu-core).
import { takePictures } from './takePictures.mjs';

const FILES = {
  'animation/orders.tf': `resource "aws_ecr_repository" "orders" {
  name                 = "team/orders"
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
        selection = {
          tagStatus   = "any"
        }
        action = { type = "expire" }
      },
    ]
  })
}
`,
};

await takePictures('animation.mjs', FILES, process.argv.slice(2));
