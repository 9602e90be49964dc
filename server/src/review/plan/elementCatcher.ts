import { PlanError } from './planError.ts';
import { unescaped } from './unescaped.ts';

/** An object as written, and whether it was judged to be less useful. */
export interface CaughtElement {
  readonly json: string;
  readonly isSpare: boolean;
}

/**
 * What one of an object's own texts says about it: useless, or useful only if the object is not too large; null when
 * the text says nothing.
 */
export type ElementJudge = (key: string, value: string) => 'drop' | 'spare' | null;

/** Keys and values longer than this are neither a type nor an address in ECR. */
const LONGEST_TEXT = 4096;

/** No ECR change is longer: a policy has at most 30,720 characters. */
const LONGEST_ELEMENT = 32 * 1024 * 1024;

/**
 * Collects the text of one object, and drops it as soon as one of its own texts shows that it is useless, so that a
 * large resource of another service takes no memory.
 */
export class ElementCatcher {
  /** The depth of the object's own members; the plan's own members have depth 1. */
  readonly depth: number;
  readonly #judgeOf: ElementJudge;
  #pieces: string[] | null = [];
  #length = 0;
  #text = '';
  #key: string | null = null;
  #isOwn = false;
  #isSpare = false;
  #isWaitingForValue = false;

  constructor(depth: number, judge: ElementJudge) {
    this.depth = depth;
    this.#judgeOf = judge;
  }

  /** Keeps the next chunk of the text, if it is still wanted. */
  add(piece: string): void {
    if (this.#pieces === null || piece === '') return;
    this.#length += piece.length;
    if (this.#length > LONGEST_ELEMENT) {
      this.#pieces = null;
      if (this.#isSpare) return;
      throw new PlanError('large', 'holds a change of an ECR resource of more than 32 million characters');
    }
    this.#pieces.push(piece);
  }

  opensString(depth: number): void {
    this.#isOwn = depth === this.depth;
    this.#text = '';
  }

  /** A range of a string from its first character after the quote, with its closing quote when it ends there. */
  string(text: string, from: number, end: number, isEnd: boolean): void {
    if (!this.#isOwn || this.#pieces === null) return;
    if (this.#text.length <= LONGEST_TEXT) this.#text += text.slice(from, Math.min(end, from + LONGEST_TEXT));
    if (isEnd && this.#isWaitingForValue) this.#judge(unescaped(this.#text.slice(0, -1)));
  }

  colon(depth: number): void {
    if (depth !== this.depth) return;
    this.#key = unescaped(this.#text.slice(0, -1));
    this.#isWaitingForValue = true;
  }

  comma(depth: number): void {
    if (depth === this.depth) this.#isWaitingForValue = false;
  }

  /** The whole object; null for a useless one. */
  finish(): CaughtElement | null {
    return this.#pieces === null ? null : { json: this.#pieces.join(''), isSpare: this.#isSpare };
  }

  #judge(value: string): void {
    this.#isWaitingForValue = false;
    const verdict = this.#judgeOf(this.#key ?? '', value);
    if (verdict === 'spare') this.#isSpare = true;
    if (verdict === 'drop') this.#pieces = null;
  }
}
