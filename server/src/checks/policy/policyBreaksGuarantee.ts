import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { Breach } from '../../guarantees/decision/decide.ts';
import type { Guarantee } from '../../guarantees/guarantee.ts';
import type { GuaranteeDecision, WrittenRule } from '../../guarantees/policyGuarantees.ts';
import { decideGuarantees, guaranteesOf, whyUndecided } from '../../guarantees/policyGuarantees.ts';
import { breachInWords, imagesInWords, keptInWords, ruleInWords } from '../../guarantees/words.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import { guaranteeFixes } from '../support/guaranteeFixes.ts';

/** What deciding one guarantee costs for each rule. */
const STEPS_PER_RULE = 20;

/** What it costs to say how a rule breaks one, and to look for a fix. */
const STEPS_PER_BREACH = 1000;

export const policyBreaksGuarantee: PolicyCheck = {
  subject: 'policy',
  id: 'policy-breaks-guarantee',
  title: 'A rule can delete or archive an image that the settings guarantee',
  severity: 'error',
  *check(policy, scope) {
    // What is left undecided for want of steps is noted by the meter.
    const steps = STEPS_PER_RULE * (policy.rules.length + 1);
    const guarantees = guaranteesOf(policy, scope).filter(() => scope.meter.spend(steps));
    if (guarantees.length === 0) return;
    const decisions = decideGuarantees(policy, guarantees);
    for (const { guarantee, decision } of decisions ?? []) {
      if (decision.kind === 'undecided') yield undecided(policy, guarantee);
      if (decision.kind !== 'broken') continue;
      for (const breach of decision.breaches) {
        if (!scope.meter.spend(STEPS_PER_BREACH)) return;
        const isLast = breach === decision.breaches.at(-1);
        yield broken(policy, guarantee, breach, decisions ?? [], isLast ? decision.more : 0);
      }
    }
  },
};

function broken(
  policy: LifecyclePolicy,
  guarantee: Guarantee,
  { rule, witness }: Breach<WrittenRule>,
  decisions: readonly GuaranteeDecision[],
  more: number,
): Finding {
  const place = rule.written.object.opening;
  const fixes = guaranteeFixes(policy, rule, guarantee, decisions);
  return {
    place,
    message: `${breachInWords(ruleInWords(rule), witness)}, but ${keptInWords(guarantee)} must stay${because(guarantee)}. ${fixes.advice}${more === 0 ? '' : ` ${more} more rules may delete such an image, too.`}`,
    related: [promised(guarantee), ...imagesInWords(witness).map((message) => ({ place, message }))],
    fixes: fixes.fixes,
  };
}

function undecided(policy: LifecyclePolicy, guarantee: Guarantee): Finding {
  return {
    place: policy.place,
    severity: 'hint',
    message: `Whether this policy keeps ${keptInWords(guarantee)} cannot be determined: ${whyUndecided(policy)}.`,
    related: [promised(guarantee)],
  };
}

function because({ reason }: Guarantee): string {
  return reason === null ? '' : ` (${reason})`;
}

function promised({ place }: Guarantee) {
  return { place, message: 'The settings say here what must stay' };
}
