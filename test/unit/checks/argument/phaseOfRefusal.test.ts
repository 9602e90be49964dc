import { describe, expect, it } from 'vitest';
import { messagesOnly } from '../../support/checkProblems.ts';

const AT_APPLY = 'AWS refuses it at apply';
const AT_PLAN = 'AWS refuses it at plan';
const AT_EITHER = 'AWS refuses it at plan, or at apply where the block is read only then';

/** What follows from the one wrong value of a text, as its message says it. */
function outcomesOf(text: string): string[] {
  const messages = messagesOnly('argument-value', { 'main.tf': text });
  return messages.map((message) => /; ((?:AWS|the plan)[^.]*)\.$/.exec(message)?.[1] ?? message);
}

describe('when a wrong value is refused', () => {
  it.each([
    ['resource "aws_ecr_lifecycle_policy" "p"', 'repository = "X/y"\n  policy = var.p', AT_APPLY],
    ['resource "aws_ecr_repository_policy" "p"', 'repository = "a--"\n  policy = var.p', AT_APPLY],
    ['data "aws_ecr_image" "d"', 'repository_name = "X/y"\n  image_tag = "a"', AT_PLAN],
    ['data "aws_ecr_images" "d"', 'repository_name = "X/y"', AT_PLAN],
    ['data "aws_ecr_repository" "d"', 'name = "my repo"', AT_PLAN],
    ['data "aws_ecr_repository" "d"', 'name = "my repo"\n  registry_id = "111122223333"', AT_PLAN],
    ['data "aws_ecr_repository" "d"', 'name = "my repo"\n  registry_id = var.registry', AT_EITHER],
    ['data "aws_ecr_image" "d"', 'repository_name = "X/y"\n  image_tag = aws_ecr_repository.a.id', AT_EITHER],
    [
      'data "aws_ecr_image" "d"',
      'repository_name = "X/y"\n  image_tag = "a"\n  depends_on = [aws_sqs_queue.q]',
      AT_EITHER,
    ],
    ['resource "aws_ecr_pull_through_cache_rule" "c"', 'ecr_repository_prefix = "Quay"', 'the plan fails'],
    ['data "aws_ecr_authorization_token" "t"', 'registry_id = "me"', AT_PLAN],
  ])('%s { %s }: %s', (head, body, outcome) => {
    expect(outcomesOf(`${head} {\n  ${body}\n}\n`)).toEqual([outcome]);
  });
});
