import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import type { Doubt } from '../ecr/documents/variants.ts';
import type { Steps } from '../module/tracking/steps.ts';
import type { Place } from '../syntax/tree/place.ts';
import { isInDamagedObject } from './damagedObjects.ts';
import { nameInstances } from './instanceNames.ts';
import type { Problem } from './problem.ts';

/** A document of any kind that a block sets. */
export type CheckedDocument = Pick<LifecyclePolicy, 'owner' | 'instance' | 'words' | 'handedOver'>;

/** The documents that a block sets; doubtful ones are only meaningful together. */
interface ReadDocuments<Policy> {
  readonly policies: readonly Policy[];
  readonly doubtful: readonly { readonly policy: Policy; readonly doubt: Doubt }[];
}

/** A problem, and the instances whose policies have it. */
interface Shared {
  readonly problem: Problem;
  readonly policy: CheckedDocument;
  readonly instances: Set<string>;
}

/**
 * The problems of all policies that one block sets: what all instances and branches share is reported once; otherwise
 * the instances are named. Further problems of doubtful policies are reported when all policies of one choice have
 * them.
 */
export function* problemsOfPolicies<Policy extends CheckedDocument>(
  { policies, doubtful }: ReadDocuments<Policy>,
  check: (policy: Policy) => Steps<readonly Problem[]>,
  inDocumentWords: (text: string) => string,
): Steps<readonly Problem[]> {
  // Most blocks pass no policy.
  if (policies.length === 0 && doubtful.length === 0) return [];
  const found = new Map<string, Shared>();
  const all = new Set(policies.flatMap(({ instance }) => instance ?? []));
  const pieces = new PieceNumbers();
  const add = (policy: Policy, problem: Problem) => {
    const key = keyOf(problem, pieces);
    const shared = found.get(key) ?? { problem, policy, instances: new Set<string>() };
    if (policy.instance !== null) shared.instances.add(policy.instance);
    found.set(key, shared);
  };
  const problemsIn = function* (policy: Policy): Steps<readonly Problem[]> {
    const problems = yield* check(policy);
    return problems.filter(({ place }) => !isInDamagedObject(place));
  };
  for (const policy of policies) for (const problem of yield* problemsIn(policy)) add(policy, problem);
  const told = new Set(found.keys());
  for (const choice of new Set(doubtful.map(({ doubt }) => doubt.choice))) {
    const further: { readonly policy: Policy; readonly problems: readonly Problem[] }[] = [];
    for (const { policy } of doubtful.filter(({ doubt }) => doubt.choice === choice)) {
      const problems = yield* problemsIn(policy);
      further.push({ policy, problems: problems.filter((problem) => !told.has(keyOf(problem, pieces))) });
    }
    const isWrong = further.every(({ problems }) => problems.some(({ severity }) => severity === 'error'));
    if (isWrong) for (const { policy, problems } of further) for (const problem of problems) add(policy, problem);
  }
  return [...found.values()].map((shared) => tell(shared, all, inDocumentWords));
}

function keyOf({ ruleId, place, message }: Problem, pieces: PieceNumbers): string {
  return `${ruleId} ${pieces.keyOf(place)} ${message}`;
}

function tell(
  { problem, policy, instances }: Shared,
  all: ReadonlySet<string>,
  inDocumentWords: (text: string) => string,
): Problem {
  const isOfSome = instances.size < all.size;
  const message = policy.words === 'document' ? inDocumentWords(problem.message) : problem.message;
  const fixes =
    policy.words === 'document'
      ? problem.fixes.map((fix) => ({ ...fix, title: inDocumentWords(fix.title) }))
      : problem.fixes;
  const isWrittenForAll = isOfSome && problem.place.piece === policy.owner.source.piece;
  return {
    ...problem,
    message: isOfSome ? `${message} This applies to ${nameInstances(instances)}.` : message,
    // Text for all instances cannot be fixed for only some of them.
    fixes: isWrittenForAll ? [] : fixes,
    related: [...problem.related, ...wayTo(policy, problem.place)],
  };
}

/** Where a value from elsewhere reaches the resource. */
function wayTo({ handedOver, owner }: CheckedDocument, problem: Place): Problem['related'] {
  if (problem.piece === owner.source.piece) return [];
  return [{ place: handedOver, message: `It reaches ECR through ${owner.address}` }];
}

/** Places as keys: pieces have no name of their own. */
class PieceNumbers {
  readonly #numbers = new Map<unknown, number>();

  keyOf({ piece, start, end }: Place): string {
    const number = this.#numbers.get(piece) ?? this.#numbers.size;
    this.#numbers.set(piece, number);
    return `${number}:${start}:${end}`;
  }
}
