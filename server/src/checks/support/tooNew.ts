import type { Fix } from '../../ecr/edits/change.ts';
import { raiseRequirement } from '../../module/versions/raise.ts';
import type { Release } from '../../module/versions/release.ts';
import { compareReleases, printRelease, releaseOf } from '../../module/versions/release.ts';
import type { Support } from '../../module/versions/support.ts';
import { supportByConstraints } from '../../module/versions/support.ts';
import type { VersionRequirement, WrittenConstraint } from '../../module/versions/versionRequirement.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, RelatedPlace } from '../check.ts';

/** A feature that a release introduced, and where it is used. */
export interface NeededFeature {
  readonly name: string;
  readonly since: string;
  /** The release to require. */
  readonly wanted: string;
  readonly place: Place;
  /** True when nothing else in the block matters without it. */
  readonly isWhole: boolean;
}

/**
 * The features to report: each feature that no admitted release has; of those that only some releases have, only the
 * newest, because raising the constraint for it covers the rest.
 */
export function tooNew(
  features: readonly NeededFeature[],
  requirement: VersionRequirement,
  supportFor: (first: Release) => Support | null,
  engine: 'Terraform' | 'OpenTofu' = 'Terraform',
): Finding[] {
  const judged = features
    .map((feature) => ({ feature, support: supportFor(releaseOf(feature.since)) }))
    .sort((one, other) => compareReleases(releaseOf(other.feature.since), releaseOf(one.feature.since)));
  const missing = judged.filter(({ support }) => support?.share === 'none');
  const whole = missing.find(({ feature }) => feature.isWhole);
  const told = whole !== undefined ? [whole] : missing;
  const doubtful = judged.find(({ support }) => support?.share === 'some');
  if (told.length === 0 && doubtful !== undefined) told.push(doubtful);
  return told.flatMap(({ feature, support }) => {
    // Everything else the block needs must be added in the same change.
    const wanted = (feature.isWhole ? missing[0]?.feature : undefined)?.wanted ?? feature.wanted;
    return support === null ? [] : [finding(feature, wanted, requirement, support, engine)];
  });
}

function finding(
  { name, since, place }: NeededFeature,
  wanted: string,
  requirement: VersionRequirement,
  support: Support,
  engine: string,
): Finding {
  const { constraints, subject } = requirement;
  const first = releaseOf(wanted);
  const related = relatedConstraints(requirement);
  const fixes = raiseFixes(requirement, first);
  const begin = `${name} was added in ${subject === 'provider' ? 'AWS provider' : engine} ${since}`;
  if (support.share === 'some') {
    const message = `${begin}, but ${quoted(constraints)} ${verb('admit', constraints)} older releases too, with which the plan fails. Ask for ${wanted} or newer.`;
    return { place, message, severity: 'hint', related, fixes };
  }
  const why =
    support.locked === null
      ? `no release that ${quoted(constraints)} ${verb('admit', constraints)} has it: the plan fails. Ask for ${wanted} or newer.`
      : `the lock file names ${printRelease(support.locked)}: the plan fails. ${upgradeAdvice(requirement, first)}`;
  return { place, message: `${begin}, and ${why}`, severity: 'error', related, fixes };
}

/** What to do when the lock file names a release that is too old. */
export function upgradeAdvice(requirement: VersionRequirement, first: Release): string {
  const mayUpgrade = supportByConstraints(requirement, first)?.share !== 'none';
  const ask = mayUpgrade ? 'Run' : `Ask for ${printRelease(first)} or newer and run`;
  return `${ask} init -upgrade.`;
}

/** The constraints as messages name them. */
export function quoted(constraints: readonly WrittenConstraint[]): string {
  const texts = constraints.map(({ text }) => `"${text.trim()}"`);
  return `the ${texts.length === 1 ? 'constraint' : 'constraints'} ${texts.join(' and ')}`;
}

/** The matching verb. */
export function verb(word: string, constraints: readonly WrittenConstraint[]): string {
  return constraints.length === 1 ? `${word}s` : word;
}

export function relatedConstraints({ constraints }: VersionRequirement): RelatedPlace[] {
  return constraints.map(({ source, expression }) => ({
    place: placeOf(source, expression),
    message: 'The constraint is here.',
  }));
}

/** Raises the constraints; the user chooses, because the release may bring other changes. */
export function raiseFixes(requirement: VersionRequirement, first: Release): Fix[] {
  const raised = raiseRequirement(requirement, first);
  const [one] = raised ?? [];
  if (raised === null || one === undefined) return [];
  const title = raised.length === 1 ? `Raise the constraint to "${one.text}"` : 'Raise the constraints';
  const changes = raised.map(({ constraint: { source, expression }, text }) => {
    const term = { kind: 'literal', value: text } as const;
    return { kind: 'replace-expression', source, expression, term } as const;
  });
  return [{ title, kind: 'choice', changes }];
}
