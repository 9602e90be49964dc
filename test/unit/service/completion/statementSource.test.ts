import { describe, expect, it } from 'vitest';
import { labelsAt } from './cursor.ts';

const TAM = 'source = "terraform-aws-modules/ecr/aws"';
const VPC = 'source = "terraform-aws-modules/vpc/aws"';
const STATEMENTS = 'repository_policy_statements = {\n    a = {\n      actions = [\n        "$0"\n      ]\n    }\n  }';

/** Whether actions of ECR are offered in a call with these arguments. */
const CALLS: readonly [words: string, body: string, offered: boolean][] = [
  ['the source first', `  ${TAM}\n  ${STATEMENTS}\n`, true],
  ['the source last', `  ${STATEMENTS}\n  ${TAM}\n`, true],
  ['half-typed statements', `  ${TAM}\n  repository_policy_statements = {\n    a = {\n      actions = ["$0"`, true],
  ['another source in a comment', `  # ${VPC}\n  ${TAM}\n  ${STATEMENTS}\n`, true],
  ['the source in a comment alone', `  # ${TAM}\n  ${VPC}\n  ${STATEMENTS}\n`, false],
  ['the source in a comment between others', `  /* ${TAM} */\n  ${VPC}\n  ${STATEMENTS}\n`, false],
  ['a source inside another input', `  tags = {\n    ${TAM}\n  }\n  ${VPC}\n  ${STATEMENTS}\n`, false],
  ['another source inside another input', `  tags = {\n    ${VPC}\n  }\n  ${TAM}\n  ${STATEMENTS}\n`, true],
  ['an input that ends in the word', `  image-${VPC}\n  ${TAM}\n  ${STATEMENTS}\n`, true],
  ['no source', `  ${STATEMENTS}\n`, false],
];

describe('statements in a call belong to the module of its source', () => {
  it.each(CALLS)('%s', (_, body, offered) => {
    const text = `module "ecr" {\n${body}}\n`;
    expect(labelsAt(text).includes('ecr:BatchGetImage')).toBe(offered);
  });
});
