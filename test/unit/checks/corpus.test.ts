import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import type { Files } from '../support/checkProblems.ts';
import { problemLines } from '../support/checkProblems.ts';
import { SILENT_MODULES } from '../support/silentModules.ts';

/**
 * What all checks together say on every fixture text, with every check on. It shows whom a new check or a changed one
 * speaks to. `UPDATE_RECORDINGS=1` records it anew; the diff of the recording is what to read.
 */
const RECORDING = new URL('../../corpus/recorded/problems.json', import.meta.url);

const ROOT = new URL('../../../', import.meta.url);

function filesIn(folder: string): Files {
  const names = readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith('.tf'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(folder + name, ROOT), 'utf8')]));
}

/** The Terraform examples of the rules' pages. */
function pageExamples(): [string, Files][] {
  const pages = readdirSync(new URL('docs/rules/', ROOT)).filter((name) => name.endsWith('.md'));
  return pages.flatMap((page) =>
    readFileSync(new URL(`docs/rules/${page}`, ROOT), 'utf8')
      .split('```hcl\n')
      .slice(1)
      .map((rest, index): [string, Files] => [
        `docs/rules/${page} ${index + 1}`,
        { 'main.tf': rest.split('```')[0] ?? '' },
      ]),
  );
}

const FIXTURES: readonly (readonly [string, Files])[] = [
  ['examples', filesIn('examples/')],
  ['realistic', filesIn('test/corpus/realistic/')],
  ...SILENT_MODULES.map(({ name, files }): [string, Files] => [`silent/${name}`, files]),
  ...pageExamples(),
];

it('all checks together say of the fixture texts what is recorded', () => {
  const found = Object.fromEntries(
    FIXTURES.map(([name, files]) => [name, problemLines(files, DEFAULT_PROBLEM_SETTINGS)] as const).filter(
      ([, lines]) => lines.length > 0,
    ),
  );
  if (process.env['UPDATE_RECORDINGS'] !== undefined) writeFileSync(RECORDING, `${JSON.stringify(found, null, 1)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(RECORDING, 'utf8')));
});
