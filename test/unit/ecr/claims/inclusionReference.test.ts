import { describe, expect, it } from 'vitest';
import type { TagEntry, TagRequirement } from '../../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import { deathOf } from '../../../../server/src/ecr/documents/lifecycle/claims/shielding.ts';
import { canMatch } from '../../../../server/src/ecr/documents/lifecycle/claims/tagGrammar.ts';
import { claimsAll } from '../../../../server/src/ecr/documents/lifecycle/claims/tagInclusion.ts';
import { below, pick, seeded } from '../../../corpus/random.ts';
import { shareOf } from '../../support/longTests.ts';
import { claimsAllByAutomata, isMetBySomeTag } from './tagAutomata.ts';

const LETTERS = ['a', 'a', 'b', 'v', '.', '-', '*', '*', '/'];

type Random = ReturnType<typeof seeded>;

function randomEntry(random: Random): TagEntry {
  const text = Array.from({ length: below(random, 6) }, () => pick(random, LETTERS)).join('');
  return { kind: below(random, 3) === 0 ? 'prefix' : 'pattern', text };
}

function randomRequirement(random: Random, entry: (random: Random) => TagEntry): TagRequirement {
  const kind = pick(random, ['any', 'untagged', 'tagged', 'tagged', 'tagged', 'tagged'] as const);
  if (kind !== 'tagged') return { kind };
  return { kind, entries: Array.from({ length: below(random, 3) + 1 }, () => entry(random)) };
}

const claim = (priority: number, requirement: TagRequirement) =>
  ({ priority, requirement, storageClass: 'standard' }) as const;

function expectAgreement(earlier: TagRequirement, later: TagRequirement): void {
  const shown = JSON.stringify([earlier, later]);
  const isPossible = later.kind !== 'tagged' || later.entries.every(isMetBySomeTag);
  const expected = isPossible && claimsAllByAutomata(earlier, later);
  expect(claimsAll(earlier, later), shown).toBe(expected);
  const [first, second] = [claim(1, earlier), claim(2, later)];
  const death = deathOf(second, [first, second]);
  expect(death?.kind ?? null, shown).toBe(isPossible ? (expected ? 'claimed' : null) : 'no-such-tag');
}

/** Entries whose letters nearly fill a tag, with wildcards in a few places. */
function longEntry(random: Random): TagEntry {
  const length = 128 - below(random, 4) + (below(random, 10) === 0 ? 2 : 0);
  const stars = below(random, 4);
  const letter = pick(random, ['a', 'a', 'ab']);
  const begin = pick(random, ['', '', '.', 'b']);
  let text = `${begin}${letter.repeat(128)}`.slice(0, length);
  for (let star = 0; star < stars; star += 1) {
    const at = pick(random, [0, 1, 2, 3, 64, text.length - 1, text.length]);
    text = `${text.slice(0, at)}*${text.slice(at)}`;
  }
  return stars === 0 && below(random, 2) === 0 ? { kind: 'prefix', text } : { kind: 'pattern', text };
}

/** Short entries that may match the long ones. */
function broadEntry(random: Random): TagEntry {
  const text = Array.from({ length: below(random, 5) + 1 }, () => pick(random, ['a', 'aa', '*', 'b', 'ab'])).join('');
  return below(random, 3) === 0 ? longEntry(random) : { kind: 'pattern', text: `${pick(random, ['', '*'])}${text}*` };
}

describe('what a list of tags claims', () => {
  it('is what automata say, for 40,000 pairs of requirements', () => {
    const random = seeded(40_000);
    for (let turn = 0; turn < shareOf(40_000); turn += 1)
      expectAgreement(randomRequirement(random, randomEntry), randomRequirement(random, randomEntry));
  });

  it('is what automata say where the letters of an entry nearly fill a tag', () => {
    const random = seeded(128);
    for (let turn = 0; turn < shareOf(3000, 30); turn += 1)
      expectAgreement(
        { kind: 'tagged', entries: [broadEntry(random)] },
        { kind: 'tagged', entries: [longEntry(random)] },
      );
  });

  it('is what automata say of every entry that no tag meets', () => {
    const random = seeded(3);
    for (let turn = 0; turn < shareOf(10_000, 20); turn += 1) {
      const entry = below(random, 3) === 0 ? longEntry(random) : randomEntry(random);
      expect(canMatch(entry), JSON.stringify(entry)).toBe(isMetBySomeTag(entry));
    }
  });

  it.each([
    ['an exact tag that fills a tag', 'a'.repeat(128), `${'a'.repeat(128)}*`, true],
    ['a tag with one letter of room', 'a'.repeat(127), `${'a'.repeat(127)}*`, false],
    ['two wildcards with room for one', 'b*aa*b', `${'b'.repeat(62)}a*a*a${'b'.repeat(62)}`, true],
    ['two wildcards with room for both', 'b*aa*b', `${'b'.repeat(62)}a*a*a${'b'.repeat(61)}`, false],
    ['a dot that must have a letter before it', '*', `*.${'a'.repeat(126)}*`, true],
  ])('counts with the 128 characters of a tag: %s', (_, outer, inner, expected) => {
    const [earlier, later] = [outer, inner].map(
      (text): TagRequirement => ({ kind: 'tagged', entries: [{ kind: 'pattern', text }] }),
    );
    if (earlier === undefined || later === undefined) throw new Error('two requirements are made');
    expect(claimsAll(earlier, later)).toBe(expected);
    expectAgreement(earlier, later);
  });
});
