import { accessChangeOf } from './access/accessChanges.ts';
import { accessFindings } from './access/accessFindings.ts';
import type { Finding } from './findings/finding.ts';
import { worstFirst } from './findings/finding.ts';
import { RepositoriesOfPlan } from './findings/namesInPlan.ts';
import { repositoryFinding } from './findings/repositories.ts';
import { settingFindings } from './findings/settings.ts';
import { incompleteFindings, unknownFinding } from './findings/unknowns.ts';
import type { GivenImages } from './lifecycle/givenImages.ts';
import { lifecycleChangeOf } from './lifecycle/lifecycleChanges.ts';
import { lifecycleFinding } from './lifecycle/lifecycleFindings.ts';
import type { Plan, PlanChange } from './plan/plan.ts';
import { hiding } from './plan/secrets.ts';

/** What a plan does to repositories, images and access, worst first. Nothing in it holds a sensitive text. */
export function reviewPlan(plan: Plan, images: GivenImages | null = null): readonly Finding[] {
  const repositories = new RepositoriesOfPlan(plan);
  const others = plan.changes.flatMap((change) => lifecycleChangeOf(change) ?? []);
  const found = plan.changes.flatMap((change) => [
    ...one(repositoryFinding(change, repositories)),
    ...settingFindings(change),
    ...accessOf(change, repositories),
    ...one(unknownFinding(change)),
  ]);
  const policies = others.flatMap((lifecycle) => one(lifecycleFinding(lifecycle, { repositories, others, images })));
  return worstFirst([...found, ...policies, ...incompleteFindings(plan)].map(without(plan.secrets)));
}

/** Takes sensitive texts out of a finding. */
function without(secrets: readonly string[]): (finding: Finding) => Finding {
  const hide = hiding(secrets);
  return (finding) => ({
    ...finding,
    address: hide(finding.address),
    message: hide(finding.message),
    because: finding.because.map(hide),
    images: finding.images && { ...finding.images, examples: finding.images.examples.map(hide) },
    rules: finding.rules.map(({ sign, words }) => ({ sign, words: hide(words) })),
  });
}

function accessOf(change: PlanChange, repositories: RepositoriesOfPlan): readonly Finding[] {
  const access = accessChangeOf(change);
  return access === null ? [] : accessFindings(access, repositories);
}

function one(found: Finding | null): readonly Finding[] {
  return found === null ? [] : [found];
}
