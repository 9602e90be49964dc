import { printNumber } from '../../facts/printNumber.ts';
import type { CaughtElement, ElementJudge } from './elementCatcher.ts';
import { ElementCatcher } from './elementCatcher.ts';
import { PlanError } from './planError.ts';
import { unescaped } from './unescaped.ts';

/** No plan nests deeper: each module adds three levels to its parent. */
const MOST_DEPTH = 2000;

/** Longer keys and values of the top level are skipped. */
const LONGEST_SCALAR = 200;

const [QUOTE, BACKSLASH, COLON, COMMA] = [34, 92, 58, 44];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [123, 125, 91, 93];

/** The keys that lead to a value from the top of a plan; an item of a list has an empty one. */
export type PlanPath = readonly string[];

/** Receives what a plan contains. */
export interface PlanListener {
  /** A member of the top level that is neither an object nor a list; `json` is its text. */
  scalar(key: string, json: string): void;
  /** A member of the top level that is an object or a list. */
  structure(key: string): void;
  /** True for a member of the top level that may contain wanted objects. */
  isFollowed(key: string): boolean;
  /** How an object is judged while it is read; null for one that is not wanted as a whole. */
  judgeOf(path: PlanPath): ElementJudge | null;
  element(path: PlanPath, element: CaughtElement): void;
}

/**
 * Scans the JSON of a plan, however large, and keeps only the wanted objects, one at a time. Texts come in chunks. In
 * skipped parts only brackets and strings are checked.
 */
export class PlanScanner {
  readonly #listener: PlanListener;
  readonly #open: number[] = [];
  #offset = 0;
  #isInString = false;
  #isEscaped = false;
  #isDone = false;
  /** The last string of a followed member, or literal of the top level, still incomplete. */
  #scalar = '';
  #key: string | null = null;
  #isValue = false;
  /** The keys of the open objects, and an empty one for each list, as far as the current member is followed. */
  #path: string[] = [];
  #isFollowed = false;
  #catcher: ElementCatcher | null = null;

  constructor(listener: PlanListener) {
    this.#listener = listener;
  }

  /** The number of characters read. */
  get offset(): number {
    return this.#offset;
  }

