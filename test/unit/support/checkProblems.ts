import { expect } from 'vitest';
import type { Check } from '../../../server/src/checks/check.ts';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { isSettingsFile } from '../../../server/src/module/sources/settingsFile.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import type { PlacedProblem } from '../../../server/src/problems/fileProblems.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import type { ProblemSettings } from '../../../server/src/problems/settings.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { applyEdits, editsOf } from '../../../server/src/service/fixes/fixEdits.ts';
import type { Annotation } from './annotations.ts';
import { readAnnotations, writeAnnotations } from './annotations.ts';

/** Without the widespread checks, whose own tests enable them. */
const SETTINGS: ProblemSettings = settingsFor(null);

/** The default settings without the widespread checks, except one that is asked for. */
export function settingsFor(id: string | null): ProblemSettings {
  const others = CHECKS.filter((check) => check.isWidespread === true && check.id !== id);
  return { ...DEFAULT_PROBLEM_SETTINGS, rules: Object.fromEntries(others.map((check) => [check.id, 'off'])) };
}

/** Texts of a workspace by file name; those that are not Terraform files are for modules to read. */
export type Files = Readonly<Record<string, string>>;

/**
 * Expects a module to have exactly the problems in its caret comments: `^^^ severity rule-id part of the message` under
 * the line, the part being optional.
 */
export function check(annotated: string | Files): void {
  expectProblems(annotated, CHECKS, SETTINGS);
}

/** The same with one check alone, so that the findings of other checks do not matter. */
export function checkOnly(id: string, annotated: string | Files): void {
  expectProblems(annotated, onlyCheck(id), DEFAULT_PROBLEM_SETTINGS);
}

/** The check with that id and no other, for a finder of its own. */
export function onlyCheck(id: string): readonly Check[] {
  const only = CHECKS.filter((check) => check.id === id);
  if (only.length === 0) throw new Error(`there is no check ${JSON.stringify(id)}`);
  return only;
}

function expectProblems(annotated: string | Files, checks: readonly Check[], settings: ProblemSettings): void {
  const files = typeof annotated === 'string' ? { 'main.tf': annotated } : annotated;
  const read = Object.entries(files).map(([name, text]) => [name, readAnnotations(text)] as const);
  const workspace = workspaceOf(Object.fromEntries(read.map(([name, { text }]) => [name, text])));
  const problems = problemsOf(workspace, settings, checks);
  for (const [name, { text, annotations }] of read) {
    const actual = (problems.get(name) ?? []).map((problem) => annotate(text, problem, annotations));
    expect(writeAnnotations({ text, annotations: actual })).toBe(writeAnnotations({ text, annotations }));
  }
}

/** The text after the fix with that title; expects its problem to be gone and no new one. */
export function fix(text: string, title: string, settings = SETTINGS): string {
  return fixModule({ 'main.tf': text }, title, settings)['main.tf'] ?? '';
}

/** The same for a module of several files: all its texts after the fix. */
export function fixModule(files: Files, title: string, settings = SETTINGS): Files {
  const { fixed, before, mended } = applyFix(files, title, settings);
  expectMended(before, mended, allProblems(workspaceOf(fixed), settings), fixed);
  return fixed;
}

/** The text after an incomplete fix, which may cause other problems. */
export function beginFix(text: string, title: string): string {
  return applyFix({ 'main.tf': text }, title, SETTINGS).fixed['main.tf'] ?? '';
}

interface AppliedFix {
  readonly fixed: Files;
  readonly before: readonly PlacedProblem[];
  readonly mended: PlacedProblem;
}

function applyFix(files: Files, title: string, settings: ProblemSettings): AppliedFix {
  const workspace = workspaceOf(files);
  const before = allProblems(workspace, settings);
  const problem = before.find(({ problem: { fixes } }) => fixes.some((candidate) => candidate.title === title));
  const chosen = problem?.problem.fixes.find((candidate) => candidate.title === title);
  const titles = before.flatMap(({ problem: { fixes } }) => fixes.map((candidate) => candidate.title));
  if (problem === undefined || chosen === undefined) {
    throw new Error(`no fix is called ${JSON.stringify(title)}; there are ${JSON.stringify(titles)}`);
  }
  const edits = editsOf(workspace.moduleOf(problem.uri) ?? rootOf(workspace), chosen);
  if (edits === null) throw new Error(`the fix ${JSON.stringify(title)} cannot be written`);
  const fixed: Record<string, string> = { ...files };
  for (const [name, fileEdits] of edits) {
    const text = applyEdits(files[name] ?? '', fileEdits);
    if (text === null) throw new Error(`the edits of ${JSON.stringify(title)} overlap`);
    fixed[name] = text;
  }
  return { fixed, before, mended: problem };
}

/** The titles of all fixes for a text's problems, each with its kind. */
export function fixTitles(text: string, settings = SETTINGS): string[] {
  return titlesOf(allProblems(workspaceOf({ 'main.tf': text }), settings));
}

/** The same for the problems of one check alone. */
export function fixTitlesOnly(id: string, text: string): string[] {
  return titlesOf(allProblems(workspaceOf({ 'main.tf': text }), DEFAULT_PROBLEM_SETTINGS, onlyCheck(id)));
}

function titlesOf(problems: readonly PlacedProblem[]): string[] {
  return problems.flatMap(({ problem }) => problem.fixes.map(({ kind, title }) => `${kind}: ${title}`));
}

