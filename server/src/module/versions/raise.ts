import type { ConstraintSubject, ConstraintTerm } from './constraint.ts';
import { admittedBy, readConstraint } from './constraint.ts';
import type { Release } from './release.ts';
import { printRelease } from './release.ts';
import type { ReleaseSet } from './releaseSet.ts';
import { intersect, shareSince } from './releaseSet.ts';
import type { VersionRequirement, WrittenConstraint } from './versionRequirement.ts';

/** A constraint and its replacement. */
export interface RaisedConstraint {
  readonly constraint: WrittenConstraint;
  readonly text: string;
}

/**
 * The constraint for a release and newer ones only, written as much like the old one as possible: `~> 5.0` becomes `~>
 * 6.8`, `>= 5.0, < 7.0` becomes `>= 6.8, < 7.0`. If an upper bound is in the way, only the lower one remains.
 */
export function raiseConstraint(text: string, subject: ConstraintSubject, first: Release): string {
  const terms = readConstraint(text, subject) ?? [];
  const index = terms.findIndex(({ operator }) => LOWER_ENDS.includes(operator));
  const parts = text.split(',').map((part) => part.trim());
  const lower = terms[index];
  if (lower === undefined) parts.unshift(`>= ${printRelease(first)}`);
  else parts[index] = raiseTerm(lower, parts[index] ?? '', first);
  const raised = parts.join(', ');
  return shareSince(admittedBy(raised, subject) ?? [], first) === 'all'
    ? raised
    : `>= ${printRelease(first, lower?.parts)}`;
}

/**
 * The constraints to change so that a requirement allows a release and newer ones only: those that do not allow it, or
 * else the first. Null when there is none to change, or when no change helps.
 */
export function raiseRequirement(
  { subject, constraints }: VersionRequirement,
  first: Release,
): readonly RaisedConstraint[] | null {
  const [earliest] = constraints;
  const refusing = constraints.filter(({ releases }) => shareSince(releases, first) === 'none');
  const chosen = refusing.length === 0 && earliest !== undefined ? [earliest] : refusing;
  const raised = chosen.map((constraint) => ({
    constraint,
    text: raiseConstraint(constraint.text, subject, first),
  }));
  const sets = constraints.map((constraint) => {
    const change = raised.find((one) => one.constraint === constraint);
    return change === undefined ? constraint.releases : (admittedBy(change.text, subject) ?? []);
  });
  const admitted = sets.reduce<ReleaseSet | null>((set, one) => (set === null ? one : intersect(set, one)), null);
  return admitted !== null && shareSince(admitted, first) === 'all' ? raised : null;
}

const LOWER_ENDS: readonly ConstraintTerm['operator'][] = ['=', '>', '>=', '~>'];

function raiseTerm({ operator, parts }: ConstraintTerm, written: string, first: Release): string {
  const [, sign = '', space = ''] = /^([=<>!~]*)(\s*)/.exec(written) ?? [];
  if (operator === '=') return `${sign}${space}${printRelease(first)}`;
  if (operator === '~>') return `~>${space}${printRelease(first, parts === 3 ? 3 : 2)}`;
  return `>=${space}${printRelease(first, parts)}`;
}
