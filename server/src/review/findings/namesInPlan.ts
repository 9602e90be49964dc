import type { JsonRecord } from '../plan/jsonValues.ts';
import { textOf } from '../plan/jsonValues.ts';
import type { Plan, PlanChange } from '../plan/plan.ts';
import { nameIn, repositoryTypeOf } from './repositoryFacts.ts';

/** The regions of the repositories of a name; null for one of which the plan does not say it. */
type Regions = Map<string, (string | null)[]>;

/** Which repositories a plan creates and deletes, by their names and regions. */
export class RepositoriesOfPlan {
  readonly #created: Regions = new Map();
  readonly #gone: Regions = new Map();
  readonly #plan: Plan;
  #createsAny = false;

  constructor(plan: Plan) {
    this.#plan = plan;
    for (const { type: typeName, action, before, after, importId } of plan.changes) {
      const type = repositoryTypeOf(typeName);
      if (type === undefined) continue;
      const isCreated = (action === 'create' || action === 'replace') && importId === null;
      if (isCreated) this.#createsAny = true;
      if (isCreated) note(this.#created, type.isPublic, nameIn(type, after), after);
      if (action === 'delete' || action === 'replace') note(this.#gone, type.isPublic, nameIn(type, before), before);
    }
  }

  /**
   * True where a policy comes to a repository that the plan creates. A name that is not known yet is that of one, as the
   * id of a new repository is known after the apply only.
   */
  isForCreated({ type, before, after }: PlanChange): boolean {
    const name = repositoryOf(after);
    if (name === null) return this.#createsAny;
    // A repository that had this policy is new only where it is replaced.
    if (before !== null && isSamePlace(before, after) && !has(this.#gone, isPublicType(type), name, after))
      return false;
    return has(this.#created, isPublicType(type), name, after);
  }

  /** True where the repository that had a policy is deleted, also where it is created again. */
  isOfGone({ type, before }: PlanChange): boolean {
    const name = repositoryOf(before);
    return name !== null && has(this.#gone, isPublicType(type), name, before);
  }

  /** True where a policy leaves a repository that stays for another one, or for that of another region. */
  goesElsewhere(change: PlanChange): boolean {
    const { before, after } = change;
    const isKnown = repositoryOf(before) !== null && repositoryOf(after) !== null;
    return isKnown && !isSamePlace(before, after) && !this.isOfGone(change);
  }

  /** The resources that are about a repository and are not repositories themselves. */
  attachedTo(name: string, isPublic: boolean): readonly PlanChange[] {
    return this.#plan.changes.filter(
      ({ type, before }) =>
        repositoryTypeOf(type) === undefined && isPublicType(type) === isPublic && repositoryOf(before) === name,
    );
  }
}

/** The name of the repository that a policy is attached to, or that a repository has; null when it is unknown. */
export function repositoryOf(values: JsonRecord | null): string | null {
  return textOf(values, 'repository') ?? textOf(values, 'repository_name');
}

/** True for two sides that name the same repository, as far as they say it. */
export function isSamePlace(one: JsonRecord | null, other: JsonRecord | null): boolean {
  return repositoryOf(one) === repositoryOf(other) && isSameRegion(textOf(one, 'region'), textOf(other, 'region'));
}

function isSameRegion(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function note(regions: Regions, isPublic: boolean, name: string | null, values: JsonRecord | null): void {
  if (name === null) return;
  const key = keyOf(isPublic, name);
  regions.set(key, [...(regions.get(key) ?? []), textOf(values, 'region')]);
}

function has(regions: Regions, isPublic: boolean, name: string, values: JsonRecord | null): boolean {
  const region = textOf(values, 'region');
  return (regions.get(keyOf(isPublic, name)) ?? []).some((known) => isSameRegion(known, region));
}

function isPublicType(type: string): boolean {
  return type.startsWith('aws_ecrpublic') || type === 'awscc_ecr_public_repository';
}

function keyOf(isPublic: boolean, name: string): string {
  return `${isPublic ? 'public' : 'private'} ${name}`;
}
