import type { Assignment, Term } from '../../syntax/edit/term.ts';
import { labelsFor } from '../labels.ts';
import type { PolicyTerm } from './policyTerm.ts';

/** A policy that some repositories have, with their names. */
interface SharedPolicy {
  readonly policy: PolicyTerm;
  readonly repositories: string[];
}

/** Puts equal policies into one local each. */
export class PolicyLocals {
  readonly #byText = new Map<string, SharedPolicy>();
  readonly #prefix: string;

  /** `prefix` begins the locals' names. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Notes that a repository has a policy. */
  add(repository: string, policy: PolicyTerm): void {
    const { printed } = policy;
    const known = this.#byText.get(printed);
    if (known === undefined) this.#byText.set(printed, { policy, repositories: [repository] });
    else known.repositories.push(repository);
  }

  /**
   * The locals for policies of at least `minimum` repositories, named after the first of them, and a function that
   * returns the reference to a policy's local; null for a policy without one.
   */
  write(
    minimum: number,
    taken: ReadonlySet<string>,
  ): { locals: readonly LocalPolicy[]; find(policy: PolicyTerm): Term | null } {
    const shared = [...this.#byText.values()].filter(({ repositories }) => repositories.length >= minimum);
    const names = labelsFor(
      shared.map(({ repositories }) => `${this.#prefix}_${repositories[0] ?? ''}`),
      taken,
    );
    const references = new Map<string, Term>();
    const locals = shared.map(({ policy }, index): LocalPolicy => {
      const name = names[index] ?? '';
      references.set(policy.printed, { kind: 'reference', text: `local.${name}` });
      return { policy, assignment: { name, value: policy.term } };
    });
    return { locals, find: (policy) => references.get(policy.printed) ?? null };
  }
}

export interface LocalPolicy {
  readonly policy: PolicyTerm;
  readonly assignment: Assignment;
}
