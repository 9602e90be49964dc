import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';
import { REST } from '../support/policyResources.ts';

const ID = 'policy-public-repository';

describe(ID, () => {
  it('is reported at the repository', () => {
    checkOnly(
      ID,
      `
resource "aws_ecrpublic_repository" "app" {
  repository_name = "app"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecrpublic_repository.app.repository_name
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning policy-public-repository
  ${REST}
}
`,
    );
  });
});
