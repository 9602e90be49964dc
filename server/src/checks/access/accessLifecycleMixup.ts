import type { AccessPolicy } from '../../ecr/documents/access/accessPolicy.ts';
import { isOtherDocument } from '../../ecr/documents/access/documentKind.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { PolicyCheck } from '../check.ts';

export const accessLifecycleMixup: PolicyCheck = {
  subject: 'policy',
  id: 'access-lifecycle-mixup',
  title: 'Lifecycle policy in place of an access policy, or the reverse',
  severity: 'error',
  *check(policy) {
    if (!isOtherDocument(policy, 'lifecycle')) return;
    const right = rightPlace(policy);
    yield {
      place: policy.place,
      message: `This is an IAM policy, which says who may pull and push; AWS refuses it as a lifecycle policy. It belongs in ${right.name}.`,
      fixes: right.fixes,
    };
  },
  *checkAccess(policy) {
    if (!isOtherDocument(policy, 'access')) return;
    const right = rightPlace(policy);
    yield {
      place: policy.handedOver,
      message: `This is a lifecycle policy, which says which images are deleted; AWS answers "Invalid repository policy provided" here. It belongs in ${right.name}.`,
      fixes: right.fixes,
    };
  },
};

/** Each argument, and the argument that takes the other kind of document. */
const TYPES: Readonly<Record<string, string | undefined>> = {
  aws_ecr_lifecycle_policy: 'aws_ecr_repository_policy',
  aws_ecr_repository_policy: 'aws_ecr_lifecycle_policy',
};

const ARGUMENTS: Readonly<Record<string, string | undefined>> = {
  lifecycle_policy: 'repository_policy',
  repository_policy: 'lifecycle_policy',
};

function rightPlace({ owner, argument }: LifecyclePolicy | AccessPolicy): { name: string; fixes: readonly Fix[] } {
  const { block, source, labels } = owner;
  const other = argument === null ? undefined : lookUp(ARGUMENTS, argument.name.text);
  if (other !== undefined && argument !== null && owner.type === 'resource') {
    const isFree = attributeOf(block, other) === undefined;
    const change = { kind: 'rename-item', source, body: block.body, item: argument, name: other } as const;
    return {
      name: other,
      fixes: isFree ? [{ title: `Rename the argument to ${other}`, kind: 'choice', changes: [change] }] : [],
    };
  }
  const type = lookUp(TYPES, labels[0] ?? '');
  const label = block.labels[0];
  if (type === undefined || label === undefined) return { name: nameFor(owner.type, labels[0] ?? ''), fixes: [] };
  const place = placeOf(source, label);
  const change = { kind: 'replace-text', place, text: JSON.stringify(type) } as const;
  return { name: `an ${type}`, fixes: [{ title: `Make it an ${type}`, kind: 'choice', changes: [change] }] };
}

function nameFor(type: string, label: string): string {
  const isLifecycle = type === 'module' || label === 'aws_ecr_lifecycle_policy';
  return isLifecycle ? 'an aws_ecr_repository_policy' : 'an aws_ecr_lifecycle_policy';
}
