import { expect } from 'vitest';
import { Module } from '../../../server/src/module/module.ts';
import type { PlacedProblem } from '../../../server/src/problems/fileProblems.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { applyEdits, editsOf } from '../../../server/src/service/fixes.ts';
import type { Annotation } from './annotations.ts';
import { readAnnotations, writeAnnotations } from './annotations.ts';

/** Texts of a module by file name. */
export type Files = Readonly<Record<string, string>>;

/**
 * Expects a module to have exactly the problems that caret comments draw:
 * `^^^ severity rule-id part of the message` under the line, the part being optional.
 */
export function check(annotated: string | Files): void {
  const files = typeof annotated === 'string' ? { 'main.tf': annotated } : annotated;
  const read = Object.entries(files).map(([name, text]) => [name, readAnnotations(text)] as const);
  const module = moduleOf(Object.fromEntries(read.map(([name, { text }]) => [name, text])));
  const problems = problemsOf(module);
  for (const [name, { text, annotations }] of read) {
    const actual = (problems.get(name) ?? []).map((problem) => annotate(text, problem, annotations));
    expect(writeAnnotations({ text, annotations: actual })).toBe(writeAnnotations({ text, annotations }));
  }
}

/** The text after the fix with that title; expects its problem to be gone and no other to have come. */
export function fix(text: string, title: string): string {
  return fixModule({ 'main.tf': text }, title)['main.tf'] ?? '';
}

/** The same for a module of several files: all its texts after the fix. */
export function fixModule(files: Files, title: string): Files {
  const { fixed, before, mended } = applyFix(files, title);
  expectMended(before, mended, allProblems(moduleOf(fixed)), fixed);
  return fixed;
}

/** The text after a fix that is a beginning only, so that other problems may come. */
export function beginFix(text: string, title: string): string {
  return applyFix({ 'main.tf': text }, title).fixed['main.tf'] ?? '';
}

interface AppliedFix {
  readonly fixed: Files;
  readonly before: readonly PlacedProblem[];
  readonly mended: PlacedProblem;
}

function applyFix(files: Files, title: string): AppliedFix {
  const module = moduleOf(files);
  const before = allProblems(module);
  const problem = before.find(({ problem: { fixes } }) => fixes.some((candidate) => candidate.title === title));
  const chosen = problem?.problem.fixes.find((candidate) => candidate.title === title);
  const titles = before.flatMap(({ problem: { fixes } }) => fixes.map((candidate) => candidate.title));
  if (problem === undefined || chosen === undefined) {
    throw new Error(`no fix is called ${JSON.stringify(title)}; there are ${JSON.stringify(titles)}`);
  }
  const edits = editsOf(module, chosen);
  if (edits === null) throw new Error(`the fix ${JSON.stringify(title)} cannot be written`);
  const fixed: Record<string, string> = { ...files };
  for (const [name, fileEdits] of edits) {
    const text = applyEdits(files[name] ?? '', fileEdits);
    if (text === null) throw new Error(`the edits of ${JSON.stringify(title)} overlap`);
    fixed[name] = text;
  }
  return { fixed, before, mended: problem };
}

/** The titles of all fixes that a text's problems offer, each with its kind. */
export function fixTitles(text: string): string[] {
  return allProblems(moduleOf({ 'main.tf': text })).flatMap(({ problem }) =>
    problem.fixes.map(({ kind, title }) => `${kind}: ${title}`),
  );
}

/** The ids of the rules that find something, each with its severity, in text order. */
export function ruleIds(files: string | Files): string[] {
  const module = moduleOf(typeof files === 'string' ? { 'main.tf': files } : files);
  return allProblems(module).map(({ problem: { ruleId, severity } }) => `${severity} ${ruleId}`);
}

function moduleOf(files: Files): Module {
  const module = new Module();
  for (const [name, text] of Object.entries(files)) module.setFile(name, text);
  return module;
}

function problemsOf(module: Module): Map<string, PlacedProblem[]> {
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  return problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS);
}

function allProblems(module: Module): PlacedProblem[] {
  return [...problemsOf(module).values()].flat();
}

/** A problem drawn under its line; its message is cut to the part that an expectation at its place asks for. */
function annotate(text: string, { start, end, problem }: PlacedProblem, expected: readonly Annotation[]): Annotation {
  const line = text.slice(0, start).split('\n').length - 1;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const columns = { start: start - lineStart, end: Math.min(end, newline === -1 ? text.length : newline) - lineStart };
  const { ruleId, severity, message } = problem;
  const twin = expected.find(
    (other) => other.line === line && other.ruleId === ruleId && other.start === columns.start,
  );
  const isAsked = twin === undefined || message.includes(twin.message);
  return { line, ...columns, severity, ruleId, message: isAsked ? (twin?.message ?? '') : message };
}

function expectMended(
  before: readonly PlacedProblem[],
  mended: PlacedProblem,
  after: readonly PlacedProblem[],
  files: Files,
) {
  const left = before.map(identityOf);
  left.splice(left.indexOf(identityOf(mended)), 1);
  const unexpected = after.map(identityOf).filter((identity) => {
    const index = left.indexOf(identity);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
  expect({ problems: unexpected, text: unexpected.length === 0 ? '' : files }).toEqual({ problems: [], text: '' });
}

/** Two problems that a user would take for the same, wherever an edit has moved them. */
function identityOf({ problem: { ruleId, severity, message } }: PlacedProblem): string {
  return `${severity} ${ruleId}: ${message}`;
}
