import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import type { Finding, FindingKind, FindingSeverity } from '../findings/finding.ts';
import { finding } from '../findings/finding.ts';
import { isSamePlace, placeOn, placeWords } from '../findings/places.ts';
import type { RepositoriesOfPlan } from '../findings/repositoriesOfPlan.ts';
import type { PlanChange } from '../plan/plan.ts';
import type { PolicyDifference } from './compareRules.ts';
import { compareRules, isSameMeaning } from './compareRules.ts';
import { differenceReasons, differenceSentence, removalSentence, ruleLines } from './differenceWords.ts';
import type { GivenImages } from './givenImages.ts';
import { countImages } from './givenImages.ts';
import type { LifecycleChange } from './lifecycleChanges.ts';
import type { ReadPolicy } from './policyText.ts';
import { readPolicyText } from './policyText.ts';

/** The context for judging lifecycle policies. */
export interface LifecycleSurroundings {
  readonly repositories: RepositoriesOfPlan;
  /** All lifecycle policies that the plan touches. */
  readonly others: readonly LifecycleChange[];
  /** Null when no images were given. */
  readonly images: GivenImages | null;
}

/** A policy on both sides, and the effect of the change. */
export interface ComparedPolicy {
  readonly lifecycle: LifecycleChange;
  readonly before: readonly SimulatedRule[];
  readonly after: readonly SimulatedRule[];
  readonly difference: PolicyDifference;
  /** Why the old or the new policy could not be read, one sentence each. */
  readonly notes: readonly string[];
}

/** What a plan does to one lifecycle policy; null when it has no effect. */
export function lifecycleFinding(lifecycle: LifecycleChange, surroundings: LifecycleSurroundings): Finding | null {
  const { change, isUnknown } = lifecycle;
  const { repositories } = surroundings;
  // A repository keeps its policy when it moves.
  if (change.action === 'delete' && repositories.isOfGone(change)) return null;
  if (isLostAfterwards(lifecycle)) return lost(lifecycle);
  if (isUnknown) return null;
  const compared = comparison(lifecycle, surroundings);
  const isElsewhere = change.type === LIFECYCLE_POLICY_TYPE && repositories.goesElsewhere(change);
  if (compared === null || (isSameMeaning(compared.difference) && !isElsewhere && !isSignificant(lifecycle, compared)))
    return null;
  const found = described(compared, kindOf(lifecycle), isElsewhere);
  const isNew = repositories.isForCreated(change) && !isElsewhere;
  const settled = isNew ? { ...found, severity: 'info' as const } : found;
  return isNew ? settled : withImages(settled, compared, surroundings);
}

function kindOf({ before, after }: LifecycleChange): FindingKind {
  if (before === null) return 'policy-added';
  return after === null ? 'policy-removed' : 'policy-changed';
}

/** An added or removed policy is listed even when it can do nothing. */
function isSignificant(lifecycle: LifecycleChange, { notes }: ComparedPolicy): boolean {
  return kindOf(lifecycle) !== 'policy-changed' || notes.length > 0;
}

/** Deleting the old object also deletes the repository's policy, even the new one. */
function isLostAfterwards({ change }: LifecycleChange): boolean {
  if (change.type !== LIFECYCLE_POLICY_TYPE) return false;
  if (change.deposed !== null) return true;
  return (
    change.action === 'replace' &&
    change.createsFirst &&
    isSamePlace(placeOn('before', change), placeOn('after', change))
  );
}

function lost({ change, repositoryBefore }: LifecycleChange): Finding {
  const message = `No policy is left after the apply on ${repositoryBefore ?? 'its repository'}: the new one is created before the old one is deleted, and a repository has only one policy.`;
  const because =
    change.deposed === null
      ? ['create_before_destroy is in effect; without it the old one is deleted first.']
      : ['An earlier apply left the old one behind.'];
  return finding(change.address, 'policy-changed', 'warning', message, { because });
}

