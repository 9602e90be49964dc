import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { createGrammarRegistry, EVERY_SCOPE, OWN_SCOPE } from './grammars.ts';

const DIRECTORY = new URL('assertions/', import.meta.url);

const registry = createGrammarRegistry();

/** The tool's findings, each as a line with the place and the actual token. */
async function failures(file: string, scope: string): Promise<readonly string[]> {
  const testCase = parseGrammarTestCase(readFileSync(new URL(file, DIRECTORY), 'utf8'));
  const found = await runGrammarTestCase(registry, { ...testCase, metadata: { ...testCase.metadata, scope } });
  return found.map(
    ({ line, start, end, missing, unexpected, actual }) =>
      `${file}:${line + 1} columns ${start}-${end}: missing [${missing}] unexpected [${unexpected}] has [${actual}]`,
  );
}

describe('the colours that the assertion comments name', () => {
  const files = readdirSync(DIRECTORY);

  it('are asserted in some file', () => {
    expect(files.length).toBeGreaterThan(2);
  });

  for (const file of files) {
    const scopes = file.endsWith('.own.tf') ? [OWN_SCOPE] : EVERY_SCOPE;
    it.each(scopes)(`hold in ${file} under %s`, async (scope) => {
      expect(await failures(file, scope)).toEqual([]);
    });
  }
});
