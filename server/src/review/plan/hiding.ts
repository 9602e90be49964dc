/** Replaces a sensitive text. */
const HIDDEN = '(sensitive)';

/** A shorter text is hidden only as a whole word, because it occurs in many unrelated words. */
const SHORTEST_PART = 4;

/** Texts are looked up by this many of their first characters. */
const HEAD = 2;

/** A range of a text: its first character, and the one after its last. */
type Stretch = readonly [number, number];

/** Returns a function that removes sensitive texts from a text, even when they overlap. */
export function hiding(secrets: readonly string[]): (text: string) => string {
  const spellings = new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]));
  const byHead = new Map<string, string[]>();
  for (const spelling of spellings) {
    const head = spelling.slice(0, HEAD);
    const same = byHead.get(head);
    if (same === undefined) byHead.set(head, [spelling]);
    else same.push(spelling);
  }
  return spellings.size === 0 ? (text) => text : (text) => without(text, stretchesIn(text, byHead));
}

/** Where sensitive texts are, in order; they may overlap. */
function stretchesIn(text: string, byHead: ReadonlyMap<string, readonly string[]>): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const ends = [1, HEAD].flatMap((length) =>
      (byHead.get(text.slice(at, at + length)) ?? []).flatMap((secret) =>
        text.startsWith(secret, at) && isWhole(text, at, secret) ? [at + secret.length] : [],
      ),
    );
    if (ends.length > 0) found.push([at, ends.reduce((one, other) => Math.max(one, other))]);
  }
  return found;
}

const WORD_END = /[\p{L}\p{N}_]$/u;
const WORD_START = /^[\p{L}\p{N}_]/u;

function isWhole(text: string, at: number, secret: string): boolean {
  if (secret.length >= SHORTEST_PART) return true;
  return !WORD_END.test(text.slice(0, at)) && !WORD_START.test(text.slice(at + secret.length));
}

function without(text: string, stretches: readonly Stretch[]): string {
  let rest = '';
  let from = 0;
  for (const [start, end] of stretches) {
    if (start >= from) rest += text.slice(from, start) + HIDDEN;
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}
