import { meetsRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { REPOSITORY_IMAGES } from '../../facts/repository/repositoryQuotas.ts';
import { largestOf } from '../../syntax/arrays.ts';
import type { Say } from '../../syntax/shown/say.ts';
import { inEnglish } from '../../syntax/shown/say.ts';
import { lifetimesOf } from './lifetimes.ts';
import type { PushStream } from './pushStream.ts';

/** The result for one stream. */
export interface StreamEnd {
  readonly stream: PushStream;
  /** The rule that claims its images once a newer one exists; null for none. */
  readonly claimedBy: SimulatedRule | null;
  /** The maximum number of images once the policy keeps up; Infinity when it never does. */
  readonly standard: number;
  readonly archived: number;
  /** Days from the push to the end; Infinity without an end. */
  readonly days: number;
  /** Why the images accumulate, or why nothing can be said (the numbers are then NaN); null when neither applies. */
  readonly gap: string | null;
}

export interface SteadyState {
  readonly streams: readonly StreamEnd[];
  /** For all streams; Infinity when some images are never deleted, NaN when nothing can be said. */
  readonly images: number;
  /** Null when a size is unknown. */
  readonly bytes: number | null;
  /** Days until the numbers stay as they are. */
  readonly settledAfter: number;
  /** Days until a new repository contains as many images as AWS allows; null when it never does. */
  readonly fullAfter: number | null;
}

/**
 * The number of images at which a policy settles when images are pushed regularly and none is pulled. Counted at the
 * fullest moment, directly before the daily run.
 */
export function steadyStateOf(
  rules: readonly SimulatedRule[],
  streams: readonly PushStream[],
  say: Say = inEnglish,
): SteadyState {
  const ends = lifetimesOf(rules, streams, say).map(({ stream, claimedBy, standard, archive, gap }): StreamEnd => {
    const newest = stream.perDay > 0 && keepsNewest(rules, stream) ? 1 : 0;
    return {
      stream,
      claimedBy,
      standard: Math.max(newest, imagesIn(stream, standard)),
      archived: imagesIn(stream, archive),
      days: standard + archive,
      gap,
    };
  });
  const images = sum(ends.map(({ standard, archived }) => standard + archived));
  const hasSizes = streams.every(({ bytes }) => bytes !== null);
  return {
    streams: ends,
    images,
    bytes: hasSizes ? sum(ends.map((end) => (end.standard + end.archived) * (end.stream.bytes ?? 0))) : null,
    settledAfter: largestOf(
      ends.map(({ stream, days }) => (stream.perDay > 0 ? days : 0)),
      0,
    ),
    fullAfter: images >= REPOSITORY_IMAGES ? daysUntil(ends, REPOSITORY_IMAGES) : null,
  };
}

/** The number of images this many days after the first push; NaN when unknown. */
export function imagesAfter({ streams }: SteadyState, days: number): number {
  return sum(streams.map(({ stream, standard, archived }) => Math.min(imagesIn(stream, days), standard + archived)));
}

/** How many images arrive in this many days; a part of an image counts as one. */
function imagesIn({ perDay }: PushStream, days: number): number {
  return perDay > 0 ? Math.ceil(perDay * days) : 0;
}

/** True when the image that has all tags of the stream is kept, however old, until a newer one has them. */
function keepsNewest(rules: readonly SimulatedRule[], { tags }: PushStream): boolean {
  const all = tags.map((tag) => tag.replaceAll('*', '1'));
  const own = rules.filter(({ storageClass }) => storageClass === 'standard');
  const claimant = own.find(({ requirement }) => meetsRequirement(requirement, all));
  return claimant === undefined || !countTypeFact(claimant.countType).countsDays;
}

/** The day on which the streams together have brought this many images that still exist. */
function daysUntil(ends: readonly StreamEnd[], images: number): number {
  const after = (days: number) => sum(ends.map((end) => end.stream.perDay * Math.min(days, end.days)));
  let [early, late] = [0, 1];
  while (after(late) < images && late < 1e9) late *= 2;
  while (late - early > 0.5) {
    const middle = (early + late) / 2;
    if (after(middle) < images) early = middle;
    else late = middle;
  }
  return Math.ceil(late);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
