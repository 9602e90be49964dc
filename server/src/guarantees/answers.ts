import type { NamedPolicy } from '../ecr/documents/lifecycle/namedPolicies.ts';
import type { Breach } from './decision/decide.ts';
import type { Witness } from './decision/witness.ts';
import type { Guarantee } from './guarantee.ts';
import type { GuaranteeDecision, WrittenRule } from './policyGuarantees.ts';
import { decideGuarantees, guaranteesOf, whyUndecided } from './policyGuarantees.ts';
import { imagesOfPolicy } from './running/imagesOfPolicy.ts';
import type { RunningImage } from './running/runningImages.ts';
import { breakInWords, keptInWords } from './words.ts';

/** Whether a policy keeps a guarantee, and why. */
export interface GuaranteeAnswer {
  readonly guarantee: Guarantee;
  /** Null when undecided. */
  readonly holds: boolean | null;
  /** A sentence. */
  readonly because: string;
  /** The smallest set of images that breaks it. */
  readonly witness: Witness | null;
  /** The priority of the rule that breaks it; null when it holds, and when unknown. */
  readonly rule: number | null;
}

/** The context of a policy: what the folder's settings keep in its repository, and which of its images run. */
export interface PolicySurroundings {
  readonly guarantees: readonly GuaranteeAnswer[];
  readonly running: readonly RunningImage[];
}

/** The context of a policy, with witnesses at one moment, in milliseconds since 1970. */
export function surroundingsOf(
  { policy, scope }: Pick<NamedPolicy, 'policy' | 'scope'>,
  now?: number,
): PolicySurroundings {
  const decisions = decideGuarantees(policy, guaranteesOf(policy, scope), now) ?? [];
  const keys = new Set<string>();
  const running = imagesOfPolicy(policy, scope).filter(({ address, tag }) => {
    const key = `${address} ${tag}`;
    return !keys.has(key) && keys.add(key);
  });
  return { guarantees: decisions.map((one) => answerOf(one, policy)), running };
}

function answerOf({ guarantee, decision }: GuaranteeDecision, policy: NamedPolicy['policy']): GuaranteeAnswer {
  const kept = keptInWords(guarantee);
  if (decision.kind === 'kept') {
    const act = guarantee.promise.forbidsArchive ? 'delete or archive' : 'delete';
    return { guarantee, holds: true, because: `No rule can ${act} any of ${kept}.`, witness: null, rule: null };
  }
  const breach = decision.kind === 'broken' ? smallestOf(decision.breaches) : null;
  if (breach === null)
    return {
      guarantee,
      holds: null,
      because: `It cannot be determined: ${whyUndecided(policy)}.`,
      witness: null,
      rule: null,
    };
  const { rule, witness } = breach;
  return { guarantee, holds: false, because: breakInWords(rule, witness, kept), witness, rule: rule.priority };
}

function smallestOf(breaches: readonly Breach<WrittenRule>[]): Breach<WrittenRule> | null {
  return breaches.reduce<Breach<WrittenRule> | null>(
    (best, breach) => (best === null || breach.witness.images.length < best.witness.images.length ? breach : best),
    null,
  );
}
