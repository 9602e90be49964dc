import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { ruleIds } from '../../support/checkProblems.ts';
import { isRefused } from '../gates/differential.ts';

/** Expressions over lines; `↵` is a line end. */
const BROKEN = [
  'var.age ?↵"sinceImagePushed" :↵"imageCountMoreThan"',
  'var.age ↵? "sinceImagePushed" ↵: "imageCountMoreThan"',
  'var.age ? "sinceImagePushed" :↵"imageCountMoreThan"',
  'var.age ?↵"sinceImagePushed" : "imageCountMoreThan"',
  'var.age ? "sinceImagePushed" ↵: "imageCountMoreThan"',
  'var.age &&↵var.old ? "sinceImagePushed" : "imageCountMoreThan"',
  'var.age ↵&& var.old ? "sinceImagePushed" : "imageCountMoreThan"',
  'var.age ||↵!var.old ?↵"sinceImagePushed" :↵"imageCountMoreThan"',
  'var.age ==↵"x" ? "sinceImagePushed" : "imageCountMoreThan"',
  'var.age ?↵"sinceImagePushed" :↵var.old ?↵"imageCountMoreThan" :↵"imageCountMoreThan"',
  'var.age ?↵local.x :↵local.y',
  'var.age ?↵join("", local.x) :↵(local.y)',
];

const PLACES: readonly (readonly [name: string, text: (value: string) => string])[] = [
  ['in a policy', (value) => policy(`countType = ${value}`)],
  ['in a policy with colons', (value) => policy(`countType : ${value}`)],
  ['in a policy with JSON keys', (value) => policy(`"countType" = ${value}`)],
  ['in an argument', (value) => `locals {\n  a = ${value}\n  b = 1\n}\n`],
];

function policy(line: string): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/x"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection = {
        tagStatus = "untagged"
        ${line}
        countNumber = 5
      }
      action = { type = "expire" }
    }]
  })
}
`;
}

describe.each(PLACES)('an expression that is broken over lines %s', (_, around) => {
  it.each(BROKEN)('%s is one syntax error and nothing else', async (value) => {
    const text = around(value.replaceAll('↵', '\n          '));
    expect(await isRefused(text)).toBe(true);
    const isAmbiguous = text.includes('countType :') && /"sinceImagePushed" : "/.test(text) && value.includes('?↵');
    const message = isAmbiguous ? 'Expected an expression' : 'put all of it in ( )';
    expect(readTree(text).errors.map((error) => error.message)).toEqual([expect.stringContaining(message)]);
    expect(ruleIds(text)).toEqual(['error syntax']);
    const mended = around(`(${value.replaceAll('↵', '\n          ')})`);
    expect(await isRefused(mended)).toBe(false);
    expect(readTree(mended).errors).toEqual([]);
  });
});

describe('what follows a half-typed expression', () => {
  it.each([
    ['a = var.x ?', 'b = 1'],
    ['a = var.x ? 1 :', 'b = 1'],
    ['a = var.x &&', 'b = 1'],
    ['a = 1 +', 'b {\n  }'],
    ['a = var.x ?', 'b "l" {\n  }'],
    ['a = var.x ==', 'b = { c = 1 }'],
    ['a = !var.x ||', 'b = [1]'],
    ['a = var.x ? "y"', 'b = 1'],
  ])('%j stays what it is: %j', (half, next) => {
    const { body } = readTree(`t {\n  ${half}\n  ${next}\n}\n`);
    const [block] = body.items;
    expect(block?.kind === 'Block' ? block.body.items.length : 0).toBe(2);
    if (next.includes('{\n')) return;
    const object = readTree(`t = {\n  ${half}\n  ${next}\n}\n`).body.items[0];
    const value = object?.kind === 'Attribute' ? object.value : null;
    expect(value?.kind === 'ObjectExpression' ? value.items.length : 0).toBe(2);
  });

  it.each(['"b" : 1', 'b : 1', '"b": "c"'])('in an object with colons, %s is an item', (next) => {
    for (const half of ['"a" : var.x ?', '"a": var.x ? 1 :', 'a : 1 +']) {
      const object = readTree(`t = {\n  ${half}\n  ${next}\n}\n`).body.items[0];
      const value = object?.kind === 'Attribute' ? object.value : null;
      expect(value?.kind === 'ObjectExpression' ? value.items.length : 0).toBe(2);
    }
  });
});
