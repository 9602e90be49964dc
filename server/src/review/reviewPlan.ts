import type { RuleFailureListener } from '../problems/runAll.ts';
import { accessChangeOf } from './access/accessChanges.ts';
import { accessFindings } from './access/accessFindings.ts';
import { driftFinding } from './findings/drift.ts';
import type { Finding } from './findings/finding.ts';
import { worstFirst } from './findings/finding.ts';
import { repositoryFinding } from './findings/repositories.ts';
import { RepositoriesOfPlan } from './findings/repositoriesOfPlan.ts';
import { settingFindings } from './findings/reviewSettings.ts';
import { incompleteFindings, unknownFinding } from './findings/unknowns.ts';
import type { GivenImages } from './lifecycle/givenImages.ts';
import { lifecycleChangeOf } from './lifecycle/lifecycleChanges.ts';
import type { LifecycleSurroundings } from './lifecycle/lifecycleFindings.ts';
import { lifecycleFinding } from './lifecycle/lifecycleFindings.ts';
import { hiding } from './plan/hiding.ts';
import type { Plan, PlanChange } from './plan/plan.ts';
import { plannedFindings } from './planned/plannedFindings.ts';
import type { PlanSettings } from './planned/plannedProblems.ts';
import { PlannedProblems } from './planned/plannedProblems.ts';
import { registryFindingOf } from './registry/registryFindings.ts';

/** The inputs of a review besides the plan. */
export interface ReviewInput {
  /** Null when no images were given. */
  readonly images: GivenImages | null;
  /** The settings that apply to the plan; null when there are none. */
  readonly settings: PlanSettings | null;
  /** Called when a rule fails; the findings of the others are still reported. */
  readonly onRuleFailure: RuleFailureListener;
}

/** What a plan does to repositories, images and access, worst first. No finding contains a sensitive text. */
export function reviewPlan(plan: Plan, { images, settings, onRuleFailure }: ReviewInput): readonly Finding[] {
  const repositories = new RepositoriesOfPlan(plan);
  const others = plan.changes.flatMap((change) => lifecycleChangeOf(change) ?? []);
  const problems = new PlannedProblems(settings, onRuleFailure);
  const found = plan.changes.flatMap((change) => {
    const own = effectsOf(change, { repositories, others, images });
    return [...own, ...plannedFindings(change, problems, own)];
  });
  const drift = plan.drift.flatMap((change) => one(driftFinding(change)));
  return worstFirst([...found, ...drift, ...incompleteFindings(plan)].map(without(plan.secrets)));
}

/** The effects of a change. */
function effectsOf(change: PlanChange, surroundings: LifecycleSurroundings): readonly Finding[] {
  const { repositories, others } = surroundings;
  const lifecycle = others.find((other) => other.change === change);
  return [
    ...one(repositoryFinding(change, repositories)),
    ...settingFindings(change),
    ...(lifecycle === undefined ? [] : one(lifecycleFinding(lifecycle, surroundings))),
    ...accessOf(change, repositories),
    ...one(registryFindingOf(change)),
    ...one(unknownFinding(change)),
  ];
}

/** Removes sensitive texts from a finding. */
function without(secrets: readonly string[]): (finding: Finding) => Finding {
  const hide = hiding(secrets);
  return (finding) => ({
    ...finding,
    address: hide(finding.address),
    message: hide(finding.message),
    because: finding.because.map(hide),
    images: finding.images && { ...finding.images, examples: finding.images.examples.map(hide) },
    rules: finding.rules.map(({ sign, words }) => ({ sign, words: hide(words) })),
    picture: isTold(finding.picture, hide) ? finding.picture : null,
  });
}

/** A picture with a sensitive text in it is left out. */
function isTold(picture: Finding['picture'], hide: (text: string) => string): boolean {
  const words = JSON.stringify(picture);
  return hide(words) === words;
}

function accessOf(change: PlanChange, repositories: RepositoriesOfPlan): readonly Finding[] {
  const access = accessChangeOf(change);
  return access === null ? [] : accessFindings(access, repositories);
}

function one(found: Finding | null): readonly Finding[] {
  return found === null ? [] : [found];
}
