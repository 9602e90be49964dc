import { argumentIn, textIn } from '../../ecr/blocks/bodyParts.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { REMOVED_VALUES_OF_SETTINGS } from '../../facts/access/accessArguments.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { ArgumentsCheck } from '../check.ts';
import { replaceText } from '../support/valueFixes.ts';

export const accountSettingRemoved: ArgumentsCheck = {
  subject: 'arguments',
  id: 'account-setting-removed',
  title: 'AWS has removed this value of an account setting',
  severity: 'error',
  *check({ body, declaration, isNever }) {
    const written = argumentIn(body, 'value')?.value;
    if (isNever || written === undefined || !isBlockOf(declaration, 'resource', 'aws_ecr_account_setting')) return;
    const removed = REMOVED_VALUES_OF_SETTINGS.find(({ setting }) => setting === textIn(body, 'name'));
    if (removed === undefined) return;
    for (const value of judgedValues(written)) {
      if (value.kind !== 'string' || value.value !== removed.value) continue;
      yield {
        place: value.place,
        message: `Write ${removed.replacement}: AWS removed ${removed.value} on ${removed.removed}, so the plan passes and the apply fails.`,
        fixes: replaceText(value, removed.replacement, 'one'),
      };
    }
  },
};
