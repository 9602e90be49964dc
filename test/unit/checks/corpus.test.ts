import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { problemLines } from '../support/checkProblems.ts';
import { FIXTURES } from '../support/fixtures.ts';

/**
 * What all checks together say about every fixture text, with every check on. It shows which texts a new or changed
 * check affects. `UPDATE_RECORDINGS=1` records it again; read the diff of the recording.
 */
const RECORDING = new URL('../../corpus/recorded/problems.json', import.meta.url);

it('all checks together say of the fixture texts what is recorded', () => {
  const found = Object.fromEntries(
    FIXTURES.map(([name, files]) => [name, problemLines(files, DEFAULT_PROBLEM_SETTINGS)] as const).filter(
      ([, lines]) => lines.length > 0,
    ),
  );
  if (process.env['UPDATE_RECORDINGS'] !== undefined) writeFileSync(RECORDING, `${JSON.stringify(found, null, 1)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(RECORDING, 'utf8')));
  // All texts with all checks take long on a busy machine.
}, 600_000);
