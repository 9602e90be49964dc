import { describe, expect, it } from 'vitest';
import type { ConstraintSubject } from '../../../../server/src/module/versions/constraint.ts';
import { admittedBy } from '../../../../server/src/module/versions/constraint.ts';
import { raiseConstraint } from '../../../../server/src/module/versions/raise.ts';
import { printRelease, readVersion, releaseOf } from '../../../../server/src/module/versions/release.ts';
import type { ReleaseSet } from '../../../../server/src/module/versions/releaseSet.ts';
import { contains, shareSince } from '../../../../server/src/module/versions/releaseSet.ts';

/** `5.0.0..6.0.0`, without its end; `none` for no release, `?` for unknown. */
function print(set: ReleaseSet | null): string {
  if (set === null) return '?';
  if (set.length === 0) return 'none';
  return set.map(({ from, to }) => `${printRelease(from)}..${to === null ? '' : printRelease(to)}`).join(' ');
}

describe('the releases that a constraint admits', () => {
  it.each([
    ['5.31.0', '5.31.0..5.31.1'],
    ['= 5.31.0', '5.31.0..5.31.1'],
    ['=5.31.0', '5.31.0..5.31.1'],
    ['= 5.31', '5.31.0..5.31.1'],
    ['5', '5.0.0..5.0.1'],
    ['!= 6.28.0', '0.0.0..6.28.0 6.28.1..'],
    ['!= 6', '0.0.0..6.0.0 6.0.1..'],
    ['> 5.0.0', '5.0.1..'],
    ['> 5', '5.0.1..'],
    ['> 5.31', '5.31.1..'],
    ['>= 5.0.0', '5.0.0..'],
    ['>= 5.0', '5.0.0..'],
    ['>= 5', '5.0.0..'],
    ['>=5', '5.0.0..'],
    ['>= 0', '0.0.0..'],
    ['< 6.0.0', '0.0.0..6.0.0'],
    ['< 6', '0.0.0..6.0.0'],
    ['< 0.0.0', 'none'],
    ['<= 5.99.1', '0.0.0..5.99.2'],
    ['<= 5', '0.0.0..5.0.1'],
    ['~> 5.0.1', '5.0.1..5.1.0'],
    ['~> 5.0.0', '5.0.0..5.1.0'],
    ['~> 5.0', '5.0.0..6.0.0'],
    ['~> 5.31', '5.31.0..6.0.0'],
    ['~>5.31', '5.31.0..6.0.0'],
    ['  ~> 5.31  ', '5.31.0..6.0.0'],
    ['>= 4.0, < 6.0', '4.0.0..6.0.0'],
    ['>= 4.0,< 6.0', '4.0.0..6.0.0'],
    ['>= 4.0 , < 6.0', '4.0.0..6.0.0'],
    ['>= 4.22.0, != 5.0.0', '4.22.0..5.0.0 5.0.1..'],
    ['~> 6.28.0, != 6.28.0', '6.28.1..6.29.0'],
    ['~> 6.0, >= 6.8.0', '6.8.0..7.0.0'],
    ['~> 5.0, ~> 6.0', 'none'],
    ['> 5.0.0, < 5.0.1', 'none'],
    ['= 5.0.0, != 5.0.0', 'none'],
    ['>= 5.0, != 5.1.0, != 5.2.0, < 5.3', '5.0.0..5.1.0 5.1.1..5.2.0 5.2.1..5.3.0'],
  ])('%s, for a provider and for Terraform', (constraint, expected) => {
    expect(print(admittedBy(constraint, 'provider'))).toBe(expected);
    expect(print(admittedBy(constraint, 'terraform'))).toBe(expected);
  });

  it.each<[ConstraintSubject, string, string]>([
    ['provider', '~> 5', '5.0.0..6.0.0'],
    ['terraform', '~> 1', '1.0.0..'],
    ['provider', '~> 0', '0.0.0..1.0.0'],
    ['terraform', '~> 0', '0.0.0..'],
    ['provider', '~> 6.0.0-beta1', '6.0.0..6.1.0'],
    ['provider', '>= 6.0.0-beta1', '6.0.0..'],
    ['provider', '> 6.0.0-beta1', '6.0.0..'],
    ['provider', '< 6.0.0-beta1', '0.0.0..6.0.0'],
    ['provider', '<= 6.0.0-beta1', '0.0.0..6.0.0'],
    ['provider', '!= 6.0.0-beta1', '0.0.0..'],
    ['provider', '= 6.0.0-beta1', '?'],
    ['provider', '6.0.0-beta1', '?'],
    ['provider', '>= 5.0, = 6.0.0-beta1', '?'],
    ['terraform', '~> 1.12.0-beta1', '?'],
    ['terraform', '>= 1.12.0-beta1', '?'],
    ['terraform', '!= 1.12.0-beta1', '?'],
    ['provider', '>=  5.0', '?'],
    ['terraform', '>=  1.5', '1.5.0..'],
    ['provider', '>= v5.0', '?'],
    ['terraform', '>= v1.5', '1.5.0..'],
  ])('%s %s', (subject, constraint, expected) => {
    expect(print(admittedBy(constraint, subject))).toBe(expected);
  });

  it.each([
    '',
    ' ',
    ',',
    '>= 5.0,',
    ', >= 5.0',
    'latest',
    '5.x',
    '5.*',
    '^5.0',
    '~5.0',
    '=> 5.0',
    '=< 5.0',
    '== 5.0',
    '>= 5.0 < 6.0',
    '>= 5.0 || >= 6.0',
    '5.0 - 6.0',
    '~> 5.0.0.0',
    '>= 5.',
    '>= .5',
    '>= 5..0',
    '>=',
    '>= 5.0.0+build',
    '>= -5',
    '>= 99999999999.0',
    '${var.version}',
  ])('are not known for %j', (constraint) => {
    expect(admittedBy(constraint, 'provider')).toBeNull();
    expect(admittedBy(constraint, 'terraform')).toBeNull();
  });
});

