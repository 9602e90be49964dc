import { printBytes, printCount } from '../../simulate/amounts.ts';
import { isoDate } from '../../simulate/time/clock.ts';
import type { ScheduledRun } from '../../simulate/time/schedule.ts';
import type { SteadyState, StreamEnd } from '../../simulate/time/steadyState.ts';
import { printable } from '../../syntax/shown/printable.ts';
import { printColumns } from '../columns.ts';
import { nameOf } from './simulationText.ts';

/** Beyond this number, images of one day are only counted. */
const MOST_NAMES = 5;

/** The coming days for people, one line for each day on which images are deleted. */
export function printTextSchedule(runs: readonly ScheduledRun[], days: number): string {
  if (runs.length === 0) return `Nothing is deleted or archived in the next ${printCount(days, 'day')}.`;
  return printColumns(
    runs.flatMap(({ at, acted }) =>
      (['expire', 'archive'] as const).flatMap((verdict): string[][] => {
        const own = acted.filter((outcome) => outcome.verdict === verdict);
        if (own.length === 0) return [];
        const names = own.slice(0, MOST_NAMES).map((outcome) => printable(nameOf(outcome)));
        const rest = own.length > MOST_NAMES ? ` and ${own.length - MOST_NAMES} more` : '';
        return [[isoDate(at).slice(0, 10), verdict, printCount(own.length, 'image'), names.join('; ') + rest]];
      }),
    ),
  ).join('\n');
}

/** The long-term result of regular pushes, for people: one line for each stream, then the sum. */
export function printTextSteadyState(state: SteadyState): string {
  return [...printColumns(state.streams.map(rowOf)), '', printEnd(state)].join('\n');
}

function rowOf({ stream, claimedBy, standard, archived, gap }: StreamEnd): string[] {
  const pushed = `${stream.perDay} a day tagged ${stream.tags.join(', ') || 'nothing'}`;
  const rule = claimedBy === null ? 'no rule' : `rule ${claimedBy.priority}`;
  const end = archived > 0 ? `${amount(standard)} and ${amount(archived)} in the archive` : amount(standard);
  return [printable(pushed), rule, gap === null ? end : `${end}: ${printable(gap)}`];
}

function amount(images: number): string {
  if (Number.isNaN(images)) return 'not known';
  return images === Number.POSITIVE_INFINITY ? 'without end' : printCount(images, 'image');
}

function printEnd({ images, bytes, settledAfter, fullAfter }: SteadyState): string {
  const full =
    fullAfter === null
      ? ''
      : ` The repository is full, at the number of images that AWS allows, after ${printCount(fullAfter, 'day')}.`;
  if (Number.isNaN(images)) return 'How many images there will be is not known.';
  if (images === Number.POSITIVE_INFINITY) return `The number of images grows without limit.${full}`;
  const size = bytes === null || bytes === 0 ? '' : ` (${printBytes(bytes)})`;
  return `The policy settles at ${printCount(images, 'image')}${size} after ${printCount(Math.ceil(settledAfter), 'day')}.${full}`;
}
