import type { PushStream } from '../../simulate/time/pushStream.ts';
import { readTime } from '../moments.ts';
import { oneOf, oneSource, optional, wholeNumber } from '../options.ts';
import { parse } from '../table/parseWords.ts';
import { SIMULATE } from '../table/policyCommands.ts';
import { UsageError } from '../usage.ts';
import type { SimulateOptions } from './runSimulate.ts';

/** The longest period that the schedule covers. */
const MOST_DAYS = 3650;

/** Reads the arguments of `simulate`; throws a `UsageError` with the mistake and what is allowed. */
export function readSimulateOptions(words: readonly string[]): SimulateOptions {
  const { values, positionals } = parse(words, SIMULATE);
  const compares = values['compare'] === true;
  const format = oneOf('--format', String(values['format']), ['text', 'json', 'html'] as const);
  if (compares && format !== 'text') throw new UsageError('--compare prints text only');
  const days = wholeNumber('--days', String(values['days']));
  if (days > MOST_DAYS) throw new UsageError(`--days takes at most ${MOST_DAYS}, not '${days}'`);
  const images = optional(values['images']);
  const manifests = optional(values['manifests']);
  if (manifests !== null && images === null) throw new UsageError('--manifests adds to --images: give both');
  const sources = compares ? twoSources(positionals) : [oneSource('simulate', positionals)];
  if ([...sources, images, manifests].filter((path) => path === '-').length > 1) {
    throw new UsageError('standard input can be used only once');
  }
  return {
    sources,
    compares,
    images,
    manifests,
    now: readTime(optional(values['now'])),
    format,
    days,
    pushes: [values['push'] ?? []].flat().map(String).map(readPush),
  };
}

function twoSources(sources: readonly string[]): readonly string[] {
  if (sources.length !== 2) throw new UsageError('--compare takes two sources, OLD and NEW');
  return sources;
}

/** `10:sha-*,latest`: ten images a day, each with these tags; no tag for untagged images. */
function readPush(text: string): PushStream {
  const [, number = '', tags = ''] = /^(\d{1,6}(?:\.\d{1,4})?):(.*)$/.exec(text) ?? [];
  if (number === '') throw new UsageError(`--push takes N:TAG,…, such as 10:sha-*,latest, not '${text}'`);
  return { perDay: Number(number), tags: tags.split(',').filter((tag) => tag !== ''), bytes: null };
}
