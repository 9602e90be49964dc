import type { PolicyObject } from '../../ecr/documents/documentNodes.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleActionMismatch: PolicyCheck = {
  subject: 'policy',
  id: 'rule-action-mismatch',
  title: 'The action does not support the countType',
  severity: 'error',
  *check(policy) {
    for (const { place, rule, action, actionType, countType } of refusalsOf(policy, 'action-mismatch')) {
      const only = actionType.value === 'expire' ? 'transition' : 'expire';
      yield {
        place,
        message: `${countType.value} can only ${only} images; AWS refuses ${actionType.value} with it (no schema matches).${advice(countType.value)}`,
        related: [{ place: countType.node.place, message: 'The countType of the rule' }],
        fixes: [changeAction(rule, action, only), ...changeCountType(rule)].filter((fix) => fix !== null),
      };
    }
  },
};

function advice(countType: string): string {
  return countType === 'sinceImagePulled'
    ? ' To delete what nobody pulls, archive it and let a second rule with sinceImageTransitioned expire it.'
    : '';
}

function changeAction(rule: PolicyRule, action: PolicyObject, type: 'expire' | 'transition'): Fix | null {
  const { actionType, targetStorageClass } = rule;
  if (actionType.state !== 'known' || targetStorageClass.state === 'unknown') return null;
  const replaced = { kind: 'replace-value', node: actionType.node, value: type } as const;
  if (type === 'transition') {
    const added = { kind: 'set-key', object: action, key: 'targetStorageClass', value: 'archive' } as const;
    const changes = targetStorageClass.state === 'absent' ? [replaced, added] : [replaced];
    return { title: 'Archive the images instead (transition)', kind: 'choice', changes };
  }
  const changes =
    targetStorageClass.state === 'known'
      ? ([replaced, { kind: 'remove-key', object: action, member: targetStorageClass.member }] as const)
      : [replaced];
  return { title: 'Delete the images instead (expire)', kind: 'choice', changes };
}

/** Counts from the push instead of the pull: the same number of days and an action that is allowed. */
function changeCountType({ countType, actionType, targetStorageClass }: PolicyRule): Fix[] {
  if (countType.state !== 'known' || countType.value !== 'sinceImagePulled' || actionType.state !== 'known') return [];
  if (targetStorageClass.state !== 'absent') return [];
  return [
    {
      title: 'Count from the push (sinceImagePushed)',
      kind: 'choice',
      changes: [{ kind: 'replace-value', node: countType.node, value: 'sinceImagePushed' }],
    },
  ];
}
