import type { Value } from '../../evaluate/values/value.ts';
import type { Doubt } from './variants.ts';
import { doubtfulVariantsOf, OPTION_LIMIT, undecided, variantsOf } from './variants.ts';

/** A value in the branch that is being read; `branch` identifies the branch, null when no condition decides. */
interface Decided {
  readonly value: Value;
  readonly branch: string | null;
}

/** One of several answers that are only meaningful together. */
interface DoubtfulAnswer {
  readonly question: string;
  readonly value: Value;
  readonly doubt: Doubt;
}

/** The questions that one reading has asked, and the branch it takes for each. */
type Choices = ReadonlyMap<string, number>;

/**
 * The branches of unknown conditions that one reading takes. A value that depends on another condition stays unknown.
 */
export class Branches {
  readonly #choices: Choices;
  readonly #known: Map<string, readonly Value[]>;
  readonly #doubtful: DoubtfulAnswer | null;
  /** Each question that a condition decides, with the number of its answers. */
  readonly open = new Map<string, number>();
  /** Answers that an unknown key chooses from; none of them proves anything alone. */
  readonly doubtful: DoubtfulAnswer[] = [];

  /** `known` holds values from earlier readings of the same text. */
  constructor(
    choices: Choices = new Map(),
    known = new Map<string, readonly Value[]>(),
    doubtful: DoubtfulAnswer | null = null,
  ) {
    this.#choices = choices;
    this.#known = known;
    this.#doubtful = doubtful;
  }

  /** The value that `evaluate` returns in this branch. `question` identifies the place, iteration and branch. */
  decide(question: string, evaluate: () => Value): Decided {
    if (this.#doubtful?.question === question) return { value: this.#doubtful.value, branch: null };
    const variants = this.#known.get(question) ?? this.#variants(question, evaluate());
    this.#known.set(question, variants);
    const [unsure, ...options] = variants;
    if (unsure === undefined) throw new Error('a value has at least one variant');
    if (options.length === 0) return { value: unsure, branch: null };
    this.open.set(question, options.length);
    const chosen = this.#choices.get(question);
    const option = chosen === undefined ? undefined : options[chosen];
    return option === undefined ? { value: unsure, branch: '?' } : { value: option, branch: `@${chosen}` };
  }

  /** The value without conditional parts, then one value for each branch, if there are any. */
  #variants(question: string, value: Value): readonly Value[] {
    for (const { value: answer, doubt } of doubtfulVariantsOf(value)) {
      this.doubtful.push({ question, value: answer, doubt: { ...doubt, choice: `${question} ${doubt.choice}` } });
    }
    const variants = variantsOf(value);
    return variants.length === 1 ? variants : [undecided(value), ...variants];
  }
}

/**
 * The result of `read` for each branch. A nested branch is read within its parent; independent conditions are never
 * combined.
 */
export function readEachBranch<T>(read: (branches: Branches) => T): readonly T[] {
  const known = new Map<string, readonly Value[]>();
  const found: T[] = [];
  const visit = (choices: Choices, asked: ReadonlyMap<string, number>): void => {
    if (found.length > OPTION_LIMIT) return;
    const branches = new Branches(choices, known);
    const result = read(branches);
    const fresh = [...branches.open].filter(([question]) => !asked.has(question));
    if (fresh.length === 0) found.push(result);
    for (const [question, count] of fresh) {
      for (let option = 0; option < count; option += 1) {
        visit(new Map([...choices, [question, option]]), branches.open);
      }
    }
  };
  visit(new Map(), new Map());
  return found.length > OPTION_LIMIT ? [read(new Branches(new Map(), known))] : found;
}

/** The result of `read` for each value that an unknown key chooses from. */
export function readEachDoubt<T>(read: (branches: Branches) => T): readonly { result: T; doubt: Doubt }[] {
  const branches = new Branches();
  read(branches);
  if (branches.doubtful.length > OPTION_LIMIT) return [];
  return branches.doubtful.map((answer) => ({
    result: read(new Branches(new Map(), new Map(), answer)),
    doubt: answer.doubt,
  }));
}
