import type { Release } from './release.ts';
import { FIRST_RELEASE, readVersion } from './release.ts';
import type { ReleaseSet } from './releaseSet.ts';
import { ALL_RELEASES, allBut, between, intersect, nextRelease } from './releaseSet.ts';

/**
 * The software that a constraint is about. Terraform reads the two with different libraries: for providers `~> 5` is
 * `>= 5.0.0, < 6.0.0`, for Terraform itself it has no upper bound. Compared with Terraform 1.11.4 on 2026-11-23.
 */
export type ConstraintSubject = 'provider' | 'terraform';

/** One term of a constraint, such as `~> 5.0`. */
export interface ConstraintTerm {
  readonly operator: '=' | '!=' | '>' | '>=' | '<' | '<=' | '~>';
  /** The operator as written; empty means `=`. */
  readonly written: string;
  readonly release: Release;
  /** The number of written parts of the release. */
  readonly parts: 1 | 2 | 3;
  readonly isPrerelease: boolean;
}

const TERM = /^\s*(=|!=|>=|<=|~>|>|<|)(\s*)(v?)(\S+)\s*$/;
const OPERATORS: readonly string[] = ['=', '!=', '>', '>=', '<', '<=', '~>'] satisfies ConstraintTerm['operator'][];

/** The terms of a constraint, all of which must be met; null for a text that Terraform rejects. */
export function readConstraint(text: string, subject: ConstraintSubject): readonly ConstraintTerm[] | null {
  const terms: ConstraintTerm[] = [];
  for (const part of text.split(',')) {
    const term = readTerm(part, subject);
    if (term === null) return null;
    terms.push(term);
  }
  return terms;
}

/**
 * The releases that a constraint allows. Pre-releases are left out, as Terraform does unless one is named; null when
 * one is named, and for a text that Terraform rejects.
 */
export function admittedBy(text: string, subject: ConstraintSubject): ReleaseSet | null {
  const terms = readConstraint(text, subject);
  if (terms === null) return null;
  let admitted = ALL_RELEASES;
  for (const term of terms) {
    const releases = releasesOf(term, subject);
    if (releases === null) return null;
    admitted = intersect(admitted, releases);
  }
  return admitted;
}

function readTerm(text: string, subject: ConstraintSubject): ConstraintTerm | null {
  const [, written = '', space = '', prefix = '', number = ''] = TERM.exec(text) ?? [];
  const version = readVersion(number);
  if (version === null) return null;
  // One library accepts what the other rejects.
  if (subject === 'provider' ? prefix !== '' || space.length > 1 : version.isPrerelease) return null;
  const operator = written === '' ? '=' : written;
  return isOperator(operator) ? { operator, written, ...version } : null;
}

function isOperator(text: string): text is ConstraintTerm['operator'] {
  return OPERATORS.includes(text);
}

/** The releases that one term allows; a pre-release comes directly before its release. */
function releasesOf(term: ConstraintTerm, subject: ConstraintSubject): ReleaseSet | null {
  const { operator, release, isPrerelease } = term;
  const after = isPrerelease ? release : nextRelease(release);
  switch (operator) {
    case '=':
      return isPrerelease ? null : between(release, after);
    case '!=':
      return isPrerelease ? ALL_RELEASES : allBut(release);
    case '>':
      return between(after, null);
    case '>=':
      return between(release, null);
    case '<':
      return between(FIRST_RELEASE, release);
    case '<=':
      return between(FIRST_RELEASE, after);
    case '~>':
      return between(release, pessimisticEnd(term, subject));
  }
}

function pessimisticEnd({ release, parts }: ConstraintTerm, subject: ConstraintSubject): Release | null {
  const [major, minor] = release;
  if (parts === 3) return [major, minor + 1, 0];
  return parts === 1 && subject === 'terraform' ? null : [major + 1, 0, 0];
}
