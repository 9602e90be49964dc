import { HOLE } from '../syntax/tree/mappedText.ts';

/** Deeper JSON than this is not examined, so that no recursion can exhaust the stack. */
const NESTING_LIMIT = 200;

const STRUCTURE = new Set([' ', '\t', '\n', '\r', ',', ':', '[', ']', '{', '}', undefined]);

/** JSON text made parsable: holes that are whole values become digits, holes inside strings stay. */
export interface MarkedText {
  readonly text: string;
  /** Offsets of the holes where a value is allowed. */
  readonly valueHoles: ReadonlySet<number>;
  /** The offset of the first hole that touches other text and so may be anything; infinite when there is none. */
  readonly firstUnreadable: number;
}

/** Distinguishes holes inside JSON strings from those that replace structure. Offsets stay the same. */
export function markHoles(text: string): MarkedText {
  if (!text.includes(HOLE)) return { text, valueHoles: new Set(), firstUnreadable: Number.POSITIVE_INFINITY };
  const valueHoles = new Set<number>();
  let firstUnreadable = Number.POSITIVE_INFINITY;
  let inString = false;
  let marked = '';
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (inString && character === '\\') {
      marked += character + text.charAt(offset + 1);
      offset += 1;
      continue;
    }
    if (character === '"') inString = !inString;
    if (character !== HOLE || inString) marked += character;
    else {
      marked += '0';
      if (STRUCTURE.has(text[offset - 1]) && STRUCTURE.has(text[offset + 1])) valueHoles.add(offset);
      else firstUnreadable = Math.min(firstUnreadable, offset);
    }
  }
  return { text: marked, valueHoles, firstUnreadable };
}

/** True when brackets outside strings nest deeper than the limit. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (inString && character === '\\') offset += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '[' || character === '{')) depth += 1;
    else if (!inString && (character === ']' || character === '}')) depth -= 1;
    if (depth > NESTING_LIMIT) return true;
  }
  return false;
}
