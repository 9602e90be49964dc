import { describe, expect, it } from 'vitest';
import type { TagEntry, TagRequirement } from '../../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import { meetsRequirement } from '../../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import { canMatch } from '../../../../server/src/ecr/documents/lifecycle/claims/tagGrammar.ts';
import { claimsAll, claimsAllTagged } from '../../../../server/src/ecr/documents/lifecycle/claims/tagInclusion.ts';
import { below, pick, seeded } from '../../../corpus/random.ts';
import { shareOf } from '../../support/longTests.ts';

const entry = (text: string): TagEntry =>
  text.endsWith('…') ? { kind: 'prefix', text: text.slice(0, -1) } : { kind: 'pattern', text };

const tagged = (...texts: string[]): TagRequirement => ({ kind: 'tagged', entries: texts.map(entry) });

const includes = (outer: TagEntry, inner: TagEntry) =>
  claimsAll({ kind: 'tagged', entries: [outer] }, { kind: 'tagged', entries: [inner] });

/** Every tag of the alphabet up to a length. */
function shortTags(alphabet: string, length: number): string[] {
  let tags = [''];
  const all: string[] = [];
  for (let turn = 0; turn < length; turn += 1) {
    tags = tags.flatMap((tag) => [...alphabet].map((letter) => tag + letter));
    all.push(...tags.filter((tag) => !/^[.-]/.test(tag)));
  }
  return all;
}

/** True when a letter outside the tried alphabet, or a longer tag, distinguishes the two. */
function differsByOtherLetter(outer: TagEntry, inner: TagEntry): boolean {
  const tags = [...shortTags('abx-', 6)].filter((tag) => tag.includes('x') || tag.length === 6);
  return tags.some(
    (tag) =>
      meetsRequirement({ kind: 'tagged', entries: [inner] }, [tag]) &&
      !meetsRequirement({ kind: 'tagged', entries: [outer] }, [tag]),
  );
}

describe('what an entry includes', () => {
  it.each([
    ['v*', 'v1.*', true],
    ['v1.*', 'v*', false],
    ['*', 'release-*', true],
    ['prod…', 'prod-eu…', true],
    ['prod…', 'prod', true],
    ['prod', 'prod…', false],
    ['prod*', 'prod…', true],
    ['prod…', 'prod*', true],
    ['*a*', '*ab*', true],
    ['*ab*', '*a*b*', false],
    ['*a*b*', '*ab*', true],
    ['*-*', 'v*-rc*', true],
    ['a*a', 'aa', true],
    ['a*a', 'a', false],
    ['*.*', '1.*.*', true],
    // No tag begins with a dot or a dash, so these mean the same.
    ['*', '*x*', true],
    ['a*b*c*d*e', 'abcde', true],
  ])('%s includes %s: %s', (outer, inner, expected) => {
    expect(includes(entry(outer), entry(inner))).toBe(expected);
  });

  it.each([
    ['prod-*', true],
    ['', false],
    ['…', true],
    ['.x*', false],
    ['-…', false],
    ['release/*', false],
    ['*', true],
    ['a b', false],
    ['x'.repeat(128), true],
    ['x'.repeat(129), false],
  ])('a tag can meet %s: %s', (text, expected) => {
    expect(canMatch(entry(text))).toBe(expected);
  });

  it('agrees with trying every short tag, 3,000 times', () => {
    const random = seeded(7);
    const tags = shortTags('ab-', 5);
    const text = () => Array.from({ length: below(random, 4) + 1 }, () => pick(random, ['a', 'b', '-', '*'])).join('');
    for (let turn = 0; turn < shareOf(3000); turn += 1) {
      const [outer, inner] = [text(), text()].map((written) =>
        entry(below(random, 4) === 0 ? `${written.replaceAll('*', 'a')}…` : written),
      );
      if (outer === undefined || inner === undefined) throw new Error('two entries are made');
      if (!canMatch(inner)) continue;
      const counterexample = tags.find(
        (tag) =>
          meetsRequirement({ kind: 'tagged', entries: [inner] }, [tag]) &&
          !meetsRequirement({ kind: 'tagged', entries: [outer] }, [tag]),
      );
      const answer = includes(outer, inner);
      const shown = `${JSON.stringify(outer)} ${JSON.stringify(inner)} ${counterexample}`;
      if (counterexample !== undefined) expect(answer, shown).toBe(false);
      // Patterns of four characters differ on tags of five, if at all, or by a letter that neither contains.
      else expect(answer === true || differsByOtherLetter(outer, inner), shown).toBe(true);
    }
  });

  it('agrees with trying every image of few short tags, for lists', () => {
    const random = seeded(11);
    const tags = shortTags('ab', 3);
    const texts = ['a', 'b', 'a*', '*b', 'a…', '*a*', 'ab*'];
    for (let turn = 0; turn < shareOf(500); turn += 1) {
      const list = () => tagged(...Array.from({ length: below(random, 2) + 1 }, () => pick(random, texts)));
      const [earlier, later] = [list(), list()];
      const images = tags.flatMap((one) => tags.map((other) => [one, other]));
      const isRefuted = images.some((image) => meetsRequirement(later, image) && !meetsRequirement(earlier, image));
      if (isRefuted) expect(claimsAll(earlier, later), JSON.stringify([earlier, later])).toBe(false);
    }
  });

  it('knows which lists claim every tagged image', () => {
    expect(claimsAllTagged(tagged('*'))).toBe(true);
    expect(claimsAllTagged(tagged('…'))).toBe(true);
    expect(claimsAllTagged(tagged('*a*'))).toBe(false);
    expect(claimsAll(tagged('v*', 'v1*'), tagged('v12'))).toBe(true);
    expect(claimsAll(tagged('v*', 'w*'), tagged('v12'))).toBe(false);
    expect(claimsAll(tagged('v*'), tagged('v1*', 'w*'))).toBe(true);
  });
});
