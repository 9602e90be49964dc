import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../../server/src/checks/registry.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { problemLines } from '../../support/checkProblems.ts';

const FOLDER = new URL('../../../corpus/reported/', import.meta.url);

interface Case {
  readonly expected: readonly string[];
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * `=== verdicts | description` begins a case, `--- path` each further file. `silent` means no error or warning; problems
 * of other severities are listed after it.
 */
function readCase(text: string): Case {
  const [head = '', ...lines] = text.split('\n');
  const [verdicts = '', what = ''] = head.split(' | ');
  const [main = '', ...others] = lines.join('\n').split(/^--- /m);
  const files = others.map((part): [string, string] => {
    const [path = ''] = part.split('\n', 1);
    return [path, part.slice(path.length + 1)];
  });
  const expected = verdicts.split(', ').filter((verdict) => verdict !== 'silent');
  return { expected, what, files: { 'main.tf': main, ...Object.fromEntries(files) } };
}

/** Checks that speak of nearly every block; a case lists them only where it is about them. */
const WIDESPREAD = CHECKS.filter(({ isWidespread }) => isWidespread).map(({ id }) => id);

const isLoud = (verdict: string) => /^(error|warning) /.test(verdict);

const CASES = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(new URL(name, FOLDER), 'utf8').split(/^=== /m).slice(1).map(readCase),
);

describe('mistakes that people reported, and what looks like them', () => {
  it('are many, of both sorts', () => {
    expect(CASES.length).toBeGreaterThan(150);
    expect(CASES.filter(({ expected }) => expected.every((one) => !isLoud(one))).length).toBeGreaterThan(15);
  });

  it.each(CASES)('have their verdict: $what', ({ expected, files }) => {
    const found = problemLines(files, DEFAULT_PROBLEM_SETTINGS).map((line) => line.split(' ').slice(1).join(' '));
    const isJudged = (one: string) => expected.includes(one) || !WIDESPREAD.includes(one.split(' ')[1] ?? '');
    expect(found.filter(isJudged).sort()).toEqual([...expected].sort());
  });
});
