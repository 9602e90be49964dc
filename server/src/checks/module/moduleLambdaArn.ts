import { inputValue } from '../../ecr/modules/moduleCall.ts';
import type { ModuleCallCheck } from '../check.ts';

export const moduleLambdaArn: ModuleCallCheck = {
  subject: 'module',
  id: 'module-lambda-arn',
  title: 'Role in place of a Lambda function ARN',
  severity: 'warning',
  *check(call, scope) {
    const value = inputValue(call, 'repository_lambda_read_access_arns', scope);
    if (value?.kind !== 'list') return;
    for (const item of value.items) {
      if (item.kind !== 'string' || !/^arn:[\w-]+:(iam|sts)::[^:]*:/.test(item.value)) continue;
      yield {
        place: item.place,
        message:
          'This is not the ARN of a Lambda function: the module compares it with aws:sourceArn, so no function may pull. Give the ARN of the function, such as arn:aws:lambda:REGION:ACCOUNT:function:NAME.',
      };
    }
  },
};
