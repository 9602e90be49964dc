// Takes the README's pictures anew: npm run pictures, or npm run pictures -- NAME… for some.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureEditor } from '../test/editor/install.mjs';
import { packProduct } from './package.mjs';
import { root } from './steps.mjs';

const EXTRA_FILES = {
  'payments/main.tf':
    'resource "aws_ecr_repository" "payments" {\n  name                 = "payments"\n  image_tag_mutability = "IMMUTABLE"\n}\n',
  'completion.tf': `resource "aws_ecr_repository" "orders" {
  name                 = "orders"
  image_tag_mutability = ""
}

resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = ""
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}
`,
  'heredoc.tf': `resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name

  policy = <<-EOT
    {
      "rules": [
        {
          "rulePriority": 1,
          "description": "keep the newest \${var.keep}",
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
`,
};

const product = await packProduct();
const folder = mkdtempSync(join(tmpdir(), 'orders-'));
const target = join(root, 'docs', 'images');
mkdirSync(target, { recursive: true });
cpSync(join(root, 'examples'), folder, { recursive: true });
for (const [name, text] of Object.entries(EXTRA_FILES)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
const program = join(root, 'test', 'editor', 'pictures.mjs');
const { status } = spawnSync(ensureEditor().node, [program, product, folder, target, ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
