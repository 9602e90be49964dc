import { describe, expect, it } from 'vitest';
import { openJsonConfiguration } from '../../../server/src/embedded/terraformJson.ts';
import { check, ruleIds, workspaceOf } from '../support/checkProblems.ts';

/** The addresses of a file's declarations, and the number of its syntax errors. */
function read(json: string): { addresses: string[]; errors: number } {
  const workspace = workspaceOf({ 'main.tf.json': json });
  const addresses = workspace.modules.flatMap((module) => [...module.allBlocks()].map(({ address }) => address));
  const errors = openJsonConfiguration(json).pieces.reduce((sum, { piece }) => sum + piece.tree.errors.length, 0);
  return { addresses, errors };
}

describe("a list of objects in Terraform's JSON syntax", () => {
  it.each([
    ['[]', []],
    ['[{"//":"nothing"}]', []],
    ['[{"locals":{"a":1}},{"output":{"o":{"value":"${local.a}"}}}]', ['locals', 'output.o']],
    ['{"resource":[{"x":{"a":{}}},{"x":[{"b":{}}]}]}', ['x.a', 'x.b']],
    ['{"resource":{"x":[{"a":{}},{"b":[{"input":1}]}]}}', ['x.a', 'x.b']],
    ['[{"resource":[{"x":[{"a":[{}]},{"b":[{}]}]}]}]', ['x.a', 'x.b']],
    ['{"variable":[{"a":{}},{"b":[{"type":"string"}]}]}', ['variable.a', 'variable.b']],
    ['[{"module":[{"m":[{"source":"./m"}]}]},{"data":[{"x":[{"d":[{}]}]}]}]', ['module.m', 'data.x.d']],
    ['[{"terraform":[{"required_version":">= 1"}]},{"import":[{"to":"x.a","id":"i"}]}]', ['terraform', 'import']],
    [' [ {"locals":[{"a":1},{"b":2}]} ] ', ['locals', 'locals']],
  ])('%s', (json, addresses) => {
    expect(read(json)).toEqual({ addresses, errors: 0 });
  });

  it.each(['[1]', '"x"', 'null', '[{"locals":{"a":1}},null]', '[[{"locals":{"a":1}}]]', '[{},"x"]', '7', '[true]'])(
    'is no list of others: %s',
    (json) => {
      expect(read(json)).toEqual({ addresses: [], errors: 1 });
    },
  );

  it('is checked like any other file', () => {
    const policy =
      '${jsonencode({rules = [{rulePriority = 1, selection = {tagStatus = \\"any\\", countType = \\"x\\"}}]})}';
    const ids = ruleIds({
      'main.tf.json': `[{"resource":[{"aws_ecr_lifecycle_policy":[{"p":[{"repository":"app","policy":"${policy}"}]}]}]}]`,
    });
    expect(ids).toContain('error policy-enum-value');
  });

  it('declares what other files use', () => {
    const lifecycle = '{ repository = aws_ecr_repository.r.name\n  policy = var.p\n}';
    check({
      'main.tf.json':
        '[{"resource":{"aws_ecr_repository":{"r":{"name":"team/r","image_tag_mutability":"IMMUTABLE","image_scanning_configuration":{"scan_on_push":true}}}}},{"variable":{"p":{}}}]',
      'other.tf': `resource "aws_ecr_lifecycle_policy" "l" ${lifecycle.replace('{ ', '{\n  ')}\n`,
    });
  });
});