  /** Reads the next chunk of the text. */
  write(text: string): void {
    let at = 0;
    let caughtFrom = 0;
    const { length } = text;
    while (at < length) {
      if (this.#isInString) {
        at = this.#passString(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === QUOTE) this.#isInString = true;
      if (code === QUOTE || code === COLON) this.#note(code);
      else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        if (this.#enter(code)) caughtFrom = at;
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        if (this.#leave(code, at)) this.#finishElement(text.slice(caughtFrom, at + 1));
      } else if (code === COMMA) this.#endMember();
      else this.#passOther(code, text, at);
      at += 1;
    }
    this.#catcher?.add(text.slice(caughtFrom));
    this.#offset += length;
  }

  /** Reports the end of the text; throws when the text must not end here. */
  end(): void {
    if (this.#isDone) return;
    if (this.#open.length === 0 && this.#offset === 0) throw new PlanError('empty', 'is empty');
    throw new PlanError(
      'truncated',
      `ends early: after ${printNumber(this.#offset)} characters, ${this.#isInString ? 'a string is' : 'brackets are'} still open`,
    );
  }

  /** Passes on what belongs to a string; returns where to continue. */
  #passString(text: string, from: number): number {
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      at += 1;
    }
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) {
        if (at + 1 === text.length) this.#isEscaped = true;
        at += 1;
      } else if (code === QUOTE) {
        this.#isInString = false;
        at += 1;
        break;
      }
    }
    const end = Math.min(at, text.length);
    if (this.#catcher !== null) this.#catcher.string(text, from, end, !this.#isInString);
    else if (this.#open.length === 1 || this.#isFollowed) this.#grow(text, from, end);
    return end;
  }

  #grow(text: string, from: number, end: number): void {
    if (this.#scalar.length <= LONGEST_SCALAR)
      this.#scalar += text.slice(from, Math.min(end, from + LONGEST_SCALAR + 1));
  }

  /** A quote that opens a string, or a colon. */
  #note(code: number): void {
    if (this.#isDone) throw this.#broken('something after its end');
    if (this.#open.length === 0) throw this.#broken('a text instead of an object');
    if (this.#catcher !== null) {
      if (code === COLON) this.#catcher.colon(this.#open.length);
      else this.#catcher.opensString(this.#open.length);
    } else if (code === QUOTE) this.#scalar = '"';
    else if (this.#open.length === 1 || this.#isFollowed) this.#takeKey(unescaped(this.#scalar.slice(1, -1)));
  }

  /** The text before a colon. */
  #takeKey(key: string): void {
    this.#scalar = '';
    this.#path[this.#open.length - 1] = key;
    if (this.#open.length > 1) return;
    this.#key = key;
    this.#isValue = true;
    this.#isFollowed = this.#listener.isFollowed(key);
  }

  /** An opening bracket; true when an element begins with it. */
  #enter(code: number): boolean {
    if (this.#isDone) throw this.#broken('a second value after the first');
    const depth = this.#open.push(code);
    if (depth > MOST_DEPTH) {
      throw new PlanError('deep', `is nested deeper than ${printNumber(MOST_DEPTH)} levels, which no plan is`);
    }
    if (depth === 1) {
      if (code === OPEN_LIST) throw this.#broken('a list instead of an object');
      return false;
    }
    if (depth === 2 && this.#key !== null) this.#listener.structure(this.#key);
    if (!this.#isFollowed || this.#catcher !== null) return false;
    this.#path.length = depth - 1;
    const judge = code === OPEN_OBJECT ? this.#listener.judgeOf(this.#path) : null;
    this.#path[depth - 1] = '';
    if (judge === null) return false;
    this.#catcher = new ElementCatcher(depth, judge);
    return true;
  }

  /** A closing bracket; true when an element ends with it. */
  #leave(code: number, at: number): boolean {
    const opened = this.#open.pop();
    if (opened === undefined || opened + 2 !== code) throw this.#broken('a bracket that closes nothing', at);
    if (this.#open.length === 0) {
      this.#tellScalar();
      this.#isDone = true;
    }
    if (this.#open.length === 1) this.#isValue = false;
    return this.#catcher !== null && this.#open.length === this.#catcher.depth - 1;
  }

  #finishElement(rest: string): void {
    this.#catcher?.add(rest);
    const element = this.#catcher?.finish() ?? null;
    if (element !== null) this.#listener.element(this.#path.slice(0, this.#open.length), element);
    this.#catcher = null;
  }

  #endMember(): void {
    if (this.#open.length === 1) this.#tellScalar();
    else this.#catcher?.comma(this.#open.length);
  }

  #tellScalar(): void {
    if (this.#isValue && this.#key !== null && this.#scalar !== '') this.#listener.scalar(this.#key, this.#scalar);
    this.#scalar = '';
    this.#isValue = false;
    this.#isFollowed = false;
    this.#key = null;
  }

  /** White space, or a character of a number or a word. */
  #passOther(code: number, text: string, at: number): void {
    if (code === 32 || code === 10 || code === 13 || code === 9) return;
    const isLiteral =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      code === 45 ||
      code === 46 ||
      code === 43 ||
      code === 69;
    if (!isLiteral || this.#open.length === 0) {
      if (this.#isDone) throw this.#broken('something after its end', at);
      throw this.#broken(`the character ${JSON.stringify(text.charAt(at))} where none may be`, at);
    }
    if (this.#open.length === 1) this.#grow(text, at, at + 1);
  }

  #broken(what: string, at = 0): PlanError {
    const place = printNumber(this.#offset + at + 1);
    return new PlanError(this.#isDone ? 'second' : 'broken', `is not JSON: ${what}, at about character ${place}`);
  }
}
