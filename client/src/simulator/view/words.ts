import { printBytes, printCount } from '../../../../server/src/simulate/amounts.ts';
import type { Verdict } from '../../../../server/src/simulate/run/outcome.ts';
import { reasonOf } from '../../../../server/src/simulate/run/reason.ts';
import { DAY, isoDate } from '../../../../server/src/simulate/time/clock.ts';
import type { Count } from './controls/moment.ts';
import type { Mark, Scene } from './picture/scene.ts';

/** The date of a day from now, without the time. */
export function dateOn(now: number, day: number): string {
  return isoDate(now + day * DAY).slice(0, 10);
}

/** What becomes of the images by a day, as one sentence. */
export function totalInWords(count: Count, now: number, day: number): string {
  const parts = [
    count.expire > 0 || count.archive === 0
      ? day === 0
        ? printCount(count.expire, 'image expires', 'images expire')
        : `${printCount(count.expire, 'image')} expired`
      : '',
    count.archive > 0
      ? `${day === 0 ? printCount(count.archive, 'goes to', 'go to') : `${count.archive.toLocaleString('en')} in`} the archive`
      : '',
    day === 0 ? printCount(count.keep, 'stays', 'stay') : `${count.keep.toLocaleString('en')} left`,
    count.unknown > 0 ? `${count.unknown.toLocaleString('en')} not known` : '',
  ].filter((part) => part !== '');
  const freed = count.bytesFreed > 0 ? `, ${printBytes(count.bytesFreed)} freed` : '';
  const moment = day === 0 ? 'With the next run' : `By ${dateOn(now, day)}, if nothing is pushed or pulled`;
  return `${moment}: ${parts.join(', ')}${freed}.`;
}

/** What an image is called: its tags, else the beginning of its digest. */
export function nameOf({ outcome }: Mark): string {
  const { tags, digest } = outcome.image;
  return tags.length > 0 ? tags.join(', ') : `${digest.slice(0, 19)} (untagged)`;
}

/** When the policy acts on an image, and how; `now` is the moment of the simulation. */
export function whenOf({ events, outcome }: Mark, now: number): string {
  if (outcome.verdict === 'unknown') return 'not known';
  const [first, second] = events;
  if (first === undefined) return '–';
  const when = first.day === 0 ? 'next run' : dateOn(now, first.day);
  return second === undefined ? when : `${when}, gone ${dateOn(now, second.day)}`;
}

/** All that is known of an image's fate, a line each. */
export function linesOf(mark: Mark, { simulation, comparison }: Scene): string[] {
  const { image } = mark.outcome;
  const date = (name: string, time: number | null) => (time === null ? [] : [`${name} ${isoDate(time)}`]);
  return [
    verdictInWords(mark.outcome.verdict),
    reasonOf(mark.outcome, simulation.now),
    mark.runs.length === 0 ? [] : `It runs in ${mark.runs.join(', ')}.`,
    mark.before === null || comparison === null ? [] : `The compared text: ${verdictInWords(mark.before)}.`,
    [
      image.bytes === null ? [] : printBytes(image.bytes),
      date('pushed', image.pushedAt),
      date('pulled', image.pulledAt),
      date('archived', image.archivedAt),
    ]
      .flat()
      .join(', '),
    image.digest,
  ]
    .flat()
    .filter((line) => line !== '');
}

/** A verdict as a word of the table. */
export function verdictInWords(verdict: Verdict): string {
  return verdict === 'unknown' ? 'not known' : verdict;
}

/** What the compared text changes, as one sentence. */
export function changesInWords({ comparison }: Scene, name: string): string {
  if (comparison === null) return '';
  const { newlyExpired, newlyArchived, newlyKept, newlyUnknown } = comparison;
  const parts = [
    [newlyExpired.length, 'would newly expire'],
    [newlyArchived.length, 'would newly go to the archive'],
    [newlyKept.length, 'would now stay'],
    [newlyUnknown.length, 'would no longer be known'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, does]) => `${printCount(count, 'image')} ${does}`);
  return told.length === 0
    ? `Nothing changes against the ${name} text.`
    : `Against the ${name} text ${told.join(', ')}.`;
}
