import type { Fix } from '../../ecr/edits/change.ts';
import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { argumentOf, hasInput } from '../../ecr/modules/moduleCall.ts';
import { conflictOf } from '../../ecr/modules/rulesConflict.ts';
import type { ModuleCallCheck } from '../check.ts';
import { removeArgument } from '../support/moduleFixes.ts';

export const moduleRulesConflict: ModuleCallCheck = {
  subject: 'module',
  id: 'module-rules-conflict',
  title: 'The rules of the call conflict with those of the module',
  severity: 'error',
  *check(call, scope) {
    const place = conflictOf(call, scope);
    if (place === null) return;
    const isCloudposse = call.known.id === 'cloudposse';
    const advice = isCloudposse
      ? hasInput(call, 'default_lifecycle_rules_settings')
        ? 'Set default_lifecycle_rules_settings = { remove_old_image_rule = { enabled = false } }, or let the rule select tagged or untagged images'
        : 'Let the rule select tagged or untagged images'
      : 'Give only one of the two inputs, or write a lifecycle_policy of your own';
    yield {
      place,
      message: `The module makes two rules with tagStatus any from this, but AWS accepts only one per storage class: the apply fails. ${advice}.`,
      fixes: isCloudposse ? defaultOff(call) : helperOff(call),
    };
  },
};

function defaultOff(call: ModuleCall): Fix[] {
  const name = 'default_lifecycle_rules_settings';
  if (!hasInput(call, name) || argumentOf(call, name) !== undefined) return [];
  const enabled = { kind: 'object', members: [{ name: 'enabled', value: { kind: 'literal', value: false } }] } as const;
  const term = { kind: 'object', members: [{ name: 'remove_old_image_rule', value: enabled }] } as const;
  const { declaration } = call;
  return [
    {
      title: "Turn off the module's rule for any image",
      kind: 'one',
      changes: [{ kind: 'set-argument', declaration, name, term }],
    },
  ];
}

function helperOff(call: ModuleCall): Fix[] {
  const helpers = ['lifecycle_expire_tagged_after_days', 'lifecycle_keep_latest_n_images'];
  return helpers.flatMap((name) => {
    const attribute = argumentOf(call, name);
    return attribute === undefined || argumentOf(call, 'lifecycle_policy_template') !== undefined
      ? []
      : [removeArgument(call, attribute)];
  });
}
