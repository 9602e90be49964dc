import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LONGEST_ENTRY = 300;
const CATEGORIES = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

const changelog = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
const text = changelog.replace(/<!--[\s\S]*?-->\n/, '');
const releases = text.split(/^## /m).slice(1);

describe('CHANGELOG.md', () => {
  it('begins with what is not released, and dates each release', () => {
    const [first, ...others] = releases.map((release) => release.split('\n')[0]);
    expect(first).toBe('[Unreleased]');
    expect(others.filter((heading) => !/^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/.test(heading ?? ''))).toEqual([]);
  });

  it.each(releases)('has the categories of Keep a Changelog, each once and in order', (release) => {
    const found = [...release.matchAll(/^### (.*)$/gm)].map(([, category = '']) => category);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(CATEGORIES.filter((category) => found.includes(category)));
  });

  it('has short entries of one line, each in a category', () => {
    const lines = releases
      .flatMap((release) => release.split(/^### .*$/m).slice(1))
      .flatMap((part) => part.split('\n'));
    const entries = lines.filter((line) => line !== '');
    expect(entries.filter((line) => !/^- [^ ]/.test(line))).toEqual([]);
    expect(entries.filter((line) => line.length > LONGEST_ENTRY)).toEqual([]);
    expect(text.match(/^- /gm)?.length).toBe(entries.length);
  });
});
