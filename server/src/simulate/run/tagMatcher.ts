import type { TagEntry } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { matchesPattern } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';

/** An entry of a tagged rule, tested once per tag, however many rules have it. */
interface Question {
  /** What remains to be tested after the entry's first literal was found. */
  readonly rest: Rest;
  readonly literal: string;
  readonly stretches: readonly string[];
  /** The rules that have the entry, by their index in the list of rules. */
  readonly rules: number[];
  /** The last image with a matching tag. */
  metBy: number;
  /** The last tag that did not match the whole pattern: its first literal may occur in several places of that tag. */
  missedBy: string | null;
}

/** Nothing, or a literal at the end; otherwise the whole pattern is compared. */
type Rest = 'nothing' | 'end' | 'pattern';

/** Tests by the first literal of their entries, letter by letter. */
interface Branch {
  readonly questions: Question[];
  /** By the code of the next letter; an array answers faster than a map. */
  readonly next: Branch[];
}

/**
 * Finds the tagged rules that an image meets. The first literals of all entries form two trees, one for those at the
 * start of a tag and one for those after a `*`, so that a tag is only compared with entries that share them.
 */
export class TagMatcher {
  readonly #beginnings: Branch = { questions: [], next: [] };
  readonly #elsewhere: Branch = { questions: [], next: [] };
  /** The number of entries that each rule requires, and that the tags of the current image matched. */
  readonly #asked: Int32Array;
  readonly #met: Int32Array;
  readonly #touched: number[] = [];
  #image = 0;

  constructor(rules: readonly SimulatedRule[]) {
    this.#asked = new Int32Array(rules.length);
    this.#met = new Int32Array(rules.length);
    const questions = new Map<string, Question>();
    for (const [index, { requirement }] of rules.entries()) {
      if (requirement.kind !== 'tagged') continue;
      const keys = new Map(requirement.entries.map((entry) => [`${entry.kind} ${entry.text}`, entry]));
      this.#asked[index] = keys.size;
      for (const [key, entry] of keys) this.#question(questions, key, entry).rules.push(index);
    }
  }

  /** Adds to `found` the indices of the tagged rules that an image with these tags meets, in no order. */
  match(tags: readonly string[], found: number[]): void {
    this.#image += 1;
    for (const tag of tags) this.#ask(tag);
    for (const rule of this.#touched) {
      if (this.#met[rule] === this.#asked[rule]) found.push(rule);
      this.#met[rule] = 0;
    }
    this.#touched.length = 0;
  }

  #ask(tag: string): void {
    this.#walk(this.#beginnings, tag, 0);
    if (this.#elsewhere.next.length === 0) return;
    for (let from = 0; from < tag.length; from += 1) this.#walk(this.#elsewhere, tag, from);
  }

  #walk(root: Branch, tag: string, from: number): void {
    const image = this.#image;
    let branch: Branch | undefined = root;
    for (let at = from; branch !== undefined; at += 1) {
      for (const question of branch.questions) {
        if (question.metBy !== image && meets(question, tag)) this.#count(question);
      }
      branch = at < tag.length ? branch.next[tag.charCodeAt(at)] : undefined;
    }
  }

  #count(question: Question): void {
    question.metBy = this.#image;
    for (const rule of question.rules) {
      const met = this.#met[rule] ?? 0;
      if (met === 0) this.#touched.push(rule);
      this.#met[rule] = met + 1;
    }
  }

  #question(questions: Map<string, Question>, key: string, entry: TagEntry): Question {
    const known = questions.get(key);
    if (known !== undefined) return known;
    const question: Question = { ...restOf(entry), rules: [], metBy: 0, missedBy: null };
    questions.set(key, question);
    const [isBeginning, literal] = firstLiteralOf(entry);
    let branch = isBeginning ? this.#beginnings : this.#elsewhere;
    for (const letter of literal.split('')) branch = step(branch, letter.charCodeAt(0));
    branch.questions.push(question);
    return question;
  }
}

function step(branch: Branch, letter: number): Branch {
  const known = branch.next[letter];
  if (known !== undefined) return known;
  const next: Branch = { questions: [], next: [] };
  branch.next[letter] = next;
  return next;
}

/** Whether the literal must begin a tag, and the literal itself; it is empty only when any beginning is allowed. */
function firstLiteralOf({ kind, text }: TagEntry): readonly [boolean, string] {
  if (kind === 'prefix') return [true, text];
  const stretches = text.split('*');
  const first = stretches.find((stretch) => stretch !== '') ?? '';
  return [first === '' || first === stretches[0], first];
}

function restOf({ kind, text }: TagEntry): Pick<Question, 'rest' | 'literal' | 'stretches'> {
  const stretches = text.split('*');
  const filled = stretches.filter((stretch) => stretch !== '');
  const isOpenEnded = stretches.length > 1 && stretches.at(-1) === '';
  if (kind === 'prefix' || (isOpenEnded && filled.length < 2)) return { rest: 'nothing', literal: '', stretches };
  if (stretches[0] === '' && filled.length === 1) return { rest: 'end', literal: filled[0] ?? '', stretches };
  return { rest: 'pattern', literal: '', stretches };
}

/** For a tag with the entry's first literal at its place. */
function meets(question: Question, tag: string): boolean {
  if (question.rest === 'nothing') return true;
  if (question.rest === 'end') return tag.endsWith(question.literal);
  if (question.missedBy === tag) return false;
  const isMet = matchesPattern(question.stretches, tag);
  if (!isMet) question.missedBy = tag;
  return isMet;
}
