import type { AccessTarget } from '../../facts/access/accessPlaces.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { isSamePlace, placeOn, repositoryOf } from '../findings/places.ts';
import { isSensitive, isUnknown } from '../findings/sensitiveParts.ts';
import { textOf } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';

/** The policy of a repository or registry that a plan adds, changes or removes. */
export interface AccessChange {
  readonly change: PlanChange;
  readonly target: AccessTarget;
  /** Its JSON on either side; null when there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly repositoryBefore: string | null;
  /** True when the new policy is only known after apply. */
  readonly isUnknown: boolean;
  /** True when nothing about it may be shown. */
  readonly isSensitive: boolean;
  /** True for a policy that is deleted with its repository. */
  readonly isPartOfRepository: boolean;
}

interface Place {
  readonly argument: string;
  readonly target: AccessTarget;
  readonly isPartOfRepository?: true;
}

const PLACES: Readonly<Record<string, Place>> = {
  aws_ecr_repository_policy: { argument: 'policy', target: 'repository' },
  aws_ecr_registry_policy: { argument: 'policy', target: 'registry' },
  aws_ecrpublic_repository_policy: { argument: 'policy', target: 'public' },
  awscc_ecr_registry_policy: { argument: 'policy_text', target: 'registry' },
  awscc_ecr_repository: { argument: 'repository_policy_text', target: 'repository', isPartOfRepository: true },
  awscc_ecr_public_repository: { argument: 'repository_policy_text', target: 'public', isPartOfRepository: true },
};

/** The access policy of a change; null when there is none. */
export function accessChangeOf(change: PlanChange): AccessChange | null {
  const place = lookUp(PLACES, change.type);
  const isActing = ['create', 'update', 'delete', 'replace'].includes(change.action);
  if (place === undefined || !isActing || change.deposed !== null) return null;
  const before = contentOf(change.before, place.argument);
  const isLost = isLostAfterwards(change);
  const after = isLost ? null : contentOf(change.after, place.argument);
  const unknown = !isLost && isUnknown(change, place.argument);
  if (before === null && after === null && !unknown) return null;
  return {
    change,
    target: place.target,
    before,
    after,
    repositoryBefore: repositoryOf(change.before),
    isUnknown: unknown,
    isSensitive: isSensitive(change, place.argument),
    isPartOfRepository: place.isPartOfRepository === true,
  };
}

/** Deleting the old object also deletes the repository's policy, even the new one. */
function isLostAfterwards(change: PlanChange): boolean {
  const { type, action, createsFirst } = change;
  const isOwnResource = lookUp(PLACES, type)?.isPartOfRepository !== true;
  return (
    isOwnResource &&
    action === 'replace' &&
    createsFirst &&
    isSamePlace(placeOn('before', change), placeOn('after', change))
  );
}

function contentOf(values: PlanChange['before'], argument: string): string | null {
  const text = textOf(values, argument);
  return text === null || text.trim() === '' ? null : text;
}
