import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { REFERENCE_CASES } from '../../corpus/references/cases.ts';
import { mutants } from '../../corpus/references/mutants.ts';
import { SCHEMA_CASES } from '../../corpus/schema/cases.ts';
import { whyNoTerraform } from '../../terraform/judge.ts';
import { hashOfFiles } from '../../terraform/recordedVerdicts.ts';
import { linesFromTerraform, recordedLines } from '../../terraform/verdictLines.ts';
import { mistakeRanges } from '../support/checkProblems.ts';

/** Each run asks Terraform again about a fixed share. */
const SHARE = 60;

const MODULES = [
  ...SCHEMA_CASES.map(({ kind, text }) => ({ kind, files: { 'main.tf': text } })),
  ...REFERENCE_CASES,
  ...mutants(90),
];
const recorded = await recordedLines(
  new URL('../../corpus/references/verdictLines.json', import.meta.url),
  MODULES.map(({ files }) => files),
);
const refused = MODULES.filter(({ files }) => (recorded[hashOfFiles(files)] ?? '') !== '');

/**
 * Kinds in which Terraform names the argument, and we the place that its value comes from: a local, the collection of a
 * `dynamic` block. Of two arguments that exclude each other, either may be named.
 */
const FROM_ELSEWHERE: readonly string[] = ['value through a local', 'dynamic blocks', 'count beside for_each'];

/** True when two `path:first-last` share a line. */
function meets(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => /^(.*):(\d+)-(\d+)$/.exec(text) ?? []);
  if (a?.[1] !== b?.[1]) return false;
  return Number(a?.[2]) <= Number(b?.[3]) && Number(b?.[2]) <= Number(a?.[3]);
}

describe('the lines that Terraform names', () => {
  it('are recorded for every module, for many of them some', () => {
    expect(MODULES.filter(({ files }) => recorded[hashOfFiles(files)] === undefined)).toEqual([]);
    expect(refused.length).toBeGreaterThan(150);
  });

  it.each(refused)('are those of an error of ours: $kind: $files', ({ kind, files }) => {
    const theirs = recorded[hashOfFiles(files)]?.split(' ') ?? [];
    const ours = mistakeRanges(files, DEFAULT_PROBLEM_SETTINGS);
    const isThere = theirs.some((one) => ours.some((other) => meets(one, other)));
    const mayBeElsewhere = FROM_ELSEWHERE.includes(kind) && ours.length > 0;
    expect({ ours, theirs, isThere: isThere || mayBeElsewhere }).toEqual({ ours, theirs, isThere: true });
  });

  it('have not changed', async (context) => {
    const reason = await whyNoTerraform();
    if (reason !== null) context.skip(reason);
    const share = MODULES.filter((_, index) => index % SHARE === 0).map(({ files }) => files);
    const fresh = await linesFromTerraform(share);
    expect(fresh).toEqual(Object.fromEntries(share.map((files) => [hashOfFiles(files), recorded[hashOfFiles(files)]])));
  });
});
