import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { COUNT, marked, repository } from '../support/importBlocks.ts';

const ID = 'import-id-mismatch';

const byIdentity = (type: string, identity: string, key = '') =>
  `import {\n  to       = ${type}.app${key}\n  identity = ${identity}\n}\n`;

const REPOSITORY = 'aws_ecr_repository';
const LIFECYCLE = 'aws_ecr_lifecycle_policy';
const ACCESS = 'aws_ecr_repository_policy';
const accessPolicy =
  'resource "aws_ecr_repository_policy" "app" {\n  repository = "app"\n  policy     = var.policy\n}\n';
const locals = (value: string) => `locals {\n  old = ${value}\n}\n`;

describe('an identity that names another object than its target', () => {
  it('is reported at its key, and mends it', () => {
    const text = (name: string) => `import {\n  to = aws_ecr_repository.app\n  identity = {\nname = ${name}\n  }\n}\n`;
    checkOnly(ID, text(marked('"old"', 'warning import-id-mismatch is for "app"')) + repository());
    expect(fix(text('"old"') + repository(), 'Change the identity to app')).toBe(text('"app"') + repository());
  });

  it.each([
    byIdentity(REPOSITORY, '{ name = "old" }'),
    byIdentity(REPOSITORY, '{ "name" = "team/app" }'),
    byIdentity(REPOSITORY, '{ name = "old", account_id = "111122223333", region = "eu-west-1" }'),
    byIdentity(REPOSITORY, '{ name = "old", region = var.region }'),
    byIdentity(REPOSITORY, 'local.old') + locals('{ name = "old" }'),
    byIdentity(REPOSITORY, '{ name = local.old }') + locals('"old"'),
    byIdentity(LIFECYCLE, '{ repository = "old" }'),
    byIdentity(ACCESS, '{ repository = "old" }'),
  ])('%s', (text) => {
    expect(ruleIdsOnly(ID, text + repository() + accessPolicy)).toEqual([`warning ${ID}`]);
  });

  it.each([
    byIdentity(REPOSITORY, '{ name = "app" }'),
    byIdentity(REPOSITORY, '{ name = var.name }'),
    byIdentity(REPOSITORY, 'var.identity'),
    byIdentity(REPOSITORY, '{ account_id = "111122223333" }'),
    byIdentity(REPOSITORY, '{ name = null }'),
    byIdentity(REPOSITORY, '{ (var.key) = "old" }'),
    byIdentity(REPOSITORY, '{ repository = "old" }'),
    byIdentity(LIFECYCLE, '{ repository = "app" }'),
    byIdentity(LIFECYCLE, '{ repository = aws_ecr_repository.app.name }'),
    byIdentity(ACCESS, '{ repository = "app", region = "eu-west-1" }'),
  ])('nothing is said of %s', (text) => {
    expect(ruleIdsOnly(ID, text + repository() + accessPolicy)).toEqual([]);
  });

  it('nothing is said of instances', () => {
    const text = byIdentity(REPOSITORY, '{ name = "old" }', '[0]');
    expect(ruleIdsOnly(ID, text + repository(COUNT))).toEqual([]);
  });
});
