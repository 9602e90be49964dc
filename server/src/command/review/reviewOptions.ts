import { readTime } from '../moments.ts';
import { oneOf, optional } from '../options.ts';
import { parse } from '../table/parseWords.ts';
import { FAIL_LEVELS, REVIEW, REVIEW_FORMATS } from '../table/reviewCommand.ts';
import { UsageError } from '../usage.ts';

export interface ReviewOptions {
  /** The file of the plan, `-` for standard input. */
  readonly plan: string;
  readonly images: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly format: (typeof REVIEW_FORMATS)[number];
  readonly failOn: (typeof FAIL_LEVELS)[number];
}

/** Reads the arguments of `review`; throws a `UsageError` with the mistake and what is allowed. */
export function readReviewOptions(words: readonly string[]): ReviewOptions {
  const { images, rest } = takeImages(words);
  const { values, positionals } = parse(rest, REVIEW);
  // A plan after the image files counts as the last of them.
  const isLast = positionals.length === 0 && images.length > 1;
  const [plan, second] = isLast ? images.splice(-1) : positionals;
  if (plan === undefined) throw new UsageError('review takes a PLAN.json, as terraform show -json prints it, or -');
  if (second !== undefined) throw new UsageError(`review takes one plan, not '${second}' as well`);
  if ([plan, ...images].filter((path) => path === '-').length > 1) {
    throw new UsageError('standard input can be used only once');
  }
  return {
    plan,
    images,
    now: readTime(optional(values['now'])),
    format: oneOf('--format', String(values['format']), REVIEW_FORMATS),
    failOn: oneOf('--fail-on', String(values['fail-on']), FAIL_LEVELS),
  };
}

/** Removes the image files: all words after `--images` up to the next option belong to it. */
function takeImages(words: readonly string[]) {
  const images: string[] = [];
  const rest: string[] = [];
  let into = rest;
  for (const [index, word] of words.entries()) {
    if (word === '--images') {
      if (words[index + 1] === undefined || words[index + 1]?.startsWith('--')) {
        throw new UsageError('--images takes FILE, what aws ecr describe-images prints');
      }
      into = images;
    } else if (word.startsWith('--images=')) {
      images.push(word.slice('--images='.length));
    } else {
      // After the value of another option a plan may follow.
      if (word.startsWith('--')) into = rest;
      into.push(word);
    }
  }
  return { images, rest };
}
