import { textOf } from '../plan/jsonValues.ts';
import type { Plan, PlanChange } from '../plan/plan.ts';
import { nameIn, repositoryTypeOf } from './repositoryFacts.ts';

/** Which repositories a plan makes and takes away, by their names. */
export class RepositoriesOfPlan {
  readonly #created = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #makesUnnamed: boolean;
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
    let makesUnnamed = false;
    for (const change of plan.changes) {
      const type = repositoryTypeOf(change.type);
      if (type === undefined) continue;
      const [before, after] = [nameIn(type, change.before), nameIn(type, change.after)];
      const isMade = change.action === 'create' || change.action === 'replace';
      if (isMade && change.importId === null) {
        if (after === null) makesUnnamed = true;
        else this.#created.add(keyOf(type.isPublic, after));
      }
      if ((change.action === 'delete' || change.action === 'replace') && before !== null) {
        this.#gone.add(keyOf(type.isPublic, before));
      }
      // An id is known after the apply alone, so that what refers to it does not name the repository.
      makesUnnamed ||= isMade;
    }
    this.#makesUnnamed = makesUnnamed;
  }

  /** True for a repository that the plan creates; `name` is null where the plan does not know it. */
  isCreated(name: string | null, isPublic = false): boolean {
    return name === null ? this.#makesUnnamed : this.#created.has(keyOf(isPublic, name));
  }

  /** True for a repository that the plan deletes, also where it creates it again. */
  isGone(name: string | null, isPublic = false): boolean {
    return name !== null && this.#gone.has(keyOf(isPublic, name));
  }

  /** The resources that are about a repository and are not repositories themselves. */
  attachedTo(name: string, isPublic: boolean): readonly PlanChange[] {
    return this.#plan.changes.filter(
      (change) =>
        repositoryTypeOf(change.type) === undefined &&
        change.type.startsWith('aws_ecrpublic') === isPublic &&
        repositoryOf(change.before) === name,
    );
  }
}

/** The name of the repository that a policy is attached to. */
export function repositoryOf(values: PlanChange['before']): string | null {
  return textOf(values, 'repository') ?? textOf(values, 'repository_name');
}

function keyOf(isPublic: boolean, name: string): string {
  return `${isPublic ? 'public' : 'private'} ${name}`;
}
