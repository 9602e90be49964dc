import type { Plan, PlanChange } from '../plan/plan.ts';
import type { Place } from './places.ts';
import { isSamePlace, placeOn } from './places.ts';
import { repositoryTypeOf } from './repositoryFacts.ts';

/** The repositories of each name. */
type Places = Map<string, Place[]>;

/** The repositories that a plan creates and deletes, by their names and registries. */
export class RepositoriesOfPlan {
  readonly #created: Places = new Map();
  readonly #gone: Places = new Map();
  readonly #plan: Plan;
  #createsAny = false;

  constructor(plan: Plan) {
    this.#plan = plan;
    for (const change of plan.changes) {
      const { action, importId } = change;
      const type = repositoryTypeOf(change.type);
      if (type === undefined) continue;
      const isCreated = (action === 'create' || action === 'replace') && importId === null;
      if (isCreated) this.#createsAny = true;
      if (isCreated) note(this.#created, type.isPublic, placeOn('after', change));
      if (action === 'delete' || action === 'replace') note(this.#gone, type.isPublic, placeOn('before', change));
    }
  }

  /**
   * True when a policy is for a repository that the plan creates. An unknown name counts as one, because the id of a
   * new repository is only known after apply.
   */
  isForCreated(change: PlanChange): boolean {
    const place = placeOn('after', change);
    if (place.name === null) return this.#createsAny;
    // A repository that had this policy is new only when it is replaced.
    const isOld = change.before !== null && isSamePlace(placeOn('before', change), place);
    const isPublic = isPublicType(change.type);
    return has(this.#created, isPublic, place) && (!isOld || has(this.#gone, isPublic, place));
  }

  /** True when the repository of a policy is deleted, also when it is created again. */
  isOfGone(change: PlanChange): boolean {
    return has(this.#gone, isPublicType(change.type), placeOn('before', change));
  }

  /** True when a policy moves from a repository that stays to another one, or to another registry. */
  goesElsewhere(change: PlanChange): boolean {
    const [before, after] = [placeOn('before', change), placeOn('after', change)];
    const isKnown = before.name !== null && after.name !== null;
    return isKnown && !isSamePlace(before, after) && !this.isOfGone(change);
  }

  /** The resources about the repository that a change replaces or deletes, without other repositories. */
  attachedTo(repository: PlanChange): readonly PlanChange[] {
    const [place, isPublic] = [placeOn('before', repository), isPublicType(repository.type)];
    return this.#plan.changes.filter(
      (change) =>
        repositoryTypeOf(change.type) === undefined &&
        isPublicType(change.type) === isPublic &&
        isSamePlace(placeOn('before', change), place),
    );
  }
}

function note(places: Places, isPublic: boolean, place: Place): void {
  if (place.name === null) return;
  const key = keyOf(isPublic, place.name);
  places.set(key, [...(places.get(key) ?? []), place]);
}

function has(places: Places, isPublic: boolean, place: Place): boolean {
  if (place.name === null) return false;
  return (places.get(keyOf(isPublic, place.name)) ?? []).some((known) => isSamePlace(known, place));
}

function isPublicType(type: string): boolean {
  return type.startsWith('aws_ecrpublic') || type === 'awscc_ecr_public_repository';
}

function keyOf(isPublic: boolean, name: string): string {
  return `${isPublic ? 'public' : 'private'} ${name}`;
}
