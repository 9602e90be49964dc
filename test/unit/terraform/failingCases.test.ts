import { describe, expect, it } from 'vitest';
import { FAILING_CASES } from '../../corpus/failing/cases.ts';
import { whyNoTerraform } from '../../terraform/judge.ts';
import { hashOf, judgeTexts, recordedVerdicts } from '../../terraform/recordedVerdicts.ts';
import { ruleIds, settingsFor } from '../support/checkProblems.ts';

/** Each run asks Terraform again about a fixed share. */
const SHARE = 30;

const texts = FAILING_CASES.map(({ text }) => text);
const recorded = await recordedVerdicts(new URL('../../corpus/failing/verdicts.json', import.meta.url), texts);

describe('an expression that fails in an argument of a block of ECR', () => {
  it('has been judged by Terraform, in cases of both sorts', () => {
    const verdicts = texts.map((text) => recorded[hashOf(text)]);
    expect(verdicts.filter((verdict) => verdict === undefined)).toEqual([]);
    expect(verdicts.filter((isAccepted) => isAccepted === false).length).toBeGreaterThan(100);
    expect(verdicts.filter((isAccepted) => isAccepted === true).length).toBeGreaterThan(50);
  });

  it.each(FAILING_CASES)('is told once where Terraform refuses it: $place: $expression', ({ text }) => {
    const errors = ruleIds(text, settingsFor('reference-undeclared')).filter((found) => found.startsWith('error'));
    expect(errors).toHaveLength(recorded[hashOf(text)] === true ? 0 : 1);
  });

  it('is still what Terraform says', async (context) => {
    const reason = await whyNoTerraform();
    if (reason !== null) context.skip(reason);
    const share = texts.filter((_, index) => index % SHARE === 0);
    const fresh = await judgeTexts(share);
    expect(fresh).toEqual(Object.fromEntries(share.map((text) => [hashOf(text), recorded[hashOf(text)]])));
  });
});

describe('an infinite number', () => {
  const document = (number: string) => `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = ${number}
    }
  }
}
`;
  const encoded = (number: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/api"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${number} }, action = { type = "expire" } },
  ] })
}
`;

  it.each(['1 / 0', '-1 / 0', '[1 / 0][0]', '10 / (5 - 5)'])(
    'is told once, because no policy can hold it: %s',
    (number) => {
      for (const code of [document, encoded]) expect(ruleIds(code(number))).toEqual(['error template-error']);
    },
  );

  it.each(['1 / 0 > 5 ? 3 : 2', '5 % 0', 'try(0 / 0, 5)', '(1 / 0 == 2) ? 3 : 4'])(
    'hinders nothing before: %s',
    (number) => {
      for (const code of [document, encoded]) expect(ruleIds(code(number))).toEqual([]);
    },
  );
});

describe('what a dynamic block goes through', () => {
  const repository = (forEach: string) => `variable "any" {
}
resource "aws_ecr_repository" "r" {
  name = "team/api"
  dynamic "image_scanning_configuration" {
    for_each = ${forEach}
    content {
      scan_on_push = true
    }
  }
}
`;
  const errors = (forEach: string) => ruleIds(repository(forEach)).filter((found) => found.startsWith('error'));

  it.each(['5', 'true', '"many"', 'null', 'tolist("a")', '[1][3]'])(
    'is told where it is no collection: %s',
    (forEach) => {
      expect(errors(forEach)).toEqual(['error template-error']);
    },
  );

  it.each([
    '[]',
    '[1]',
    '{ a = 1 }',
    'toset(["a"])',
    'var.any',
    'var.any ? [1] : []',
    'try(var.any.list, [])',
    'var.any[*]',
  ])('is let be where it may be one: %s', (forEach) => expect(errors(forEach)).toEqual([]));
});
