import { describe, expect, it } from 'vitest';
import german from '../../../l10n/bundle.l10n.de.json';
import type { TagEntry } from '../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { tagPhrase } from '../../../server/src/ecr/documents/lifecycle/words/phrases.ts';
import { imagesOf, ruleClause } from '../../../server/src/ecr/documents/lifecycle/words/ruleSentence.ts';

const pattern = (text: string): TagEntry => ({ kind: 'pattern', text });
const prefix = (text: string): TagEntry => ({ kind: 'prefix', text });

/** A rule of the lanes that selects these entries. */
function ruleOf(entries: readonly TagEntry[]): SimulatedRule {
  return {
    priority: 1,
    action: 'expire',
    countType: 'imageCountMoreThan',
    countNumber: 3,
    storageClass: 'standard',
    requirement: { kind: 'tagged', entries },
  } as SimulatedRule;
}

const inGerman = (text: string, ...values: readonly (string | number)[]) =>
  ((german as Readonly<Record<string, string>>)[text] ?? `UNTRANSLATED ${text}`).replaceAll(/\{(\d)\}/g, (_, index) =>
    String(values[Number(index)] ?? ''),
  );

const ENTRIES: readonly [entries: readonly TagEntry[], clause: string, phrase: string, inGermanWords: string][] = [
  [[pattern('latest')], 'exactly latest', 'with exactly the tag latest', 'genau latest'],
  [[pattern('v1.2.3')], 'exactly v1.2.3', 'with exactly the tag v1.2.3', 'genau v1.2.3'],
  [[pattern('v')], 'exactly v', 'with exactly the tag v', 'genau v'],
  [[pattern('v?')], 'exactly v?', 'with exactly the tag v?', 'genau v?'],
  [[pattern('v*')], 'v*', 'with a tag v*', 'v*'],
  [[pattern('*-rc')], '*-rc', 'with a tag *-rc', '*-rc'],
  [[prefix('v')], 'v…', 'with a tag v…', 'v…'],
  [[prefix('latest')], 'latest…', 'with a tag latest…', 'latest…'],
  [
    [pattern('v*'), pattern('latest')],
    'v* and exactly latest',
    'with tags for every one of v*, exactly latest',
    'v* und genau latest',
  ],
  [
    [pattern('a'), pattern('b')],
    'exactly a and exactly b',
    'with tags for every one of exactly a, exactly b',
    'genau a und genau b',
  ],
  [[prefix('a'), prefix('b')], 'a… and b…', 'with tags for every one of a…, b…', 'a… und b…'],
];

describe('words for a tag pattern without * say that it matches one tag', () => {
  it.each(ENTRIES)('%j', (entries, clause, phrase, translated) => {
    const rule = ruleOf(entries);
    expect(ruleClause(rule)).toBe(`expires images tagged ${clause} but the newest 3`);
    expect(imagesOf(rule)).toBe(`images tagged ${clause}`);
    expect(tagPhrase(rule.requirement)).toBe(phrase);
    expect(ruleClause(rule, [], inGerman)).toBe(`löscht Images mit Tag ${translated} bis auf die neuesten 3`);
  });
});
