import { listed } from '../../ecr/sentenceParts.ts';
import type { PlanChange } from '../plan/plan.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import type { Mutability, RepositoryType } from './repositoryFacts.ts';
import { isForced, mutabilityIn, repositoryTypeOf, scansOnPush } from './repositoryFacts.ts';
import { isSensitive, isUnknown } from './sensitiveParts.ts';
import type { WildcardSet } from './wildcardSets.ts';
import { hasMore } from './wildcardSets.ts';

const FILTER_ARGUMENTS = ['image_tag_mutability_exclusion_filter', 'image_tag_mutability_exclusion_filters'];

/** What a repository that stays, or is replaced, newly allows or no longer allows. */
export function settingFindings(change: PlanChange): readonly Finding[] {
  const type = repositoryTypeOf(change.type);
  const isChanged = change.action === 'update' || change.action === 'replace';
  if (type === undefined || !isChanged || change.before === null || change.after === null) return [];
  return [...mutabilityFindings(change, type), ...scanningFindings(change, type), ...forceFindings(change, type)];
}

function isComparable(change: PlanChange, names: readonly string[]): boolean {
  return names.every((name) => !isSensitive(change, name) && !isUnknown(change, name));
}

function mutabilityFindings(change: PlanChange, { isPublic }: RepositoryType): readonly Finding[] {
  if (isPublic || !isComparable(change, ['image_tag_mutability', ...FILTER_ARGUMENTS])) return [];
  const [before, after] = [mutabilityIn(change.before), mutabilityIn(change.after)];
  const [overwritable, overwritableNow] = [overwritableBy(before), overwritableBy(after)];
  const because = [`Before: ${mutabilityWords(before)}. After: ${mutabilityWords(after)}.`];
  const found: Finding[] = [];
  if (hasMore(overwritableNow, overwritable)) {
    const message =
      'Tags that could not be overwritten can be now: a push may point a tag that is in use at another image.';
    found.push(finding(change.address, 'setting-loosened', 'warning', message, { because }));
  }
  if (hasMore(overwritable, overwritableNow)) {
    const message = 'Tags that could be overwritten no longer can be: a second push of one of them is refused.';
    found.push(finding(change.address, 'setting-tightened', 'info', message, { because }));
  }
  return found;
}

/** The tags that can be overwritten: those that filters name, or all others. */
function overwritableBy({ mode, filters }: Mutability): WildcardSet {
  switch (mode) {
    case 'IMMUTABLE':
      return { patterns: [], isNegated: false };
    case 'IMMUTABLE_WITH_EXCLUSION':
      return { patterns: filters, isNegated: false };
    case 'MUTABLE_WITH_EXCLUSION':
      return { patterns: filters, isNegated: true };
    default:
      return { patterns: [], isNegated: true };
  }
}

function mutabilityWords({ mode, filters }: Mutability): string {
  const except = filters.length === 0 ? '' : ` except ${listed(filters)}`;
  return `${mode.startsWith('IMMUTABLE') ? 'tags cannot be overwritten' : 'tags can be overwritten'}${mode.endsWith('EXCLUSION') ? except : ''}`;
}

function scanningFindings(change: PlanChange, { isPublic }: RepositoryType): readonly Finding[] {
  if (isPublic || !isComparable(change, ['image_scanning_configuration'])) return [];
  const [before, after] = [scansOnPush(change.before), scansOnPush(change.after)];
  if (before === after) return [];
  return after
    ? [finding(change.address, 'setting-tightened', 'info', 'Images are scanned when they are pushed from now on.')]
    : [
        finding(
          change.address,
          'setting-loosened',
          'warning',
          'Images are no longer scanned when they are pushed, unless the scanning configuration of the registry covers the repository.',
        ),
      ];
}

function forceFindings(change: PlanChange, type: RepositoryType): readonly Finding[] {
  if (type.force === '' || !isComparable(change, [type.force])) return [];
  const [before, after] = [isForced(type, change.before), isForced(type, change.after)];
  if (before === after) return [];
  const message = after
    ? `${type.force} is switched on: a later destroy or replacement deletes the repository with all its images.`
    : `${type.force} is switched off: AWS refuses to delete the repository while it holds images.`;
  return [
    finding(change.address, after ? 'setting-loosened' : 'setting-tightened', after ? 'warning' : 'info', message),
  ];
}
