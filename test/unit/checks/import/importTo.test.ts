import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'import-to';

/** The targets of the import blocks, so that only their addresses are judged. */
const TARGET = (repetition: string) => `
resource "aws_ecr_repository" "app" {
  name                 = "app"
${repetition}  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy     = var.policy
}
`;

const CALL = '\nmodule "ecr" {\n  source = "example/ecr/aws"\n}\n';

function repetitionFor(to: string): string {
  if (to.includes('app[0')) return '  count = 2\n';
  return /app\[|app"?\]?\[/.test(to) ? '  for_each = var.names\n' : '';
}

const block = (to: string) =>
  `import {\n  to = ${to}\n  id = "app"\n}\n${TARGET(repetitionFor(to))}${CALL.replace('{\n', to.includes('ecr[') ? '{\n  count = 1\n' : '{\n')}`;

describe(ID, () => {
  it('is reported at the target', () => {
    checkOnly(ID, block('"aws_ecr_repository.app"\n       ^^^^^^^^^^^^^^^^^^^^^^^^ error import-to not a string'));
    checkOnly(ID, block('data.aws_ecr_repository.app\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error import-to data source'));
    checkOnly(ID, block('aws_ecr_repository.app.id\n       ^^^^^^^^^^^^^^^^^^^^^^^^^ error import-to attributes'));
    checkOnly(ID, block('module.ecr\n       ^^^^^^^^^^ error import-to module'));
    checkOnly(ID, block('module.ecr["a"].name\n       ^^^^^^^^^^^^^^^^^^^^ error import-to module'));
    checkOnly(ID, `import {\n^^^^^^ error import-to needs \`to\`\n  id = "app"\n}\n${TARGET('')}`);
  });

  it.each([
    'aws_ecr_repository.app',
    'aws_ecr_repository.app["a"]',
    'aws_ecr_repository.app[0]',
    'aws_ecr_repository.app[each.key]',
    'module.ecr.aws_ecr_repository.app',
    'module.ecr[0].module.inner.aws_ecr_repository.app["a"]',
  ])('says nothing of %s', (to) => {
    expect(ruleIdsOnly(ID, block(to))).toEqual([]);
  });

  it('says nothing while the target is being typed', () => {
    for (const to of ['', 'aws_ecr_repository', 'aws_ecr_repository.', 'aws_ecr_repository.app.']) {
      expect(ruleIdsOnly(ID, block(to))).not.toContain('error import-to');
    }
    expect(ruleIdsOnly(ID, 'import {\n  id = \n}\n')).not.toContain('error import-to');
  });

  it.each([
    ['"aws_ecr_repository.app"', 'aws_ecr_repository.app'],
    ['"aws_ecr_repository.app[\\"a\\"]"', 'aws_ecr_repository.app["a"]'],
    ['"${aws_ecr_repository.app}"', 'aws_ecr_repository.app'],
    ['"module.ecr.aws_ecr_repository.app"', 'module.ecr.aws_ecr_repository.app'],
    ['aws_ecr_repository.app.id', 'aws_ecr_repository.app'],
    ['aws_ecr_repository.app["a"].id', 'aws_ecr_repository.app["a"]'],
    ['module.ecr.aws_ecr_repository.app.id', 'module.ecr.aws_ecr_repository.app'],
  ])('makes of %s %s', (wrong, right) => {
    expect(fixTitlesOnly(ID, block(wrong))).toEqual([`one: Change it to ${right}`]);
    expect(fix(block(wrong), `Change it to ${right}`)).toBe(block(right));
  });

  it.each([
    '"module.ecr"',
    '"data.aws_ecr_repository.app"',
    '"app"',
    '"${var.type}.app"',
    'data.aws_ecr_repository.app',
  ])('has no fix for %s', (to) => {
    expect(fixTitlesOnly(ID, block(to))).toEqual([]);
  });

  it('wants an address, not a value that holds one', () => {
    expect(ruleIdsOnly(ID, `import {\n  to = local.target\n  id = "team/app"\n}\n${TARGET('')}`)).toEqual([
      'error import-to',
    ]);
  });
});
