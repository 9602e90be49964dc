import { printBytes, printCount } from '../../simulate/amounts.ts';
import type { Comparison, VerdictChange } from '../../simulate/run/comparison.ts';
import type { Outcome } from '../../simulate/run/outcome.ts';
import { reasonOf } from '../../simulate/run/reason.ts';
import { printable } from '../../syntax/shown/printable.ts';
import { printColumns } from '../columns.ts';
import { nameOf, printTotals } from './simulationText.ts';

/** Beyond this number, images of one kind of change are only counted. */
const MOST_ROWS = 200;

/** What another policy changes, for people: each image that it treats differently, and the reason. */
export function printTextComparison({ before, after, ...changes }: Comparison): string {
  const { newlyExpired, newlyArchived, newlyKept, newlyUnknown } = changes;
  const parts = [
    printChanges('newly expired', newlyExpired, before.now),
    printChanges('newly archived', newlyArchived, before.now),
    printChanges('no longer expired or archived', newlyKept, before.now),
    printChanges('no longer known', newlyUnknown, before.now),
  ].filter((lines) => lines.length > 0);
  if (parts.length === 0) parts.push(['The two policies do the same to these images.']);
  parts.push([`Before: ${printTotals(before.totals)}`, `After: ${printTotals(after.totals)}`]);
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function printChanges(what: string, changes: readonly VerdictChange[], now: number): string[] {
  if (changes.length === 0) return [];
  const bytes = changes.reduce((total, { after }) => total + (after.image.bytes ?? 0), 0);
  const size = bytes > 0 ? ` (${printBytes(bytes)})` : '';
  const rows = printColumns(changes.slice(0, MOST_ROWS).map(({ after }) => ['', ...rowOf(after, now)]));
  const rest = changes.length > MOST_ROWS ? [`  … and ${changes.length - MOST_ROWS} more`] : [];
  return [`${printCount(changes.length, 'image')} ${what}${size}:`, ...rows, ...rest];
}

function rowOf(outcome: Outcome, now: number): string[] {
  return [printable(nameOf(outcome)), printable(reasonOf(outcome, now))];
}
