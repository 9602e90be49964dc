import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { cloudposse, tam, template } from '../support/moduleCalls.ts';

const ID = 'module-lambda-arn';

describe(ID, () => {
  it.each([
    tam('repository_lambda_read_access_arns = ["arn:aws:iam::111122223333:role/app"]'),
    tam('repository_lambda_read_access_arns = ["arn:aws:iam::111122223333:role/service-role/app"]', '1.6.0'),
    tam('repository_lambda_read_access_arns = ["arn:aws-cn:iam::111122223333:role/app"]'),
    tam('repository_lambda_read_access_arns = ["arn:aws:iam::111122223333:user/app"]'),
    tam('repository_lambda_read_access_arns = ["arn:aws:iam::111122223333:root"]'),
    tam('repository_lambda_read_access_arns = ["arn:aws:sts::111122223333:assumed-role/app/x"]'),
    template('repository_lambda_read_access_arns = ["arn:aws:iam::111122223333:role/app"]'),
    tam(
      'repository_lambda_read_access_arns = local.arns',
      '~> 3.0',
      'locals {\n  arns = ["arn:aws:iam::111122223333:role/app"]\n}\n',
    ),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    tam('repository_lambda_read_access_arns = ["arn:aws:lambda:eu-west-1:111122223333:function:app"]'),
    tam('repository_lambda_read_access_arns = ["arn:aws:lambda:*:111122223333:function:*"]'),
    tam('repository_lambda_read_access_arns = [aws_lambda_function.f.arn]'),
    tam('repository_lambda_read_access_arns = [aws_iam_role.r.arn]'),
    tam('repository_lambda_read_access_arns = var.arns'),
    tam('repository_lambda_read_access_arns = []'),
    tam('repository_read_access_arns = ["arn:aws:iam::111122223333:role/app"]'),
    cloudposse('principals_lambda = ["arn:aws:iam::111122223333:role/app"]'),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
