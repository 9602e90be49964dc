import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import { isSensitive, isUnknown } from '../findings/sensitiveParts.ts';
import { memberOf, textOf, valueAt } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';

/** A lifecycle policy that a plan adds, changes or removes. */
export interface LifecycleChange {
  readonly change: PlanChange;
  /** Its JSON on either side; null when there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly repositoryBefore: string | null;
  /** Null also when it is only known after apply. */
  readonly repositoryAfter: string | null;
  /** True when the new policy is only known after apply. */
  readonly isUnknown: boolean;
  /** True when nothing about it may be shown. */
  readonly isSensitive: boolean;
}

/** The lifecycle policies of a change. */
export function lifecycleChangeOf(change: PlanChange): LifecycleChange | null {
  const isActing = ['create', 'update', 'delete', 'replace'].includes(change.action);
  if (!isActing) return null;
  if (change.type === LIFECYCLE_POLICY_TYPE) {
    return {
      change,
      before: textOf(change.before, 'policy'),
      after: textOf(change.after, 'policy'),
      repositoryBefore: textOf(change.before, 'repository'),
      repositoryAfter: isUnknown(change, 'repository') ? null : textOf(change.after, 'repository'),
      isUnknown: isUnknown(change, 'policy'),
      isSensitive: isSensitive(change, 'policy'),
    };
  }
  return change.type === 'awscc_ecr_repository' && change.action !== 'delete' ? ofCloudControl(change) : null;
}

function ofCloudControl(change: PlanChange): LifecycleChange | null {
  const [before, after] = [change.before, change.after].map(textInside);
  const mask = memberOf(change.afterUnknown, 'lifecycle_policy');
  const unknown = memberOf(mask, 'lifecycle_policy_text') === true || (mask === true && change.action !== 'create');
  if (before === null && after === null && !unknown) return null;
  return {
    change,
    before: before ?? null,
    after: after ?? null,
    repositoryBefore: textOf(change.before, 'repository_name'),
    repositoryAfter: textOf(change.after, 'repository_name'),
    isUnknown: unknown,
    isSensitive: isSensitive(change, 'lifecycle_policy'),
  };
}

function textInside(values: PlanChange['before']): string | null {
  const text = valueAt(values, ['lifecycle_policy', 'lifecycle_policy_text']);
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}
