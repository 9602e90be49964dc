import type { PolicyList, PolicyNode } from '../../ecr/documents/documentNodes.ts';
import { entriesOf } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { KnownMember } from '../../ecr/documents/lifecycle/policyParts.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { Finding, PolicyCheck } from '../check.ts';

export const policyNullValue: PolicyCheck = {
  subject: 'policy',
  id: 'policy-null-value',
  title: 'A lifecycle policy has a null',
  severity: 'error',
  *check(policy) {
    for (const found of policy.members) {
      const { fact, member } = found;
      if (isNull(member.value)) {
        const isDescription = fact.key === 'description';
        yield {
          place: member.value.place,
          ...(isDescription ? { severity: 'warning' } : {}),
          message: `${member.key} is null here, which reaches AWS as a JSON null; it ${isDescription ? 'may refuse' : 'refuses'} the policy. ${fact.required ? 'Give it a value.' : 'Leave the key out instead.'}`,
          fixes: fixOf(found),
        };
      }
      if (fact.type === 'string-list' && member.value.kind === 'list') yield* nullItems(member.value);
    }
    const rules = rulesListOf(policy);
    if (rules !== null) yield* nullItems(rules);
  },
};

function* nullItems({ items }: PolicyList): Iterable<Finding> {
  for (const item of items) {
    if (!isNull(item)) continue;
    yield {
      place: item.place,
      message: 'A null in a list reaches AWS as it is, and AWS refuses the policy. Remove it.',
    };
  }
}

function isNull(node: PolicyNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Leaves the key out, or gives it the one value that it can have where the rule cannot do without it. */
function fixOf({ object, member, fact, rule }: KnownMember): Fix[] {
  if (fact.required) return [];
  const only = rule === null ? null : onlyValue(fact.key, rule);
  if (only === 'none') return [];
  if (only !== null) {
    return [
      {
        title: `Set ${member.key} to ${only}`,
        kind: 'one',
        changes: [{ kind: 'replace-value', node: member.value, value: only }],
      },
    ];
  }
  return [{ title: `Remove ${member.key}`, kind: 'one', changes: [{ kind: 'remove-key', object, member }] }];
}

/** The value that a rule demands for a key, `none` where only the author knows it, null where it needs none. */
function onlyValue(key: string, rule: NonNullable<KnownMember['rule']>): string | null {
  const { countType, actionType, tagStatus, tagPatternList, tagPrefixList } = rule;
  const count = countType.state === 'known' ? countTypeFact(countType.value) : undefined;
  switch (key) {
    case 'countUnit':
      return count?.countsDays ? 'days' : null;
    case 'storageClass':
      return count?.storageClass === 'archive' ? 'archive' : null;
    case 'targetStorageClass':
      return actionType.state === 'known' && actionType.value === 'transition' ? 'archive' : null;
    case 'tagPatternList':
    case 'tagPrefixList': {
      const needsList = tagStatus.state === 'known' && tagStatus.value === 'tagged';
      const hasOther = [tagPatternList, tagPrefixList].some((list) => entriesOf(list).length > 0);
      return needsList && !hasOther ? 'none' : null;
    }
    default:
      return null;
  }
}
