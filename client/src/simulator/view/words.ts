import { printBytes } from '../../../../server/src/simulate/amounts.ts';
import type { Verdict } from '../../../../server/src/simulate/run/outcome.ts';
import { reasonOf } from '../../../../server/src/simulate/run/reason.ts';
import { DAY, isoDate } from '../../../../server/src/simulate/time/clock.ts';
import type { BaselineChoice } from '../messages.ts';
import type { Count } from './controls/moment.ts';
import { counted, t } from './language.ts';
import type { Mark, Scene } from './picture/scene.ts';

/** The date of a day from now, without the time. */
export function dateOn(now: number, day: number): string {
  return isoDate(now + day * DAY).slice(0, 10);
}

/** The fate of the images by a day, as one sentence. */
export function totalInWords(count: Count, now: number, day: number): string {
  const parts = (day === 0 ? coming(count) : gone(count)).filter((part) => part !== '');
  const unknown = count.unknown > 0 ? [t('{0} not known', count.unknown)] : [];
  const freed = count.bytesFreed > 0 ? [t('{0} freed', printBytes(count.bytesFreed))] : [];
  const said = [...parts, ...unknown, ...freed].join(', ');
  return day === 0
    ? t('With the next run: {0}.', said)
    : t('By {0}, if nothing is pushed or pulled: {1}.', dateOn(now, day), said);
}

function coming({ expire, archive, keep }: Count): string[] {
  return [
    expire > 0 || archive === 0 ? counted(expire, '{0} image expires', '{0} images expire') : '',
    archive > 0 ? counted(archive, '{0} goes to the archive', '{0} go to the archive') : '',
    counted(keep, '{0} stays', '{0} stay'),
  ];
}

function gone({ expire, archive, keep }: Count): string[] {
  return [
    expire > 0 || archive === 0 ? counted(expire, '{0} image expired', '{0} images expired') : '',
    archive > 0 ? t('{0} in the archive', archive) : '',
    t('{0} left', keep),
  ];
}

/** An image's name: its tags, else the beginning of its digest. */
export function nameOf({ outcome }: Mark): string {
  const { tags, digest } = outcome.image;
  return tags.length > 0 ? tags.join(', ') : t('{0} (untagged)', digest.slice(0, 19));
}

/** When the policy acts on an image, and how; `now` is the moment of the simulation. */
export function whenOf({ events, outcome }: Mark, now: number): string {
  if (outcome.verdict === 'unknown') return t('not known');
  const [first, second] = events;
  if (first === undefined) return '–';
  const when = first.day === 0 ? t('next run') : dateOn(now, first.day);
  return second === undefined ? when : t('{0}, gone {1}', when, dateOn(now, second.day));
}

/** Everything known about an image's fate, one line each. */
export function linesOf(mark: Mark, { simulation, comparison }: Scene): string[] {
  const { image } = mark.outcome;
  const facts = [
    image.bytes === null ? '' : printBytes(image.bytes),
    image.pushedAt === null ? '' : t('pushed {0}', isoDate(image.pushedAt)),
    image.pulledAt === null ? '' : t('pulled {0}', isoDate(image.pulledAt)),
    image.archivedAt === null ? '' : t('archived {0}', isoDate(image.archivedAt)),
  ];
  return [
    verdictInWords(mark.outcome.verdict),
    reasonOf(mark.outcome, simulation.now, t),
    mark.runs.length === 0 ? '' : t('It runs in {0}.', mark.runs.join(', ')),
    mark.before === null || comparison === null ? '' : t('The compared text: {0}.', verdictInWords(mark.before)),
    facts.filter((fact) => fact !== '').join(', '),
    image.digest,
  ].filter((line) => line !== '');
}

/** A verdict as a word of the table. */
export function verdictInWords(verdict: Verdict): string {
  switch (verdict) {
    case 'expire':
      return t('expire');
    case 'archive':
      return t('archive');
    case 'keep':
      return t('keep');
    case 'unknown':
      return t('not known');
  }
}

/** The changes by the compared text, as one sentence. */
export function changesInWords({ comparison }: Scene, choice: BaselineChoice): string {
  if (comparison === null) return '';
  const { newlyExpired, newlyArchived, newlyKept, newlyUnknown } = comparison;
  const said = [
    counted(newlyExpired.length, '{0} image would newly expire', '{0} images would newly expire'),
    counted(
      newlyArchived.length,
      '{0} image would newly go to the archive',
      '{0} images would newly go to the archive',
    ),
    counted(newlyKept.length, '{0} image would now stay', '{0} images would now stay'),
    counted(newlyUnknown.length, '{0} image would no longer be known', '{0} images would no longer be known'),
  ].filter((_, index) => [newlyExpired, newlyArchived, newlyKept, newlyUnknown][index]?.length !== 0);
  if (said.length === 0) return nothingChanges(choice);
  const changes = said.join(', ');
  switch (choice) {
    case 'opened':
      return t('Against the text when this view opened {0}.', changes);
    case 'saved':
      return t('Against the saved text {0}.', changes);
    case 'committed':
      return t('Against the committed text {0}.', changes);
    case 'earlier':
    case 'none':
      return t('Against the earlier text {0}.', changes);
  }
}

function nothingChanges(choice: BaselineChoice): string {
  switch (choice) {
    case 'opened':
      return t('Nothing changes against the text when this view opened.');
    case 'saved':
      return t('Nothing changes against the saved text.');
    case 'committed':
      return t('Nothing changes against the committed text.');
    case 'earlier':
    case 'none':
      return t('Nothing changes against the earlier text.');
  }
}
