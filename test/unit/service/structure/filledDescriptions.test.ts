import { describe, expect, it } from 'vitest';
import { SymbolIndex } from '../../../../server/src/service/structure/symbolIndex.ts';
import { moduleOf } from './support.ts';

function nameWith(description: string): string | undefined {
  const text = `variable "n" {}
locals {
  known = "x"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        ${description}
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }
        action       = { type = "expire" }
      },
    ]
  })
}
`;
  const { workspace, module } = moduleOf({ 'main.tf': text });
  const symbols = new SymbolIndex(workspace).ofFile(module, 'main.tf');
  return symbols.at(-1)?.children[0]?.name;
}

describe('the name of a rule', () => {
  it.each([
    ['description = "Keep the ${var.n} newest"', '1: Keep the ${var.n} newest'],
    ['description = "${var.n} images"', '1: ${var.n} images'],
    ['description = "a ${var.n} b ${upper(var.n)}"', '1: a ${var.n} b ${upper(var.n)}'],
    ['description = "a %{ if var.n }b%{ endif }"', '1: a %{ if var.n }b%{ endif }'],
    ['description = "${local.known} images"', '1: x images'],
    ['description = "plain"', '1: plain'],
    ['description = var.n', '1: Keeps the newest 3 of all images and deletes the rest.'],
    ['description = format("%s", var.n)', '1: Keeps the newest 3 of all images and deletes the rest.'],
    ['', '1: Keeps the newest 3 of all images and deletes the rest.'],
  ])('with %s', (description, name) => {
    expect(nameWith(description)).toBe(name);
  });
});