describe('a feature of 6.8.0', () => {
  it.each([
    ['~> 5.0', 'none'],
    ['~> 5', 'none'],
    ['< 6.8.0', 'none'],
    ['<= 6.7.9', 'none'],
    ['= 6.7.0', 'none'],
    ['~> 6.7.0', 'none'],
    ['>= 4.0, < 6.8', 'none'],
    ['~> 6.0', 'some'],
    ['~> 6', 'some'],
    ['>= 5.0', 'some'],
    ['<= 6.8.0', 'some'],
    ['>= 6.7.9', 'some'],
    ['!= 6.8.0', 'some'],
    ['>= 6.0, <= 6.8.0', 'some'],
    ['> 6.7.0', 'some'],
    ['6.8.0', 'all'],
    ['>= 6.8.0', 'all'],
    ['>= 6.8', 'all'],
    ['> 6.8.0', 'all'],
    ['~> 6.8', 'all'],
    ['~> 6.8.0', 'all'],
    ['~> 7.0', 'all'],
    ['>= 6.0, >= 6.8', 'all'],
    ['>= 6.7.0, != 6.7.0, > 6.7.9, ~> 6.8', 'all'],
    ['~> 5.0, ~> 6.0', null],
  ])('with %s: %s of the admitted releases have it', (constraint, share) => {
    expect(shareSince(admittedBy(constraint, 'provider') ?? [], releaseOf('6.8.0'))).toBe(share);
  });
});

describe('releases', () => {
  it('are in a set from its start to before its end', () => {
    const set = admittedBy('>= 5.0, != 5.31.0, < 6.0', 'provider') ?? [];
    const inside = ['4.99.9', '5.0.0', '5.30.9', '5.31.0', '5.31.1', '5.99.99', '6.0.0'].filter((text) =>
      contains(set, releaseOf(text)),
    );
    expect(inside).toEqual(['5.0.0', '5.30.9', '5.31.1', '5.99.99']);
  });

  it('are printed with as many numbers as are asked for, and no fewer than they need', () => {
    expect(printRelease([6, 8, 0])).toBe('6.8.0');
    expect(printRelease([6, 8, 0], 2)).toBe('6.8');
    expect(printRelease([6, 8, 0], 1)).toBe('6.8');
    expect(printRelease([6, 0, 0], 1)).toBe('6');
    expect(printRelease([6, 8, 1], 2)).toBe('6.8.1');
  });

  it('are told from pre-releases and from other texts', () => {
    expect(readVersion('6.0.0-beta1')).toEqual({ release: [6, 0, 0], isPrerelease: true, parts: 3 });
    expect(readVersion('6.0.0.0')).toBeNull();
    expect(() => releaseOf('6.0.0-beta1')).toThrow(RangeError);
  });
});

describe('a constraint raised to 6.8.0', () => {
  it.each([
    ['~> 5.0', '~> 6.8'],
    ['~> 5', '~> 6.8'],
    ['~>5.31', '~>6.8'],
    ['~> 5.31.0', '~> 6.8.0'],
    ['~> 6.0', '~> 6.8'],
    ['>= 5.0', '>= 6.8'],
    ['>= 5', '>= 6.8'],
    ['>= 5.31.0', '>= 6.8.0'],
    ['>=5.0', '>=6.8'],
    ['> 5.0', '>= 6.8'],
    ['5.31.0', '6.8.0'],
    ['= 5.31', '= 6.8.0'],
    ['>= 5.0, < 7.0', '>= 6.8, < 7.0'],
    ['>= 5.0,< 7.0', '>= 6.8, < 7.0'],
    ['< 7.0, >= 5.0', '< 7.0, >= 6.8'],
    ['>= 5.0, < 6.0', '>= 6.8'],
    ['~> 5.0, != 5.31.0', '~> 6.8, != 5.31.0'],
    ['>= 5.0, != 6.8.0', '>= 6.8, != 6.8.0'],
    ['= 5.0.0, != 6.8.0', '>= 6.8.0'],
    ['< 7.0', '>= 6.8.0, < 7.0'],
    ['< 6.0', '>= 6.8.0'],
    ['!= 5.0.0', '>= 6.8.0, != 5.0.0'],
    ['>= 5.0, ~> 5.31', '>= 6.8'],
  ])('%s becomes %s', (before, after) => {
    expect(raiseConstraint(before, 'provider', releaseOf('6.8.0'))).toBe(after);
  });

  it('goes up to a patch where there is one', () => {
    expect(raiseConstraint('~> 5.0', 'provider', releaseOf('6.8.1'))).toBe('~> 6.8.1');
    expect(raiseConstraint('>= 5.0', 'provider', releaseOf('6.8.1'))).toBe('>= 6.8.1');
  });
});
