import { knownPriorities } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import { allClaims, isUntaggedOnlyOfImmutable } from '../../ecr/documents/lifecycle/claims/untaggedOnly.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { largestOf } from '../../syntax/arrays.ts';
import type { JsonValue } from '../../syntax/edit/term.ts';
import type { PolicyCheck } from '../check.ts';

export const policyGrowth: PolicyCheck = {
  subject: 'policy',
  id: 'policy-growth',
  title: 'No rule limits the tagged images, or the untagged ones',
  severity: 'hint',
  isWidespread: true,
  *check(policy, scope) {
    const kinds = allClaims(policy)
      ?.filter(({ storageClass }) => storageClass === 'standard')
      .map(({ requirement }) => requirement.kind);
    if (kinds === undefined || kinds.includes('any')) return;
    if (!kinds.includes('untagged')) {
      yield {
        place: policy.place,
        message:
          'No rule is for images without a tag, so they are kept, and billed, forever. An image loses its tag when the tag moves to another one.',
        fixes: addition(policy, 'Add a rule that expires untagged images after 14 days', UNTAGGED),
      };
    }
    if (!kinds.includes('tagged') && !isUntaggedOnlyOfImmutable(policy, scope)) {
      yield {
        place: policy.place,
        message: 'No rule is for images with a tag, so they are kept, and billed, forever.',
        fixes: addition(policy, 'Add a rule that keeps the 30 newest images', NEWEST),
      };
    }
  },
};

type Selection = Readonly<Record<string, string | number>>;

const UNTAGGED: Selection = {
  tagStatus: 'untagged',
  countType: 'sinceImagePushed',
  countUnit: 'days',
  countNumber: 14,
};
const NEWEST: Selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 30 };

/** The rule comes after all others, where it claims none of their images. */
function addition(policy: LifecyclePolicy, title: string, selection: Selection): Fix[] {
  const rules = rulesListOf(policy);
  const prioritized = knownPriorities(policy.rules);
  if (rules === null || prioritized.length !== policy.rules.length) return [];
  const rulePriority = largestOf(prioritized.map(({ priority }) => priority)) + 1;
  const rule: JsonValue = { rulePriority, selection, action: { type: 'expire' } };
  return [{ title, kind: 'choice', changes: [{ kind: 'add-items', list: rules, added: [rule] }] }];
}
