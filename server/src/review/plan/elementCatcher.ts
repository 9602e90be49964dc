import { isEcrType, mayBeOfEcr } from './ecrTypes.ts';
import { PlanError } from './planError.ts';
import { unescaped } from './unescaped.ts';

/** The JSON of one item of a list. */
export type CaughtElement = string;

/** The depth of an item's own members: the plan, the list, the item. */
const OWN_DEPTH = 3;

/** Keys and values longer than this are neither a type nor the address of anything in ECR. */
const LONGEST_TEXT = 4096;

/** No change of ECR is longer: a policy has at most 30,720 characters. */
const LONGEST_ELEMENT = 32 * 1024 * 1024;

/**
 * Collects the text of one item of a list of changes, and lets go of it as soon as its type or its address shows that
 * it does not concern ECR, so that a large resource of another service takes no memory.
 */
export class ElementCatcher {
  #pieces: string[] | null = [];
  #length = 0;
  #text = '';
  #key: string | null = null;
  #isOwn = false;
  #isWaitingForValue = false;

  /** Keeps the next piece of the text, where it is still wanted. */
  add(piece: string): void {
    if (this.#pieces === null || piece === '') return;
    this.#length += piece.length;
    if (this.#length > LONGEST_ELEMENT) {
      throw new PlanError('large', 'holds a change of an ECR resource of more than 32 million characters');
    }
    this.#pieces.push(piece);
  }

  opensString(depth: number): void {
    this.#isOwn = depth === OWN_DEPTH;
    this.#text = '';
  }

  /** A stretch of a string from its first character after the quote, its closing quote included where it ends. */
  string(text: string, from: number, end: number, isEnd: boolean): void {
    if (!this.#isOwn || this.#pieces === null) return;
    if (this.#text.length <= LONGEST_TEXT) this.#text += text.slice(from, Math.min(end, from + LONGEST_TEXT));
    if (isEnd && this.#isWaitingForValue) this.#judge(unescaped(this.#text.slice(0, -1)));
  }

  colon(depth: number): void {
    if (depth !== OWN_DEPTH) return;
    this.#key = unescaped(this.#text.slice(0, -1));
    this.#isWaitingForValue = true;
  }

  comma(depth: number): void {
    if (depth === OWN_DEPTH) this.#isWaitingForValue = false;
  }

  /** The whole item; null for one that does not concern ECR. */
  finish(): CaughtElement | null {
    return this.#pieces === null ? null : this.#pieces.join('');
  }

  #judge(value: string): void {
    this.#isWaitingForValue = false;
    const isForeign =
      (this.#key === 'type' && !isEcrType(value)) ||
      (this.#key === 'mode' && value !== 'managed') ||
      (this.#key === 'address' && !mayBeOfEcr(value));
    if (isForeign) this.#pieces = null;
  }
}
