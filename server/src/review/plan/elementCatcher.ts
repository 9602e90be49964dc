import { PlanError } from './planError.ts';
import { unescaped } from './unescaped.ts';

/** An object as it is spelled, and whether it was judged to be of less use. */
export interface CaughtElement {
  readonly json: string;
  readonly isSpare: boolean;
}

/**
 * What one of an object's own texts says of it: it is of no use, or it is of use only when it is not too large; null
 * when the text says nothing.
 */
export type ElementJudge = (key: string, value: string) => 'drop' | 'spare' | null;

/** Keys and values longer than this are neither a type nor the address of anything in ECR. */
const LONGEST_TEXT = 4096;

/** No change of ECR is longer: a policy has at most 30,720 characters. */
const LONGEST_ELEMENT = 32 * 1024 * 1024;

/**
 * Collects the text of one object, and lets go of it as soon as one of its own texts shows that it is of no use, so that
 * a large resource of another service takes no memory.
 */
export class ElementCatcher {
  /** The depth of the object's own members, counted from the plan's own, which have 1. */
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

  /** Keeps the next piece of the text, where it is still wanted. */
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

  /** A stretch of a string from its first character after the quote, its closing quote included where it ends. */
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

  /** The whole object; null for one that is of no use. */
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
