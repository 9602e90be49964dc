import type { PolicyObject } from '../../ecr/documents/documentNodes.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { Finding, PolicyCheck } from '../check.ts';

export const ruleStorageClassMismatch: PolicyCheck = {
  subject: 'policy',
  id: 'rule-storage-class-mismatch',
  title: 'The storageClass does not support the countType',
  severity: 'error',
  *check(policy) {
    for (const { rule, selection, needed } of refusalsOf(policy, 'storage-class'))
      yield needed === 'archive' ? needsArchive(rule, selection) : needsStandard(rule, selection);
  },
};

function needsArchive({ countType, storageClass }: PolicyRule, selection: PolicyObject): Finding {
  const message =
    'sinceImageTransitioned counts archived images and needs storageClass = "archive"; AWS refuses the policy without it (no schema matches).';
  const node =
    storageClass.state === 'known' ? storageClass.node : countType.state === 'known' ? countType.node : selection;
  if (storageClass.state === 'known') {
    const changes = [{ kind: 'replace-value', node: storageClass.node, value: 'archive' }] as const;
    return {
      place: node.place,
      message,
      fixes: [{ title: 'Change storageClass to archive', kind: 'choice', changes }],
    };
  }
  const changes = [{ kind: 'set-key', object: selection, key: 'storageClass', value: 'archive' }] as const;
  return { place: node.place, message, fixes: [{ title: 'Add storageClass = "archive"', kind: 'one', changes }] };
}

function needsStandard(rule: PolicyRule, selection: PolicyObject): Finding {
  const { countType, storageClass, actionType } = rule;
  const fixes: Fix[] = [];
  if (storageClass.state === 'known') {
    fixes.push({
      title: 'Remove storageClass (standard images)',
      kind: 'choice',
      changes: [{ kind: 'remove-key', object: selection, member: storageClass.member }],
    });
  }
  if (countType.state === 'known' && countTypeFact(countType.value).countsDays && mayExpire(actionType)) {
    fixes.push({
      title: 'Change countType to sinceImageTransitioned (archived images)',
      kind: 'choice',
      changes: [{ kind: 'replace-value', node: countType.node, value: 'sinceImageTransitioned' }],
    });
  }
  return {
    place: storageClass.state === 'known' ? storageClass.node.place : selection.opening,
    message: `${countType.state === 'known' ? countType.value : 'This countType'} supports the standard storage class only; AWS refuses the policy with archive. Archived images are counted by sinceImageTransitioned.`,
    fixes,
  };
}

function mayExpire(actionType: PolicyRule['actionType']): boolean {
  return actionType.state === 'known' && actionType.value === 'expire';
}
