import type { TagEntry } from '../ecr/policy/tagRequirement.ts';
import { matchesPattern } from '../ecr/policy/tagRequirement.ts';
import type { SimulatedRule } from './rule.ts';

/** An entry of a tagged rule, asked of each tag once whatever the number of rules that have it. */
interface Question {
  /** The pattern cut at each `*`; null when a tag that begins as the entry does is sure to meet it. */
  readonly stretches: readonly string[] | null;
  /** The rules that have the entry, by their place in the list of rules. */
  readonly rules: number[];
  /** The last image whose tags met it. */
  metBy: number;
}

/** Questions by what a tag must begin with, letter by letter. */
interface Branch {
  readonly questions: Question[];
  readonly next: Map<number, Branch>;
}

/**
 * Answers which tagged rules an image meets. The beginnings of all entries are one tree, so that a tag is compared only
 * with entries that begin as it does.
 */
export class TagMatcher {
  readonly #root: Branch = { questions: [], next: new Map() };
  /** How many entries each rule asks for, and how many the tags of the current image met. */
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

  /** Adds to `found` the places of the tagged rules that an image with these tags meets, in no order. */
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
    let branch: Branch | undefined = this.#root;
    for (let depth = 0; branch !== undefined; depth += 1) {
      for (const question of branch.questions) {
        if (question.metBy !== this.#image && meets(question, tag)) this.#count(question);
      }
      branch = depth < tag.length ? branch.next.get(tag.charCodeAt(depth)) : undefined;
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
    const question: Question = { stretches: stretchesOf(entry), rules: [], metBy: 0 };
    questions.set(key, question);
    let branch = this.#root;
    for (const letter of beginningOf(entry).split('')) branch = step(branch, letter.charCodeAt(0));
    branch.questions.push(question);
    return question;
  }
}

function step(branch: Branch, letter: number): Branch {
  const known = branch.next.get(letter);
  if (known !== undefined) return known;
  const next: Branch = { questions: [], next: new Map() };
  branch.next.set(letter, next);
  return next;
}

function beginningOf({ kind, text }: TagEntry): string {
  const star = kind === 'pattern' ? text.indexOf('*') : -1;
  return star === -1 ? text : text.slice(0, star);
}

function stretchesOf({ kind, text }: TagEntry): readonly string[] | null {
  const isPrefix = kind === 'prefix' || (text.endsWith('*') && text.indexOf('*') === text.length - 1);
  return isPrefix ? null : text.split('*');
}

/** For a tag that begins as the entry does. */
function meets({ stretches }: Question, tag: string): boolean {
  return stretches === null || matchesPattern(stretches, tag);
}
