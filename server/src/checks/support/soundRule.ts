import type { PolicyObject } from '../../ecr/documents/documentNodes.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { storageClassOf } from '../../ecr/documents/lifecycle/policyRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { PolicyLevel } from '../../facts/lifecycle/lifecyclePolicy.ts';
import { policyKey } from '../../facts/lifecycle/lifecyclePolicy.ts';

/** True for a rule that is fully known and that AWS would accept on its own. */
export function isSound(rule: PolicyRule): boolean {
  const { countType, countUnit, countNumber, tagStatus, actionType, targetStorageClass } = rule;
  const fact = countType.state === 'known' ? countTypeFact(countType.value) : undefined;
  if (fact === undefined || actionType.state !== 'known') return false;
  const isTransition = actionType.value === 'transition';
  return (
    rule.rulePriority.state === 'known' &&
    countNumber.state === 'known' &&
    tagStatus.state === 'known' &&
    (countUnit.state === 'known') === fact.countsDays &&
    (targetStorageClass.state === 'known') === isTransition &&
    storageClassOf(rule) === fact.storageClass &&
    fact.actions.includes(actionType.value) &&
    hasKnownKeys('rule', rule.object) &&
    hasKnownKeys('selection', rule.selection) &&
    hasKnownKeys('action', rule.action)
  );
}

/** True when AWS knows every key of an object and each key appears once with a value. */
function hasKnownKeys(level: PolicyLevel, object: PolicyObject | null): boolean {
  const members = object?.members ?? [];
  const isNull = members.some(({ value }) => value.kind === 'scalar' && value.value === null);
  const keys = new Set(members.map(({ key }) => key));
  return !isNull && keys.size === members.length && members.every(({ key }) => policyKey(level, key) !== undefined);
}
