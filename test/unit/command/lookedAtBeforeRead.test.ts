import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { load } from '../../../server/src/command/load.ts';
import { readCheckOptions } from '../../../server/src/command/options.ts';
import { supplyFrom } from '../../../server/src/command/supply.ts';
import { isReadFile } from '../../../server/src/module/sources/fileKinds.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { makeReport } from '../../../server/src/report/makeReport.ts';
import type { Report } from '../../../server/src/report/report.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { seeded } from '../../corpus/random.ts';
import type { Folder } from '../support/hiddenWords.ts';
import { hiddenWords } from '../support/hiddenWords.ts';
import { shareOf } from '../support/longTests.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function write(files: Folder): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'terraform-ecr-looked-')));
  made.push(folder);
  // However its files are named, the whole work tree is inside.
  mkdirSync(join(folder, '.git'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The report of `check` for paths, with every severity, and its standard error. */
async function check(
  base: string,
  paths: readonly string[] = [base],
): Promise<{ readonly report: Report; readonly errors: string[] }> {
  const errors: string[] = [];
  const error = (message: string) => errors.push(message);
  const output = { print: error, error, progress: () => undefined, hasColours: false };
  const loaded = await load(readCheckOptions(paths), output, error);
  const finder = new ProblemFinder((ruleId) => error(ruleId));
  const supply = supplyFrom(loaded.reach, loaded.workspace);
  const context = new ServiceContext(loaded.workspace, finder, supply);
  const settings = { rules: {}, overrides: {}, companionReports: false };
  const told = { pageOf: (id: string) => id, progress: () => undefined, isKnown: () => false };
  const asked = { ...loaded, context, supply, settings, base, withFixes: true, ...told };
  const report = makeReport(asked);
  // Calls are counted only in files that were read.
  const modules = { followed: 0, known: 0, unknown: 0 };
  return { report: { ...report, summary: { ...report.summary, modules } }, errors };
}

describe('a folder that is looked at before it is read', () => {
  it('has the same problems as one that is read whole, wherever the words hide', async () => {
    let problems = 0;
    for (let seed = 0; seed < shareOf(200, 20); seed += 1) {
      const files = hiddenWords(seeded(seed));
      const folder = write(files);
      // Files that are named one by one are read, whatever they contain.
      const named = Object.keys(files).filter((path) => isReadFile(path));
      const [lookedAt, whole] = [
        await check(folder),
        await check(
          folder,
          named.map((path) => join(folder, path)),
        ),
      ];
      expect([seed, lookedAt]).toEqual([seed, whole]);
      problems += lookedAt.report.problems.length;
    }
    expect(problems).toBeGreaterThan(10);
  });

  it('is not read where nothing in it concerns ECR: its syntax is nobody’s concern', async () => {
    const folder = write({ 'a/main.tf': 'resource "aws_iam_role" "r" {\n  name =\n}\n', 'b/main.tf': 'x = {' });
    const { report, errors } = await check(folder);
    expect([report.summary.files, report.problems, errors]).toEqual([2, [], []]);
    const named = await check(folder, [join(folder, 'a', 'main.tf')]);
    expect(named.report.problems).toMatchObject([{ rule: 'syntax' }]);
  });

  it('is read where its syntax keeps ECR out of sight', async () => {
    const folder = write({ 'a/main.tf': 'resource "aws_ecr_repository" "r" {\n  name =\n}\n', 'a/b.tf': 'x = {' });
    const { report } = await check(folder);
    expect(report.problems).toMatchObject([{ rule: 'syntax' }, { rule: 'syntax' }]);
  });
});
