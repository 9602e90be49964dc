import { lookUp } from '../../../facts/lookUp.ts';
import type { ArgumentFact } from '../../../facts/provider/resourceSchema.ts';
import type { Snippet } from '../items/snippet.ts';
import { stop } from '../items/snippet.ts';

/** The initial text of a value when any expression is allowed, by the argument's name. */
const STARTS: Readonly<Record<string, Snippet>> = {
  for_each: ['toset(["', stop('name'), '"])'],
  depends_on: ['[', stop(), ']'],
  replace_triggered_by: ['[', stop(), ']'],
  ignore_changes: ['[', stop('tags'), ']'],
  provider: ['aws.', stop('other')],
  providers: ['{\n  aws = aws.', stop('other'), '\n}'],
  type: [stop('string')],
  condition: [stop('true')],
  from: ['aws_ecr_repository.', stop('old')],
  to: ['aws_ecr_repository.', stop('main')],
  iterator: [stop('item')],
  value: [stop('null')],
};

/** Numbers that do no harm, by the argument's name. */
const NUMBERS: Readonly<Record<string, string>> = { count: '2', count_number: '30' };

/** A number to begin with. */
export function numberStart({ name }: ArgumentFact): Snippet {
  return [stop(lookUp(NUMBERS, name) ?? '1')];
}

/** A value that Terraform reads, with a place to write another. */
export function expressionStart({ name }: ArgumentFact): Snippet {
  return lookUp(STARTS, name) ?? [stop('null')];
}
