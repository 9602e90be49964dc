import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'policy-too-large';

const STATEMENT = `  statement {
    actions = ["ecr:BatchGetImage"]
    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
`;

/** Documents, each of which merges so many of those before it. */
function merging(
  documents: number,
  each: number,
  argument = 'source_policy_documents',
  statements = 1,
  wrap = (list: string) => list,
): string {
  const blocks = Array.from({ length: documents }, (_, index) => {
    const merged = Array.from(
      { length: Math.min(each, index) },
      (__, back) => `data.aws_iam_policy_document.d${index - back - 1}.json`,
    );
    const list = wrap(`[${merged.join(', ')}]`);
    return `data "aws_iam_policy_document" "d${index}" {\n  ${argument} = ${list}\n${STATEMENT.repeat(statements)}}\n`;
  });
  return `${blocks.join('')}${sent(`data.aws_iam_policy_document.d${documents - 1}.json`)}`;
}

function sent(expression: string): string {
  return `resource "aws_ecr_repository_policy" "p" {\n  repository = "app"\n  policy     = ${expression}\n}\n`;
}

/** Forty locals, each of which contains the one before it twice. */
function chain(expression: string, first: string): string {
  const locals = Array.from(
    { length: 40 },
    (_, index) => `  a${index + 1} = ${expression.replaceAll('P', `local.a${index}`)}\n`,
  );
  return `locals {\n  a0 = ${first}\n${locals.join('')}}\n`;
}

describe('an access policy that is given up because of its size', () => {
  it.each([
    ['documents that merge twelve', merging(60, 12)],
    ['documents that merge all before them', merging(40, 40)],
    ['documents that override', merging(60, 12, 'override_policy_documents')],
    ['documents of many statements', merging(40, 8, 'source_policy_documents', 20)],
    ['documents behind concat', merging(60, 12, 'source_policy_documents', 1, (list) => `concat(${list}, [])`)],
    ['lists of lists', `${chain('[P, P]', '["a"]')}${sent('jsonencode({ Statement = local.a40 })')}`],
    ['objects', `${chain('{ p = P, q = P }', '["a"]')}${sent('jsonencode({ Statement = local.a40 })')}`],
    ['texts', `${chain('"${P}${P}"', '"{"')}${sent('jsonencode({ Statement = local.a40 })')}`],
    ['joined lists', `${chain('concat(P, P)', '["a"]')}${sent('jsonencode({ Statement = local.a40 })')}`],
  ])('is told: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['info policy-too-large']);
  });

  it.each([
    ['one document', merging(1, 0)],
    [
      'a document that merges ten',
      merging(11, 10).replaceAll(/d(\d)" \{\n {2}source_policy_documents = .*\n/g, 'd$1" {\n'),
    ],
    ['a chain of five', merging(5, 1)],
    ['ten documents of five statements', merging(6, 2, 'source_policy_documents', 5)],
    ['a variable', `variable "p" {}\n${sent('var.p')}`],
    ['documents that are not known', `variable "p" {}\n${sent('jsonencode({ Statement = var.p })')}`],
  ])('is not told: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
