import { listed } from '../../ecr/sentenceParts.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { valueAt } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import type { RepositoriesOfPlan } from './repositoriesOfPlan.ts';
import type { RepositoryType } from './repositoryFacts.ts';
import { isForced, nameIn, repositoryTypeOf } from './repositoryFacts.ts';
import { isSensitive } from './sensitiveParts.ts';

/** The effects on a repository as a whole: of several, the gravest. */
export function repositoryFinding(change: PlanChange, repositories: RepositoriesOfPlan): Finding | null {
  const type = repositoryTypeOf(change.type);
  if (type === undefined) return null;
  switch (change.action) {
    case 'delete':
      return destroyed(change, type);
    case 'replace':
      return replaced(change, type, repositories);
    case 'forget':
      return forgotten(change, type);
    default:
      return imported(change, type) ?? moved(change, type);
  }
}

function destroyed(change: PlanChange, type: RepositoryType): Finding {
  const { address, deposed } = change;
  const name = wordsFor(nameIn(type, change.before));
  const left = deposed === null ? '' : ', which an earlier apply left behind,';
  const because = reasonWords(change);
  if (isForced(type, change.before)) {
    const message = `The repository${name}${left} is destroyed, with all its images.`;
    return finding(address, 'repository-destroyed', 'error', message, {
      because: [...because, `${type.force} was applied before, so images do not prevent that.`],
    });
  }
  const message = `The repository${name}${left} is destroyed. AWS refuses while it holds images, and the apply fails there.`;
  return finding(address, 'repository-destroyed', 'warning', message, { because: [...because, ...forceTooLate(type)] });
}

function replaced(change: PlanChange, type: RepositoryType, repositories: RepositoriesOfPlan): Finding {
  const name = nameIn(type, change.before);
  const because = [...causesOf(change), ...companionWords(change, type, repositories)];
  const isForcedBefore = isForced(type, change.before);
  const outcome = isForcedBefore
    ? 'all its images are lost'
    : 'AWS refuses to delete the old one while it holds images, and the apply fails there';
  const message = `The repository${wordsFor(name)} is replaced by a new, empty one: ${outcome}.`;
  return finding(change.address, 'repository-replaced', isForcedBefore ? 'error' : 'warning', message, {
    because: isForcedBefore ? because : [...because, ...forceTooLate(type)],
  });
}

/** A change of the argument in the same plan comes too late for its deletion. */
function forceTooLate({ force }: RepositoryType): readonly string[] {
  return force === '' ? [] : [`${force} counts only if an earlier apply has set it, and it is not set.`];
}

function forgotten({ address, before }: PlanChange, type: RepositoryType): Finding {
  const message = `The repository${wordsFor(nameIn(type, before))} leaves the state and stays in AWS, with its images and policies.`;
  return finding(address, 'repository-forgotten', 'info', message);
}

function imported({ address, importId, after }: PlanChange, type: RepositoryType): Finding | null {
  if (importId === null) return null;
  const name = nameIn(type, after) ?? (importId === '' ? null : importId);
  return finding(address, 'repository-imported', 'info', `The repository${wordsFor(name)} is imported from AWS.`);
}

function moved({ address, previousAddress, after }: PlanChange, type: RepositoryType): Finding | null {
  if (previousAddress === null) return null;
  const message = `The repository${wordsFor(nameIn(type, after))} moves from ${previousAddress} to ${address}; nothing changes in AWS by that.`;
  return finding(address, 'repository-moved', 'info', message);
}

/** The causes of a replacement, one sentence each. */
function causesOf(change: PlanChange): readonly string[] {
  const names = [
    ...new Set(change.replacePaths.map((path) => path.filter((step) => typeof step === 'string').join('.'))),
  ];
  const told = names.flatMap((name) => causeWords(name, change));
  return told.length > 0 ? [...told, ...reasonWords(change)] : reasonWords(change);
}

function causeWords(name: string, change: PlanChange): string[] {
  if (name === '') return [];
  const path =
    change.replacePaths.find((one) => one.filter((step) => typeof step === 'string').join('.') === name) ?? [];
  const argument = String(path[0] ?? '');
  if (isSensitive(change, argument)) return [`${name} changes, which forces it; the values are sensitive.`];
  const [from, to] = [valueAt(change.before, path), valueAt(change.after, path)];
  const isPlain = [from, to].every((value) => value === null || value === undefined || typeof value !== 'object');
  if (!isPlain || to === undefined || to === null) return [`${name} changes, which forces it.`];
  return [`${name} changes from ${shown(from)} to ${shown(to)}, which forces it.`];
}

function shown(value: unknown): string {
  return value === undefined || value === null ? 'nothing' : JSON.stringify(value);
}

const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: 'It is marked as tainted.',
  replace_by_request: 'It was asked for with -replace.',
  replace_by_triggers: 'Its replace_triggered_by asks for it.',
  delete_because_no_resource_config: 'Its block is no longer in the code.',
  delete_because_no_module: 'Its module is no longer called.',
  delete_because_wrong_repetition: 'Its block has another kind of repetition now (count, for_each or none).',
  delete_because_count_index: 'Its index is not below count.',
  delete_because_each_key: 'Its key is no longer in for_each.',
  delete_because_no_move_target: 'A moved block names an address that is not in the code.',
};

function reasonWords({ reason }: PlanChange): readonly string[] {
  const words = reason === null ? undefined : lookUp(REASONS, reason);
  return words === undefined ? [] : [words];
}

/** The policies that are deleted with a repository although the plan lists them as unchanged. */
function companionWords(change: PlanChange, type: RepositoryType, repositories: RepositoriesOfPlan): readonly string[] {
  if (nameIn(type, change.before) === null) return [];
  const lost = repositories.attachedTo(change).filter(({ action }) => action === 'no-op' || action === 'update');
  if (lost.length === 0) {
    return [
      type.isPublic
        ? 'Its policy is deleted with it.'
        : 'Its lifecycle policy and its repository policy are deleted with it.',
    ];
  }
  const names = listed(lost.map(({ address }) => address));
  const they =
    lost.length === 1
      ? 'is deleted with it, although the plan keeps it'
      : 'are deleted with it, although the plan keeps them';
  return [`${names} ${they} as it is: the new repository has none until the next apply.`];
}

function wordsFor(name: string | null): string {
  return name === null ? '' : ` ${name}`;
}
