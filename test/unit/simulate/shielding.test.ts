import { describe, expect, it } from 'vitest';
import {
  deathInWords,
  shieldingInWords,
  shieldingOf,
} from '../../../server/src/ecr/documents/lifecycle/claims/shielding.ts';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { rule } from './support.ts';

const tagged = (priority: number, ...patterns: string[]) => rule(priority, patterns, 'imageCountMoreThan', 5);
const untagged = (priority: number) => rule(priority, [], 'sinceImagePushed', 14);
const any = (priority: number) => rule(priority, null, 'imageCountMoreThan', 30);
const archived = (priority: number) => rule(priority, null, 'sinceImageTransitioned', 90);

/** Each rule and what it shields, as `2: 3 all, 4 shared`; or why it never acts. */
function told(rules: readonly SimulatedRule[]): string[] {
  return shieldingOf(rules).map(({ rule: { priority }, shields, death }) => {
    if (death?.kind === 'no-such-tag') return `${priority}: no tag ${death.entry.text}`;
    if (death !== null) return `${priority}: dead by ${death.by.map((other) => other.priority).join(' ')}`;
    return `${priority}: ${shields.map(({ from, images }) => `${from.priority} ${images}`).join(', ')}`;
  });
}

function inWords(rules: readonly SimulatedRule[]): (string | null)[] {
  return shieldingOf(rules).map((shielding) =>
    shielding.death === null ? shieldingInWords(shielding) : deathInWords(shielding.death, shielding.rule),
  );
}

describe('what a rule shields its images from', () => {
  it('are later rules of its storage class that would select them', () => {
    expect(told([untagged(1), any(2)])).toEqual(['1: 2 all', '2: ']);
    expect(told([any(9), untagged(2), tagged(3, 'v*')])).toEqual(['9: ', '2: 9 all', '3: 9 all']);
    expect(told([tagged(1, 'v*'), archived(2)])).toEqual(['1: ', '2: ']);
    expect(told([tagged(1, 'v1*'), untagged(2), tagged(3, 'v*'), any(4)])).toEqual([
      '1: 3 all, 4 all',
      '2: 4 all',
      '3: 4 all',
      '4: ',
    ]);
  });

  it('are only images with the tags of both, where neither list is part of the other', () => {
    expect(told([tagged(1, 'dev-*'), tagged(2, 'v*')])).toEqual(['1: 2 shared', '2: ']);
    expect(told([tagged(1, 'v*', 'x*'), tagged(2, 'v*')])).toEqual(['1: 2 all', '2: ']);
  });

  it('are no rules that never act anyway, and none of the same priority', () => {
    expect(told([tagged(1, 'v*'), tagged(2, 'v1*'), any(3)])).toEqual(['1: 3 all', '2: dead by 1', '3: ']);
    expect(told([tagged(1, 'v*'), tagged(1, 'v1*')])).toEqual(['1: ', '1: ']);
  });
});

describe('a rule that never acts', () => {
  it('has all its images claimed before, by one rule or by two', () => {
    expect(told([any(1), untagged(2), tagged(3, 'v*')])).toEqual(['1: ', '2: dead by 1', '3: dead by 1']);
    expect(told([tagged(1, '*'), untagged(2), any(3)])).toEqual(['1: ', '2: ', '3: dead by 1 2']);
  });

  it('asks for a tag that cannot be', () => {
    expect(told([tagged(1, 'a b*'), any(2)])).toEqual(['1: no tag a b*', '2: ']);
  });
});

describe('in words', () => {
  it('says whose the images are and who never touches them', () => {
    expect(inWords([untagged(1), any(2)])).toEqual([
      'Untagged images belong to rule 1, those that it keeps too: rule 2 never touches them.',
      null,
    ]);
    expect(inWords([tagged(1, 'dev-*', 'x'), tagged(2, 'v*'), tagged(3, 'x'), any(4)])[0]).toBe(
      'Images tagged dev-* and exactly x belong to rule 1, those that it keeps too: rules 3 and 4 never touch them. Those that also have the tags that rule 2 asks for belong to rule 1 too.',
    );
    expect(inWords([untagged(1), tagged(2, 'v*'), tagged(3, 'w*')])).toEqual([
      null,
      'Images tagged v* belong to rule 2, those that also have the tags that rule 3 asks for too.',
      null,
    ]);
  });

  it('says why a rule never acts', () => {
    expect(inWords([any(1), any(2)])[1]).toBe('rule 1 takes every image');
    expect(inWords([tagged(1, 'v*'), tagged(2, 'v1*')])[1]).toBe('rule 1 takes all its images');
    expect(inWords([untagged(1), tagged(2, '*'), any(3)])[2]).toBe('rules 1 and 2 leave no image');
    expect(inWords([tagged(1, 'ä*')])[0]).toBe('no tag can match "ä*"');
  });
});
