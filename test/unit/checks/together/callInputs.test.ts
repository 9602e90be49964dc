import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const INNER = `variable "name" {
  type = string
}
variable "settings" {
  type = object({ days = number, immutable = optional(bool, true) })
  default = { days = 3 }
}
variable "tags" {
  type    = map(string)
  default = {}
}
variable "team" {
  type     = string
  nullable = false
}
resource "aws_ecr_repository" "a" {
  name = var.name
  tags = var.tags
}
output "name" {
  value = aws_ecr_repository.a.name
}
`;
const call = (body: string) => `module "m" {\n  source = "./m"\n${body}}\n`;
const GIVEN = '  name = "app"\n  team = "web"\n';
const errors = (main: string, inner = INNER) =>
  ruleIds({ 'main.tf': main, 'm/main.tf': inner }).filter(
    (found) => found.startsWith('error') && found !== 'error syntax',
  );

describe('the call of a local module that holds blocks of ECR', () => {
  it.each([
    ['lacks an input', call('  name = "app"\n'), 'argument-missing'],
    ['has an unknown input', call(`${GIVEN}  region = "x"\n`), 'argument-unknown'],
    ['has a misspelt input', call('  nam = "app"\n  team = "web"\n'), 'argument-unknown'],
    ['has a block for an input', call(`${GIVEN}  settings {\n    days = 3\n  }\n`), 'argument-unknown'],
    ['has a list for a string', call('  name = ["app"]\n  team = "web"\n'), 'argument-type'],
    ['has a text for an object', call(`${GIVEN}  settings = "x"\n`), 'argument-type'],
    ['has an object without what is needed', call(`${GIVEN}  settings = {}\n`), 'argument-type'],
    ['has a list for a map', call(`${GIVEN}  tags = ["x"]\n`), 'argument-type'],
    [
      'has a branch of another type',
      `variable "x" {}\n${call('  name = var.x ? ["app"] : ["web"]\n  team = "web"\n')}`,
      'argument-type',
    ],
    ['has null for what may not be null', call('  name = "app"\n  team = null\n'), 'argument-type'],
    [
      'has a whole repository for its name',
      `resource "aws_ecr_repository" "b" {\n  name = "ab"\n}\n${call('  name = aws_ecr_repository.b\n  team = "web"\n')}`,
      'argument-type',
    ],
  ])('%s', (_, main, id) => {
    expect(errors(main)).toEqual([`error ${id}`]);
  });

  it.each([
    ['gives what is needed', call(GIVEN)],
    ['gives everything', call(`${GIVEN}  settings = { days = "3", other = 1 }\n  tags = { a = 1 }\n`)],
    ['gives null for what has a default', call(`${GIVEN}  tags = null\n`)],
    [
      'is repeated',
      call(`${GIVEN}  for_each = toset(["x"])\n  providers = { aws = aws }\n  depends_on = [module.m]\n`).replace(
        'depends_on = [module.m]',
        'depends_on = []',
      ),
    ],
    ['gives what is not known', `variable "x" {}\n${call('  name = var.x\n  team = var.x\n')}`],
    ['is turned off in OpenTofu', call(`${GIVEN}  lifecycle {\n    enabled = false\n  }\n`)],
    ['is being typed', 'module "m" {\n  source = "./m"\n  na\n}\n'],
  ])('is left alone where it %s', (_, main) => {
    expect(errors(main)).toEqual([]);
  });

  it('is left alone where the module holds nothing of ECR, or is not there', () => {
    expect(errors(call('  nam = "app"\n'), 'variable "name" {}\n')).toEqual([]);
    expect(ruleIds({ 'main.tf': call('  nam = "app"\n') })).toEqual([]);
  });

  it('is judged by a module that calls the one with the blocks', () => {
    const files = {
      'main.tf': 'module "outer" {\n  source = "./outer"\n  nam = "app"\n}\n',
      'outer/main.tf': `variable "name" {}\nmodule "m" {\n  source = "../m"\n  name = var.name\n  team = "web"\n}\n`,
      'm/main.tf': INNER,
    };
    expect(ruleIds(files).filter((found) => found.startsWith('error'))).toEqual(['error argument-unknown']);
  });
});
