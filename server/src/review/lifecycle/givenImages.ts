import type { Image } from '../../simulate/input/image.ts';
import type { Comparison, VerdictChange } from '../../simulate/run/comparison.ts';
import { compare } from '../../simulate/run/comparison.ts';
import { simulate } from '../../simulate/run/simulateRun.ts';
import type { ImageCounts } from '../findings/finding.ts';
import type { RulesChange } from './differenceWords.ts';

/** The images of repositories, and the moment at which policies run on them. */
export interface GivenImages {
  /** By the repository's name; the empty name for those whose input names none. */
  readonly byRepository: ReadonlyMap<string, readonly Image[]>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The maximum number of listed examples. */
const MOST_EXAMPLES = 5;

/** The images of a repository; images without a repository name belong to the only repository that has any. */
export function imagesIn({ byRepository }: GivenImages, repository: string | null): readonly Image[] | null {
  const named = repository === null ? undefined : byRepository.get(repository);
  if (named !== undefined) return named;
  return byRepository.size === 1 ? (byRepository.get('') ?? null) : null;
}

/** The effect of changed rules on the images of a repository; null when no images were given. */
export function countImages(given: GivenImages, repository: string | null, rules: RulesChange): ImageCounts | null {
  const images = imagesIn(given, repository);
  if (images === null) return null;
  const run = (side: RulesChange['before']) => simulate(side, images, given.now);
  return countsOf(compare(run(rules.before), run(rules.after)));
}

function countsOf({ newlyExpired, newlyArchived, newlyKept }: Comparison): ImageCounts {
  const changed = [...newlyExpired, ...newlyArchived, ...newlyKept];
  return {
    expire: newlyExpired.length,
    archive: newlyArchived.length,
    keep: newlyKept.length,
    examples: changed.slice(0, MOST_EXAMPLES).map(nameOf),
  };
}

function nameOf({ after: { image } }: VerdictChange): string {
  return image.tags.length > 0 ? image.tags.join(', ') : image.digest;
}
