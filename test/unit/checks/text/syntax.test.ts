import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';

const ID = 'syntax';

describe(ID, () => {
  it('is reported where a value is missing', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_repository" "app" {
  name =
        ^ error syntax
  image_tag_mutability = "IMMUTABLE"
}
`,
    );
  });

  it('says nothing of a text that parses, whatever its values are', () => {
    checkOnly(
      ID,
      `
variable "name" {}

resource "aws_ecr_repository" "app" {
  name                 = var.name
  image_tag_mutability = "none of the values"
}
`,
    );
  });
});
