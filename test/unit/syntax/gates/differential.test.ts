import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateHcl } from '../../../corpus/generateHcl.ts';
import { seeded } from '../../../corpus/random.ts';
import { shareOf } from '../../support/longTests.ts';
import { differenceOf, isRefused } from './differential.ts';

const corpus = new URL('../../../corpus/', import.meta.url);

function filesOf(folder: string): readonly (readonly [name: string, text: string])[] {
  const url = new URL(`${folder}/`, corpus);
  return readdirSync(url)
    .filter((name) => name.endsWith('.tf'))
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')]);
}

describe.each(['hcl/valid', 'realistic', 'recorded/accepted'])("%s: read as HashiCorp's parser reads it", (folder) => {
  it.each(filesOf(folder))('%s', async (_, text) => {
    expect(await isRefused(text)).toBe(false);
    expect(await differenceOf(text)).toBeUndefined();
  });
});

describe.each(['hcl/invalid', 'recorded/refused'])("%s: refused as HashiCorp's parser refuses it", (folder) => {
  it.each(filesOf(folder))('%s', async (_, text) => {
    expect(await isRefused(text)).toBe(true);
    expect(await differenceOf(text)).toBeUndefined();
  });
});

describe('random files (test/corpus/generateHcl.ts)', () => {
  const random = seeded(2026);
  it.each(Array.from({ length: shareOf(50) }, (_, index) => index * 20))('20 from %i', async () => {
    for (let round = 0; round < 20; round += 1) {
      const text = generateHcl(random);
      expect(await isRefused(text), `the generator made what is not valid: ${JSON.stringify(text)}`).toBe(false);
      const difference = await differenceOf(text);
      if (difference !== undefined) expect(difference.ours, JSON.stringify(text)).toEqual(difference.theirs);
    }
  });
});
