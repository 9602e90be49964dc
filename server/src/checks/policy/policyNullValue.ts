import { entriesOf } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import type { KnownMember } from '../../ecr/documents/lifecycle/policyParts.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { PolicyCheck } from '../check.ts';

export const policyNullValue: PolicyCheck = {
  subject: 'policy',
  id: 'policy-null-value',
  title: 'Null in a lifecycle policy',
  severity: 'error',
  skipsKnownModules: true,
  *check(policy) {
    for (const { place, found } of refusalsOf(policy, 'null-description')) {
      yield { place, severity: 'warning', message: ofNull(found, 'may refuse'), fixes: fixOf(found) };
    }
    for (const { place, found } of refusalsOf(policy, 'null-value')) {
      yield { place, message: ofNull(found, 'refuses'), fixes: fixOf(found) };
    }
    for (const { place } of refusalsOf(policy, 'null-item')) {
      yield {
        place,
        message: 'A null in a list reaches AWS unchanged, and AWS refuses the policy. Remove it.',
      };
    }
  },
};

function ofNull({ fact, member }: KnownMember, refuses: string): string {
  return `${member.key} is null here, which reaches AWS as a JSON null; it ${refuses} the policy. ${fact.required ? 'Give it a value.' : 'Leave the key out instead.'}`;
}

/** Removes the key, or writes its only possible value when the rule requires the key. */
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

/** The value that a rule requires for a key: `none` when only the author knows it, null when it requires none. */
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
