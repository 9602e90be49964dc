import type { TagEntry, TagRequirement } from './requirement.ts';
import { LONGEST_TAG, literalOf, needsBeginning } from './tagGrammar.ts';

/** Represents any run of characters, and only `*` matches it. */
export const ANY_RUN = '\u0000';

/** Longer lists of images are replaced by one image that is harder to match than any of them. */
const MOST_IMAGES = 64;

/**
 * The tags of minimal images that match a requirement: a rule that claims all of these claims every image that matches.
 * Each `*` of an entry becomes a run that only another `*` matches. A tag of nearly the maximum length has room for
 * only some runs, so each choice of runs is a separate image.
 */
export function leastImages(requirement: TagRequirement): readonly (readonly string[])[] {
  if (requirement.kind === 'untagged') return [[]];
  if (requirement.kind === 'any') return [[], [ANY_RUN]];
  const choices = requirement.entries.map(leastTags);
  const count = choices.reduce((product, { length }) => product * length, 1);
  if (count > MOST_IMAGES) return [requirement.entries.map((entry) => partsOf(entry).join(ANY_RUN))];
  let images: string[][] = [[]];
  for (const tags of choices) images = images.flatMap((image) => tags.map((tag) => [...image, tag]));
  return images;
}

/** The literal parts of an entry between its wildcards; adjacent wildcards count as one. */
function partsOf({ kind, text }: TagEntry): readonly string[] {
  return kind === 'prefix' ? [text, ''] : text.split(/\*+/);
}

function leastTags(entry: TagEntry): readonly string[] {
  const parts = partsOf(entry);
  const literal = literalOf(entry);
  const runs = parts.length - 1;
  const room = LONGEST_TAG - literal.length;
  if (room >= runs || room < 0) return [parts.join(ANY_RUN)];
  const first = parts[0] === '' && needsBeginning(literal) ? 1 : 0;
  return choicesOf(runs - first, room - first).map((chosen) => {
    const [begin = '', ...others] = parts;
    const filled = first === 1 ? [true, ...chosen] : chosen;
    return begin + others.map((part, index) => (filled[index] === true ? ANY_RUN : '') + part).join('');
  });
}

/** Every way to choose a number of runs. */
function choicesOf(runs: number, chosen: number): boolean[][] {
  if (runs === 0) return [[]];
  const without = chosen < runs ? choicesOf(runs - 1, chosen).map((rest) => [false, ...rest]) : [];
  return chosen > 0 ? [...choicesOf(runs - 1, chosen - 1).map((rest) => [true, ...rest]), ...without] : without;
}