/** Reads both sides; null for a change that is not about the text. */
function comparison(lifecycle: LifecycleChange, { others }: LifecycleSurroundings): ComparedPolicy | null {
  const { change } = lifecycle;
  const replacedOne = lifecycle.before === null ? removedBeside(lifecycle, others) : null;
  const before = sideOf(lifecycle.before ?? replacedOne?.before ?? null);
  const after = sideOf(lifecycle.after);
  if (lifecycle.before === null && lifecycle.after === null) return null;
  const rules = { before: rulesOf(before), after: rulesOf(after) };
  const notes = [
    ...(before?.kind === 'refused'
      ? ['The old policy cannot be read, so all that the new one does counts as new.']
      : []),
    ...(after?.kind === 'refused'
      ? [
          `AWS refuses the new policy: ${after.reasons[0] ?? ''}${change.action === 'replace' ? ' The old one is deleted before that, so none is left.' : ''}`,
        ]
      : []),
    ...(replacedOne === null
      ? []
      : [
          `${replacedOne.change.address} is removed from the same repository; Terraform does not order the two, so none may be left.`,
        ]),
  ];
  return { lifecycle, ...rules, difference: compareRules(rules.before, rules.after), notes };
}

function sideOf(text: string | null): ReadPolicy | null {
  return text === null ? null : readPolicyText(text);
}

function rulesOf(side: ReadPolicy | null): readonly SimulatedRule[] {
  return side?.kind === 'rules' ? side.rules : [];
}

/**
 * The policy that another resource removes from the same repository, for example when a resource is renamed without a
 * moved block.
 */
function removedBeside({ change }: LifecycleChange, others: readonly LifecycleChange[]): LifecycleChange | null {
  const place = placeOn('after', change);
  if (place.name === null) return null;
  const isIt = (other: LifecycleChange) =>
    other.change.action === 'delete' &&
    other.change.deposed === null &&
    isSamePlace(placeOn('before', other.change), place);
  return others.find((other) => other.change !== change && isIt(other)) ?? null;
}

function described(compared: ComparedPolicy, kind: FindingKind, isElsewhere: boolean): Finding {
  const { lifecycle, before, after, difference, notes } = compared;
  const { change, repositoryBefore, repositoryAfter } = lifecycle;
  const isWorse = difference.deleted.length + difference.archived.length > 0;
  const severity: FindingSeverity = isWorse || isElsewhere ? 'warning' : 'info';
  const rules = { before, after };
  const hides = lifecycle.isSensitive;
  const effect = hides ? hiddenSentence(difference) : effectSentence(compared, kind);
  const message = isElsewhere
    ? `${movingWords(change)} ${effect}`
    : `${openingFor(kind, repositoryAfter ?? repositoryBefore)} ${effect}`;
  const because = hides
    ? ['The policy is sensitive, so its rules are not shown.']
    : [...differenceReasons(difference, rules), ...notes];
  return finding(change.address, kind, severity, message, {
    because,
    rules: hides ? [] : ruleLines(rules),
    picture: hides ? null : { repository: repositoryAfter ?? repositoryBefore, before, after },
  });
}

function movingWords(change: PlanChange): string {
  const [from, to] = [placeOn('before', change), placeOn('after', change)];
  const left = placeWords(from, to);
  return `The lifecycle policy moves from ${left} to ${placeWords(to, from)}: nothing is deleted in ${left} any more.`;
}

function openingFor(kind: FindingKind, repository: string | null): string {
  const of = repository === null ? 'its repository' : repository;
  if (kind === 'policy-added') return `A lifecycle policy is added to ${of}.`;
  return kind === 'policy-removed'
    ? `The lifecycle policy of ${of} is removed.`
    : `The lifecycle policy of ${of} changes.`;
}

function effectSentence({ before, after, difference, notes }: ComparedPolicy, kind: FindingKind): string {
  if (kind === 'policy-removed') return removalSentence(difference, { before, after });
  if (isSameMeaning(difference) && notes.length > 0 && after.length === 0) return notes.at(-1) ?? '';
  return differenceSentence(difference, { before, after });
}

function hiddenSentence({ deleted, archived }: PolicyDifference): string {
  if (deleted.length > 0) return 'Images can be deleted that could not before.';
  return archived.length > 0 ? 'Images can be archived that were kept before.' : 'Nothing more is deleted or archived.';
}

/** The same with the number of given images that the change affects; never milder. */
function withImages(found: Finding, compared: ComparedPolicy, { images }: LifecycleSurroundings): Finding {
  const { lifecycle, before, after } = compared;
  const counts =
    images === null
      ? null
      : countImages(images, lifecycle.repositoryAfter ?? lifecycle.repositoryBefore, { before, after });
  if (counts === null) return found;
  return {
    ...found,
    images: counts,
    severity: counts.expire > 0 && found.severity === 'info' ? 'warning' : found.severity,
  };
}