/** The start of a rule's problems, as UTF-16 offsets of the text. */
export function problemStarts(text: string, ruleId: string, settings = SETTINGS): number[] {
  const problems = allProblems(workspaceOf({ 'main.tf': text }), settings);
  return problems.filter(({ problem }) => problem.ruleId === ruleId).map(({ start }) => start);
}

/** The ids of the rules that report something, each with its severity, in text order. */
export function ruleIds(files: string | Files, settings = SETTINGS): string[] {
  return idsOf(allProblems(workspaceFor(files), settings));
}

/** The severity and id of each problem that one check finds when it runs alone, in text order. */
export function ruleIdsOnly(id: string, files: string | Files): string[] {
  return idsOf(allProblems(workspaceFor(files), DEFAULT_PROBLEM_SETTINGS, onlyCheck(id)));
}

/** The messages of one check that runs alone, in text order. */
export function messagesOnly(id: string, files: Files): string[] {
  return allProblems(workspaceOf(files), DEFAULT_PROBLEM_SETTINGS, onlyCheck(id)).map(({ problem }) => problem.message);
}

/** The files after each fix of one check, by the fix's title; the first of each title. */
export function fixTitlesIn(id: string, files: Files): Readonly<Record<string, Files>> {
  const workspace = workspaceOf(files);
  const fixed: Record<string, Files> = {};
  for (const { uri, problem } of allProblems(workspace, DEFAULT_PROBLEM_SETTINGS, onlyCheck(id))) {
    for (const fix of problem.fixes) {
      const module = workspace.filesAt(uri);
      const edits = module === undefined ? null : editsOf(module, fix);
      const changed = [...(edits ?? [])].map(([name, changes]) => [name, applyEdits(files[name] ?? '', changes)]);
      fixed[fix.title] ??= { ...files, ...Object.fromEntries(changed) };
    }
  }
  return fixed;
}

function workspaceFor(files: string | Files): Workspace {
  return workspaceOf(typeof files === 'string' ? { 'main.tf': files } : files);
}

function idsOf(problems: readonly PlacedProblem[]): string[] {
  return problems.map(({ problem: { ruleId, severity } }) => `${severity} ${ruleId}`);
}

/** A line for each problem, in text order: file, line and character from 1, severity and id. */
export function problemLines(files: Files, settings = SETTINGS): string[] {
  return allProblems(workspaceOf(files), settings).map(({ uri, start, problem: { severity, ruleId } }) => {
    const before = (files[uri] ?? '').slice(0, start).split('\n');
    return `${uri}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${severity} ${ruleId}`;
  });
}

/** The lines of each error, and of each reference that may fail, as `path:first-last`, counted from 1. */
export function mistakeRanges(files: Files, settings = SETTINGS): string[] {
  const mistakes = allProblems(workspaceOf(files), settings).filter(
    ({ problem: { severity, ruleId } }) =>
      severity === 'error' || (severity === 'warning' && ruleId === 'reference-attribute'),
  );
  return mistakes.map(({ uri, start, end }) => {
    const lineAt = (offset: number) => (files[uri] ?? '').slice(0, offset).split('\n').length;
    return `${uri}:${lineAt(start)}-${lineAt(end)}`;
  });
}

/** The errors of a text, each as its rule and message. */
export function errorsOf(text: string, settings = SETTINGS): string[] {
  return allProblems(workspaceOf({ 'main.tf': text }), settings)
    .filter(({ problem }) => problem.severity === 'error')
    .map(({ problem: { ruleId, message } }) => `${ruleId}: ${message}`);
}

/** A workspace of these files. */
export function workspaceOf(files: Files): Workspace {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(files)) {
    if (isSettingsFile(name) || /\.(tf|tofu|tf\.json|tfvars|(?<!\.lock\.)hcl)$/.test(name))
      workspace.setDiskFile(name, text);
    else workspace.setAttachedFile(name, text);
  }
  return workspace;
}

function rootOf(workspace: Workspace) {
  const [root] = workspace.modules;
  if (root === undefined) throw new Error('there is no Terraform file');
  return root;
}

function problemsOf(
  workspace: Workspace,
  settings = SETTINGS,
  checks: readonly Check[] = CHECKS,
): Map<string, PlacedProblem[]> {
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  }, checks);
  const find = () => {
    const found = new Map<string, PlacedProblem[]>();
    for (const module of workspace.modules) {
      for (const [uri, problems] of problemsByFile(finder, module, settings)) {
        found.set(uri, [...(found.get(uri) ?? []), ...problems]);
      }
    }
    return found;
  };
  const found = find();
  const wanted = workspace.takeWantedFiles();
  for (const uri of wanted) workspace.setAttachedFile(uri, { kind: 'missing' });
  return wanted.length === 0 ? found : find();
}

function allProblems(workspace: Workspace, settings = SETTINGS, checks = CHECKS): PlacedProblem[] {
  return [...problemsOf(workspace, settings, checks).values()].flat();
}

/** A problem drawn under its line; its message is cut to the part that an expectation at its place names. */
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

/** Two problems that a user would consider the same, even after an edit has moved them. */
function identityOf({ problem: { ruleId, severity, message } }: PlacedProblem): string {
  return `${severity} ${ruleId}: ${message}`;
}
