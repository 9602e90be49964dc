import { inputValue, isLeftOut, textOfArgument } from '../../ecr/modules/moduleCall.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { ModuleCallCheck } from '../check.ts';

const DAYS: Readonly<Record<string, number>> = { production: 90, compliance: 365 };

export const moduleTemplateDeletes: ModuleCallCheck = {
  subject: 'module',
  id: 'module-template-deletes',
  title: 'A policy template deletes releases too',
  severity: 'warning',
  *check(call, scope) {
    if (call.known.id !== 'lgallard' || !isLeftOut(call, 'lifecycle_policy', scope)) return;
    const template = textOfArgument(call, 'lifecycle_policy_template', scope);
    const days = template === 'production' || template === 'compliance' ? lookUp(DAYS, template) : undefined;
    const place = inputValue(call, 'lifecycle_policy_template', scope)?.place;
    if (days === undefined || place === undefined) return;
    yield {
      place,
      message: `The "${template}" policy deletes every image older than ${days} days, including releases in use: its rule for tagged images asks for all of its prefixes at once and keeps nothing. Write a lifecycle_policy of your own.`,
    };
  },
};
