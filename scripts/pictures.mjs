// Takes the README's pictures anew: npm run pictures, or npm run pictures -- NAME… for some. Requires a monospaced font
// (Debian: fonts-dejavu-core) and, for small files, pngquant.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureEditor } from '../test/editor/install.mjs';
import { root } from './steps.mjs';
import { packProduct } from './vsix.mjs';

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

/** The packed browser knows its own fonts only; this lets it see the system's as well. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), join(tmpdir(), 'fonts')]
  .map((folder) => `  <dir>${folder}</dir>\n`)
  .join('')}  <cachedir>${join(tmpdir(), 'fonts-cache')}</cachedir>
</fontconfig>
`;

const product = await packProduct();
const folder = mkdtempSync(join(tmpdir(), 'orders-'));
const target = join(root, 'docs', 'images');
mkdirSync(target, { recursive: true });
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
const fonts = join(folder, 'fonts.conf');
writeFileSync(fonts, FONTS);
const program = join(root, 'test', 'editor', 'pictures.mjs');
const { status } = spawnSync(ensureEditor().node, [program, product, folder, target, ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, FONTCONFIG_FILE: fonts },
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
