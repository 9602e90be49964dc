import { canRenumber, makeRoom } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { Change, Fix } from '../../ecr/edits/change.ts';
import { capital, listed } from '../../ecr/sentenceParts.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { completed } from '../../guarantees/decision/partialRule.ts';
import type { Guarantee } from '../../guarantees/guarantee.ts';
import type { Mending, ProtectingRule } from '../../guarantees/mending.ts';
import { mendingsOf } from '../../guarantees/mending.ts';
import type { GuaranteeDecision, WrittenRule } from '../../guarantees/policyGuarantees.ts';
import { writtenRulesOf } from '../../guarantees/policyGuarantees.ts';
import { largestOf } from '../../syntax/arrays.ts';
import type { JsonValue } from '../../syntax/edit/term.ts';

/** A remedy, as edits and as one sentence. */
interface GuaranteeFixes {
  readonly fixes: readonly Fix[];
  readonly advice: string;
}

/**
 * Edits after which a rule no longer breaks a guarantee, each verified by asking again; none when a rule is unknown.
 */
export function guaranteeFixes(
  policy: LifecyclePolicy,
  rule: WrittenRule,
  guarantee: Guarantee,
  decisions: readonly GuaranteeDecision[],
): GuaranteeFixes {
  const { rules, mayHaveMore } = writtenRulesOf(policy);
  const complete = rules.map(completed);
  const known = complete.filter((one) => one !== null);
  const own = complete[policy.rules.indexOf(rule.written)];
  const isKnown = own !== undefined && own !== null && known.length === complete.length && !mayHaveMore;
  const all = decisions.map((one) => one.guarantee.promise);
  const mendings = isKnown ? mendingsOf(own, known, guarantee.promise, all) : [];
  return { fixes: mendings.flatMap((one) => fixOf(one, policy, rule) ?? []), advice: adviceOf(mendings, guarantee) };
}

function adviceOf(mendings: readonly Mending[], { tags }: Guarantee): string {
  const words = mendings.map((mending) =>
    mending.kind === 'raise'
      ? `raise its countNumber to ${mending.countNumber}`
      : `give ${namesOf(mending.rules)} a rule before this one`,
  );
  if (words.length === 0)
    return `Let an earlier rule keep what is tagged ${listed(tags, 'or')}, or change the guarantee.`;
  return `${capital(words.join(', or '))}.`;
}

function namesOf(rules: readonly ProtectingRule[]): string {
  return listed(rules.flatMap(({ requirement }) => tagsOf(requirement)));
}

function fixOf(mending: Mending, policy: LifecyclePolicy, { written }: WrittenRule): Fix | null {
  if (mending.kind === 'protect') return protection(mending.rules, policy, written);
  const { countNumber } = written;
  if (countNumber.state !== 'known') return null;
  const title = `Raise countNumber to ${mending.countNumber}, which keeps what must stay`;
  const changes: Change[] = [{ kind: 'replace-value', node: countNumber.node, value: mending.countNumber }];
  return { title, kind: 'choice', changes };
}

/**
 * The new rules take the numbers directly before the rule's; that rule and the later ones move up only as far as
 * needed.
 */
function protection(
  added: readonly ProtectingRule[],
  policy: LifecyclePolicy,
  { rulePriority }: WrittenRule['written'],
): Fix | null {
  const list = rulesListOf(policy);
  if (list === null || rulePriority.state !== 'known') return null;
  const earlier = policy.rules.filter((other) => priorityOf(other) < rulePriority.value);
  const last = largestOf(earlier.map(priorityOf), 0);
  const isRoom = rulePriority.value - last > added.length;
  if (!isRoom && !canRenumber(policy)) return null;
  const before = earlier.find((other) => priorityOf(other) === last);
  const items = added.map((rule, index) => asJson(rule, last + index + 1));
  const changes: Change[] = [
    ...(isRoom ? [] : makeRoom(policy.rules, last, added.length)),
    { kind: 'add-items', list, added: items, ...(before === undefined ? {} : { after: before.object }) },
  ];
  return {
    title: `Add ${added.length === 1 ? 'a rule' : 'rules'} for ${namesOf(added)} before this one`,
    kind: 'choice',
    changes,
  };
}

function priorityOf({ rulePriority }: WrittenRule['written']): number {
  return rulePriority.state === 'known' ? rulePriority.value : Number.POSITIVE_INFINITY;
}

function tagsOf(requirement: ProtectingRule['requirement']): readonly string[] {
  return requirement.kind === 'tagged' ? requirement.entries.map(({ text }) => text) : [];
}

function asJson(
  { requirement, storageClass, countType, countNumber, action }: ProtectingRule,
  priority: number,
): JsonValue {
  return {
    rulePriority: priority,
    selection: {
      tagStatus: 'tagged',
      tagPatternList: [...tagsOf(requirement)],
      ...(storageClass === 'archive' ? { storageClass } : {}),
      countType,
      ...(countTypeFact(countType).countsDays ? { countUnit: 'days' } : {}),
      countNumber,
    },
    action: action === 'expire' ? { type: 'expire' } : { type: 'transition', targetStorageClass: 'archive' },
  };
}
