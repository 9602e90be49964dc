import type { NameSet, Trilean } from './statement.ts';

/** Whether a statement's actions include one, such as `ecr:PutImage`. */
export function matchAction(names: NameSet | null, action: string): Trilean {
  if (names === null) return 'maybe';
  const { patterns, open, isNegated } = names;
  if (patterns.some((pattern) => pattern !== null && matchesPattern(pattern, action))) return isNegated ? 'no' : 'yes';
  if (open || patterns.includes(null)) return 'maybe';
  return isNegated ? 'yes' : 'no';
}

/** Whether a text matches a pattern, in which `*` matches any text and `?` any character. Case does not matter. */
export function matchesPattern(pattern: string, text: string): boolean {
  return meets(pattern.toLowerCase(), text.toLowerCase());
}

/** Backtracks only to the last `*`, which is sufficient, so that the time stays polynomial. */
function meets(pattern: string, text: string): boolean {
  let at = 0;
  let star: { readonly pattern: number; text: number } | null = null;
  for (let position = 0; position < text.length; ) {
    const sign = pattern[at];
    if (sign === '*') {
      star = { pattern: at, text: position };
      at += 1;
    } else if (sign !== undefined && (sign === '?' || sign === text[position])) {
      at += 1;
      position += 1;
    } else if (star === null) {
      return false;
    } else {
      star.text += 1;
      position = star.text;
      at = star.pattern + 1;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
