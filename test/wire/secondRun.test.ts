import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withCopy } from '../unit/support/copyOfProject.ts';

/** The runner itself; what it builds and the editor are not judged here. */
const COPIED = [
  'package.json',
  'package-lock.json',
  'test/wire/codeCache.cjs',
  ...['test', 'secondRun', 'vitestSuite', 'steps', 'cost', 'progressReporter'].map((name) => `scripts/${name}.mjs`),
];
const STUBS = {
  'scripts/build.mjs': 'export async function buildAll() {}\n',
  'scripts/vsix.mjs': 'export async function packBuilt() {}\n',
  'test/vitest.config.ts':
    "export default { test: { globals: true, include: ['test/**/*.test.mjs'], testTimeout: 5000 } };\n",
};

const PASSES = "it('passes', () => {});\n";
const FAILS = "it('fails', () => { throw new Error('always'); });\n";
const CANNOT_BE_LOADED = "import './nothing.mjs';\n";

/** A test that does something the first time only. */
function onlyOnce(title: string, what: string): string {
  const mark = JSON.stringify(`${title}.mark`);
  return `import { existsSync, writeFileSync } from 'node:fs';
it('${title}', async () => {
  const isFirst = !existsSync(${mark});
  writeFileSync(${mark}, '');
  if (isFirst) ${what}
});
`;
}

const FAILS_ONCE = onlyOnce('fails once', "throw new Error('too busy');");
const HANGS_ONCE = onlyOnce('hangs once', 'await new Promise(() => {});');
/** An error that belongs to no test. */
const UNHANDLED_ONCE = onlyOnce('ends badly once', "void Promise.reject(new Error('nobody waits'));");
const UNHANDLED = "it('ends badly', () => { void Promise.reject(new Error('nobody waits')); });\n";

/** An editor with one suite, whose runs have these numbers of failures. */
function editorWith(...runs: readonly number[]): string {
  return `const runs = ${JSON.stringify(runs)};
export const editorSuites = async () => [{ suite: 'alone', run: async () => {
  const failed = runs.shift();
  const failures = Array.from({ length: failed }, (_, index) => ({ title: 'step ' + (index + 1), error: 'no menu' }));
  return { suite: 'alone', passed: 3 - failed, failures };
} }];
`;
}

/** What `npm test` ends with and prints last, in a project with these tests. */
function run(files: Readonly<Record<string, string>>, ...suites: readonly string[]) {
  let ended: { readonly status: number | null; readonly said: string } = { status: null, said: '' };
  withCopy(COPIED, (folder) => {
    for (const [name, text] of Object.entries({ ...STUBS, ...files })) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { VITEST: _, ...env } = process.env;
    const words = ['scripts/test.mjs', ...suites];
    const { status, stdout } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' });
    ended = { status, said: stdout };
  });
  const lines = ended.said.trim().split('\n');
  const second = lines.find((line) => line.startsWith('passed at the second run: '));
  const result = {
    status: ended.status,
    last: lines.at(-1),
    second: second?.replace('passed at the second run: ', ''),
  };
  return { result, lines };
}

/** Each run starts several programs. */
const PATIENCE = { timeout: 600_000 };

describe('what fails at the first run only', PATIENCE, () => {
  it('is named and counts as passed, in the editor, in files that start processes, and where time ran out', () => {
    const { result } = run(
      {
        'test/unit/a.test.mjs': HANGS_ONCE,
        'test/unit/b.test.mjs': PASSES,
        'test/grammar/a.test.mjs': PASSES,
        'test/wire/a.test.mjs': PASSES,
        'test/wire/b.test.mjs': FAILS_ONCE,
        'scripts/editorTests.mjs': editorWith(1, 0),
      },
      'unit',
      'grammar',
      'wire',
      'editor',
    );
    expect(result).toEqual({
      status: 0,
      last: '8 passed, 0 failed',
      second: expect.stringMatching(
        /^(?=.*\(unit\) hangs once)(?=.*\(wire\) fails once)(?=.*\(editor, alone\) step 1)/,
      ),
    });
  });

  it('may be an error outside of any test', () => {
    const { result } = run({ 'test/wire/a.test.mjs': UNHANDLED_ONCE }, 'wire');
    expect(result).toEqual({ status: 0, last: '1 passed, 0 failed', second: '(wire) wire tests' });
  });
});

describe('a run fails', PATIENCE, () => {
  it.each<readonly [what: string, files: Readonly<Record<string, string>>, suite: string, last: string]>([
    ['when a test fails twice', { 'test/wire/a.test.mjs': PASSES + FAILS }, 'wire', '1 passed, 1 failed'],
    [
      'when a step of an editor fails twice',
      { 'scripts/editorTests.mjs': editorWith(1, 1) },
      'editor',
      '2 passed, 1 failed',
    ],
    ['when another step fails then', { 'scripts/editorTests.mjs': editorWith(1, 2) }, 'editor', '1 passed, 2 failed'],
    [
      'when a test that computes fails once',
      { 'test/unit/a.test.mjs': PASSES + FAILS, 'test/unit/b.test.mjs': FAILS_ONCE },
      'unit',
      '1 passed, 2 failed',
    ],
    [
      'when a file cannot be loaded',
      { 'test/wire/a.test.mjs': CANNOT_BE_LOADED, 'test/wire/b.test.mjs': PASSES },
      'wire',
      '1 passed, 1 failed',
    ],
    ['when an error belongs to no test', { 'test/wire/a.test.mjs': UNHANDLED }, 'wire', '1 passed, 1 failed'],
    ['when there is no test', { 'test/wire/a.test.mjs': '' }, 'wire', '0 passed, 1 failed'],
    ['when the runner does not start', { 'test/vitest.config.ts': 'nonsense(' }, 'unit', '0 passed, 1 failed'],
  ])('%s', (_what, files, suite, last) => {
    expect(run(files, suite).result).toEqual({ status: 1, last, second: undefined });
  });
});

describe('the end of a run', PATIENCE, () => {
  it('says what each suite that was measured cost, and what all cost', () => {
    const files = { 'test/unit/a.test.mjs': PASSES, 'test/wire/a.test.mjs': PASSES };
    const { lines } = run({ ...files, 'scripts/editorTests.mjs': editorWith(0) }, 'unit', 'wire', 'editor');
    const cost = / \(\d+ s(?:, \d+ s of processor time)?\)$/;
    const withCost = lines.filter((line) => cost.test(line)).map((line) => line.replace(cost, ''));
    expect(withCost).toEqual(['unit: 1 passed, 0 failed', 'wire: 1 passed, 0 failed', 'all suites']);
    expect(lines).toContain('editor, alone: 3 passed, 0 failed');
    expect(lines.at(-1)).toBe('5 passed, 0 failed');
  });
});
