import { listed } from '../../ecr/sentenceParts.ts';
import { hasMore } from '../findings/wildcardSets.ts';
import { listOf, textOf } from '../plan/jsonValues.ts';
import type { Meaning, Sides } from './registryChange.ts';

const FREQUENCIES = ['CONTINUOUS_SCAN', 'SCAN_ON_PUSH'] as const;

type Frequency = (typeof FREQUENCIES)[number];

const WORDS: Readonly<Record<Frequency, string>> = {
  CONTINUOUS_SCAN: 'continuously',
  SCAN_ON_PUSH: 'when they are pushed',
};

/** The effects on the scanning configuration of a registry. */
export function scanningMeaning({ before, after }: Sides): Meaning | null {
  const because = typeWords(before, after);
  const lost = FREQUENCIES.filter((frequency) => stops(before, after, frequency));
  const won = FREQUENCIES.filter((frequency) => stops(after, before, frequency));
  if (lost.length > 0) {
    const how = listed(
      lost.map((frequency) => WORDS[frequency]),
      'or',
    );
    return {
      message: `Images of some repositories are no longer scanned ${how}.`,
      stops: true,
      because: [...because, sideWords('Before', before), sideWords('After', after)],
    };
  }
  if (textOf(before, 'scan_type') === 'ENHANCED' && textOf(after, 'scan_type') !== 'ENHANCED') {
    return {
      message:
        'Amazon Inspector no longer scans the registry: packages of programming languages are no longer scanned.',
      stops: true,
    };
  }
  if (won.length === 0) return because.length === 0 ? null : { message: because.join(' '), stops: false };
  const how = listed(won.map((frequency) => WORDS[frequency]));
  return {
    message: `Images of more repositories are scanned ${how}.`,
    stops: false,
    because: [...because, sideWords('After', after)],
  };
}

function typeWords(before: Sides['before'], after: Sides['after']): readonly string[] {
  const [old, now] = [before, after].map((values) => textOf(values, 'scan_type') ?? 'BASIC');
  if (old === now) return [];
  return now === 'ENHANCED'
    ? ['Amazon Inspector scans the registry from now on, and bills it.']
    : ['Scanning becomes basic.'];
}

/** True when a repository is scanned this way on one side but not on the other. */
function stops(one: Sides['before'], other: Sides['before'], frequency: Frequency): boolean {
  // Continuous scanning starts when an image is pushed.
  const atLeast = frequency === 'SCAN_ON_PUSH' ? [...FREQUENCIES] : [frequency];
  return hasMore(
    { patterns: filtersOf(one, [frequency]), isNegated: false },
    { patterns: filtersOf(other, atLeast), isNegated: false },
  );
}

function filtersOf(values: Sides['before'], frequencies: readonly string[]): readonly string[] {
  const rules = [...listOf(values, 'rule'), ...listOf(values, 'rules')];
  return rules
    .filter((rule) => frequencies.includes(textOf(rule, 'scan_frequency') ?? ''))
    .flatMap((rule) => [...listOf(rule, 'repository_filter'), ...listOf(rule, 'repository_filters')])
    .map((filter) => asPattern(textOf(filter, 'filter') ?? ''));
}

/** A filter without a wildcard matches every name that contains it. */
function asPattern(filter: string): string {
  return filter.includes('*') ? filter : `*${filter}*`;
}

function sideWords(name: string, values: Sides['before']): string {
  const parts = FREQUENCIES.flatMap((frequency) => {
    const filters = filtersOf(values, [frequency]);
    return filters.length === 0 ? [] : [`${WORDS[frequency]}: ${listed(filters)}`];
  });
  return `${name}: ${parts.length === 0 ? 'nothing is scanned by itself' : parts.join('; ')}.`;
}
