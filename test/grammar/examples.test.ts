import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createGrammarRegistry, EVERY_SCOPE, tokenize } from './grammars.ts';

const DIRECTORY = new URL('../../examples/', import.meta.url);
const FILES = readdirSync(DIRECTORY).filter((file) => file.endsWith('.tf'));

const registry = createGrammarRegistry();

describe.each(EVERY_SCOPE)('a line after an example under %s', (scope) => {
  it.each(FILES)('stands outside of everything in %s', async (file) => {
    const text = readFileSync(new URL(file, DIRECTORY), 'utf8');
    const alone = await tokenize(registry, scope, 'after = 1');
    const lines = await tokenize(registry, scope, `${text}\nafter = 1`);
    expect(lines.at(-1)).toEqual(alone[0]);
  });
});
