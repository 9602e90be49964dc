import { ANY_RUN, leastImages } from '../../ecr/documents/lifecycle/claims/leastImages.ts';
import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { meetsRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { isTag } from '../../ecr/documents/lifecycle/claims/tagGrammar.ts';
import { leastShared, meetsOneOf } from './sharedImages.ts';

/** Texts for the runs that a `*` leaves open, the plainest first. */
const LETTERS = [...'1234567890abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_'];
const RUNS = [...LETTERS, ...LETTERS.slice(0, 12).flatMap((one) => LETTERS.slice(10).map((other) => one + other))];

/** Common beginnings of image names that replace a `*`, before a number. */
const BEGINNINGS = ['', ...LETTERS.slice(10)];

/**
 * What an image needs so that a rule claims it: the rule's own requirement, and those of earlier rules that must not
 * match.
 */
interface Wanted {
  readonly requirement: TagRequirement;
  readonly earlier: readonly TagRequirement[];
  /** It matches one of these too. */
  readonly covered: readonly TagRequirement[];
}

/** True when a rule can get an image: the least that an image has does not match an earlier rule. */
export function hasVictim({ requirement, earlier, covered }: Wanted): boolean {
  return covered.some((one) => leastShared(requirement, one).some((tags) => !meetsOneOf(earlier, tags)));
}

/** The tags of an image that a rule gets, as few as possible; null when there is none, or none was found. */
export function tagsOfVictim(wanted: Wanted): readonly string[] | null {
  let fewest: readonly string[] | null = null;
  for (const one of wanted.covered) {
    for (const tags of leastShared(wanted.requirement, one)) {
      const real = meetsOneOf(wanted.earlier, tags) ? null : realTags(tags, wanted);
      if (real !== null && (fewest === null || real.length < fewest.length)) fewest = real;
    }
  }
  return fewest;
}

function realTags(least: readonly string[], wanted: Wanted): readonly string[] | null {
  for (const run of RUNS) {
    const tags = filled(least, run);
    if (tags.every(isTag) && isVictim(tags, wanted)) return withoutNeedless(tags, wanted);
  }
  return null;
}

function isVictim(tags: readonly string[], { requirement, earlier, covered }: Wanted): boolean {
  return meetsRequirement(requirement, tags) && meetsOneOf(covered, tags) && !meetsOneOf(earlier, tags);
}

function withoutNeedless(tags: readonly string[], wanted: Wanted): readonly string[] {
  let needed = tags;
  for (const tag of tags) {
    const others = needed.filter((other) => other !== tag);
    if (isVictim(others, wanted)) needed = others;
  }
  return needed;
}

/**
 * The tags of this many images that match a requirement and none of `avoided`, each tag used once and none already
 * taken; null when not found.
 */
export function tagsOfOthers(
  requirement: TagRequirement,
  avoided: readonly TagRequirement[],
  taken: readonly string[],
  count: number,
): readonly (readonly string[])[] | null {
  const isFit = (tags: readonly string[]) => meetsRequirement(requirement, tags) && !meetsOneOf(avoided, tags);
  for (const least of leastImages(requirement)) {
    if (least.length === 0) {
      if (isFit(least)) return Array.from({ length: count }, () => least);
      continue;
    }
    if (meetsOneOf(avoided, least)) continue;
    for (const beginning of BEGINNINGS) {
      const found = numbered(least, beginning, new Set(taken), count, isFit);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Gives up when most numbers do not fit. */
function numbered(
  least: readonly string[],
  beginning: string,
  taken: Set<string>,
  count: number,
  isFit: (tags: readonly string[]) => boolean,
): readonly (readonly string[])[] | null {
  const found: (readonly string[])[] = [];
  for (let number = 1; found.length < count && number <= 2 * count + 20; number += 1) {
    const tags = filled(least, `${beginning}${number}`);
    if (!tags.every((tag) => isTag(tag) && !taken.has(tag)) || !isFit(tags)) continue;
    for (const tag of tags) taken.add(tag);
    found.push(tags);
  }
  return found.length < count ? null : found;
}

function filled(least: readonly string[], run: string): readonly string[] {
  return [...new Set(least.map((tag) => tag.replaceAll(ANY_RUN, run)))];
}
