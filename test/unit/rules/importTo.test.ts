import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

/** What the blocks import into, so that only their addresses are in question. */
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

describe('import-to', () => {
  it('stands on the target', () => {
    check(block('"aws_ecr_repository.app"\n       ^^^^^^^^^^^^^^^^^^^^^^^^ error import-to not a string'));
    check(block('data.aws_ecr_repository.app\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error import-to data source'));
    check(block('aws_ecr_repository.app.id\n       ^^^^^^^^^^^^^^^^^^^^^^^^^ error import-to attributes'));
    check(block('module.ecr\n       ^^^^^^^^^^ error import-to module'));
    check(block('module.ecr["a"].name\n       ^^^^^^^^^^^^^^^^^^^^ error import-to module'));
    check(`import {\n^^^^^^ error import-to needs \`to\`\n  id = "app"\n}\n${TARGET('')}`);
  });

  it.each([
    'aws_ecr_repository.app',
    'aws_ecr_repository.app["a"]',
    'aws_ecr_repository.app[0]',
    'aws_ecr_repository.app[each.key]',
    'module.ecr.aws_ecr_repository.app',
    'module.ecr[0].module.inner.aws_ecr_repository.app["a"]',
  ])('is silent about %s', (to) => {
    expect(ruleIds(block(to))).toEqual([]);
  });

  it('is silent while the target is being typed', () => {
    for (const to of ['', 'aws_ecr_repository', 'aws_ecr_repository.', 'aws_ecr_repository.app.']) {
      expect(ruleIds(block(to))).not.toContain('error import-to');
    }
    expect(ruleIds('import {\n  id = \n}\n')).not.toContain('error import-to');
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
    expect(fixTitles(block(wrong))).toEqual([`one: Change it to ${right}`]);
    expect(fix(block(wrong), `Change it to ${right}`)).toBe(block(right));
  });

  it.each([
    '"module.ecr"',
    '"data.aws_ecr_repository.app"',
    '"app"',
    '"${var.type}.app"',
    'data.aws_ecr_repository.app',
  ])('has no fix for %s', (to) => {
    expect(fixTitles(block(to))).toEqual([]);
  });

  it('wants an address, not a value that holds one', () => {
    expect(ruleIds(`import {\n  to = local.target\n  id = "team/app"\n}\n${TARGET('')}`)).toEqual(['error import-to']);
  });
});
