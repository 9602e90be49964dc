import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { expandSnippet } from './expandSnippet.ts';
import { expandAllSnippets, readAllSnippets } from './expandSnippets.ts';
import { SURROUNDINGS } from './surroundings.ts';

describe('every snippet', () => {
  const sources = readAllSnippets();
  const prefixes = sources.map(({ prefix }) => prefix);

  it('has a prefix of its own that starts with ecr-', () => {
    expect(prefixes.length).toBeGreaterThan(20);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes.filter((prefix) => !/^ecr-[a-z]+(?:-[a-z]+)*$/.test(prefix))).toEqual([]);
  });

  it('that needs surroundings is a snippet that exists', () => {
    expect(Object.keys(SURROUNDINGS).filter((prefix) => !prefixes.includes(prefix))).toEqual([]);
  });

  it.each(sources)('$prefix defines each tab stop once, without gaps, and ends somewhere', ({ body, description }) => {
    const { defined, mentioned } = expandSnippet(body);
    const numbers = Array.from(mentioned).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_number, index) => index));
    expect(Array.from(defined).sort((a, b) => a - b)).toEqual(numbers.slice(1));
    expect(description).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a snippet with its defaults', () => {
  const expanded = expandAllSnippets();

  it.each(expanded)('$prefix is accepted by the parser of HashiCorp', async ({ prefix, text }) => {
    const blocks = await parse(`${prefix}.tf`, text);
    expect(Object.keys(blocks).length).toBeGreaterThan(0);
  });

  it('is formatted as terraform fmt would', (context) => {
    if (spawnSync('terraform', ['-version']).error !== undefined) {
      context.skip('terraform is not on PATH, so its formatter cannot be asked');
    }
    const directory = mkdtempSync(join(tmpdir(), 'terraform-ecr-snippets-'));
    try {
      for (const { prefix, text } of expanded) writeFileSync(join(directory, `${prefix}.tf`), text);
      const arguments_ = ['fmt', '-check', '-diff', directory];
      const { status, stdout, stderr } = spawnSync('terraform', arguments_, { encoding: 'utf8' });
      expect(stdout).toBe('');
      expect(status, stderr).toBe(0);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
