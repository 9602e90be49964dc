import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { cloudposse, tam } from '../support/moduleCalls.ts';

const ID = 'module-lambda-account';

describe(ID, () => {
  it.each([
    cloudposse('principals_lambda = ["arn:aws:iam::111122223333:root"]'),
    cloudposse('principals_lambda = ["arn:aws:lambda:eu-west-1:111122223333:function:a"]'),
    cloudposse('principals_lambda = ["12345"]'),
    cloudposse('principals_lambda = ["1111222233334"]'),
    cloudposse('principals_lambda = ["1111-2222-3333"]'),
    cloudposse('principals_lambda = ["*"]'),
    cloudposse('principals_lambda = [""]'),
    cloudposse('principals_lambda = ["111122223333", "lambda.amazonaws.com"]', '0.35.0'),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    cloudposse('principals_lambda = ["111122223333"]'),
    cloudposse('principals_lambda = [var.account]'),
    cloudposse('principals_lambda = [data.aws_caller_identity.c.account_id]'),
    cloudposse('principals_lambda = []'),
    cloudposse('principals_lambda = var.accounts'),
    tam('repository_lambda_read_access_arns = ["arn:aws:iam::111122223333:root"]'),
    cloudposse(''),
    cloudposse('principals_full_access = ["arn:aws:iam::111122223333:root"]'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
