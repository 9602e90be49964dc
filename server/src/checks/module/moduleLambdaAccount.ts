import { inputValue } from '../../ecr/modules/moduleCall.ts';
import type { ModuleCallCheck } from '../check.ts';

export const moduleLambdaAccount: ModuleCallCheck = {
  subject: 'module',
  id: 'module-lambda-account',
  title: 'principals_lambda accepts only account ids',
  severity: 'error',
  *check(call, scope) {
    const value = call.known.id === 'cloudposse' ? inputValue(call, 'principals_lambda', scope) : null;
    if (value?.kind !== 'list') return;
    for (const item of value.items) {
      if (item.kind !== 'string' || /^\d{12}$/.test(item.value)) continue;
      const account = /^arn:[\w-]+:[\w-]+:[^:]*:(\d{12}):/.exec(item.value)?.[1];
      const isEditable = account !== undefined && item.derived !== true;
      yield {
        place: item.place,
        message: `principals_lambda takes the twelve digits of an account: the module builds ARNs from them, and AWS refuses the policy ("Invalid repository policy provided").${account === undefined ? '' : ` Here that is ${account}.`}`,
        fixes: isEditable
          ? [
              {
                title: `Replace it with ${account}`,
                kind: 'choice',
                changes: [{ kind: 'replace-text', place: item.place, text: `"${account}"` }],
              },
            ]
          : [],
      };
    }
  },
};
