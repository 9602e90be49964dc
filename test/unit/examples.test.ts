import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleIds } from './support/checkProblems.ts';

const FOLDER = new URL('../../examples/', import.meta.url);
const MISTAKES = 'classic-mistakes.tf';

const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

describe('the examples', () => {
  it('are right, but for the file of mistakes', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.tf') && name !== MISTAKES);
    expect(names.length).toBeGreaterThan(3);
    expect(ruleIds(Object.fromEntries(names.map((name) => [name, read(name)])))).toEqual([]);
  });

  it('show each classic mistake once', () => {
    const found = ruleIds(read(MISTAKES));
    expect(found).toEqual([...new Set(found)]);
    expect(found.length).toBeGreaterThanOrEqual(20);
  });
});
