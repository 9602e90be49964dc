import { expect, it } from 'vitest';
import { namedPolicies } from '../../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { renderDocument } from '../../../../server/src/ecr/documents/renderDocument.ts';
import type { Workspace } from '../../../../server/src/module/workspace.ts';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import type { OfferedRefactoring, RefactoringRequest } from '../../../../server/src/service/refactorings/refactor.ts';
import { editsOfRefactoring, refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { terraformVersion } from '../../../corpus/evaluation/terraform.ts';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds, workspaceOf } from '../../support/checkProblems.ts';
import { unformattedAmong } from '../../support/terraformFmt.ts';

/** A refactoring that fails is a bug; tests must not ignore it. */
export function fail(id: string, error: unknown): never {
  throw new Error(`${id} failed`, { cause: error });
}

/**
 * What a refactoring preserves: the JSON that Terraform sends, the rules except their positions or numbers, or nothing.
 */
export type Keeps = 'json' | 'rules' | 'order' | 'nothing';

/** Every text that a refactoring was applied to in a test file, with the result. */
const applied: { readonly before: string; readonly after: string }[] = [];

/** The text after the refactoring with that title at `$0`; expects the same JSON and no new problem. */
export function refactor(text: string, title: string, keeps: Keeps = 'json'): string {
  return refactorModule({ 'main.tf': text }, title, keeps)['main.tf'] ?? '';
}

/** The same for a module of several files: all its texts after the refactoring, including new ones. */
export function refactorModule(annotated: Files, title: string, keeps: Keeps = 'json'): Files {
  const { files, request } = cursorIn(annotated);
  const workspace = workspaceOf(files);
  const offers = refactoringsAt(workspace, request, () => true, fail);
  const offer = offers.find((candidate) => candidate.title === title);
  if (offer === undefined) throw new Error(`no ${JSON.stringify(title)} among ${JSON.stringify(offers.map(describe))}`);
  return apply(workspace, files, request, offer, keeps);
}

/** The files after accepting an offer; expects it to keep its promises. */
export function apply(
  workspace: Workspace,
  files: Files,
  request: RefactoringRequest,
  offer: OfferedRefactoring,
  keeps: Keeps,
): Files {
  const made = editsOfRefactoring(workspace, request, offer);
  if (made === null)
    throw new Error(`${JSON.stringify(offer.title)} was offered and cannot be written: ${offer.refusal}`);
  const after: Record<string, string> = { ...files };
  for (const { uri, text } of made.created) after[uri] = text;
  for (const [name, edits] of made.edits) {
    const text = applyEdits(files[name] ?? '', edits);
    if (text === null) throw new Error(`the edits of ${JSON.stringify(offer.title)} overlap`);
    after[name] = text;
    if (name.endsWith('.tf')) applied.push({ before: files[name] ?? '', after: text });
  }
  expectKept(files, after, keeps);
  return after;
}

/** The comments, and the references to what callers and instances decide, that the files have lost. */
function lostWords(before: Files, after: Files): string[] {
  const kept = wordsOf(after);
  return [...wordsOf(before)].filter((word) => !kept.has(word));
}

/** The comments of Terraform files, and references to what they do not decide. */
function wordsOf(files: Files): ReadonlySet<string> {
  const texts = Object.entries(files).flatMap(([name, text]) => (name.endsWith('.tf') ? [text] : []));
  const comments = texts.flatMap((text) =>
    readTree(text).comments.map(({ start, end }) => text.slice(start, end).trim().replaceAll(/\s+/g, ' ')),
  );
  const references = texts.flatMap((text) => text.match(/\b(?:var|each|count|module)\.\w+/g) ?? []);
  return new Set([...comments, ...references]);
}

/** What was found in files to which several refactorings are applied. */
const policiesByFiles = new Map<Keeps, WeakMap<Files, ReturnType<typeof policiesOf>>>();
const problemsByFiles = new WeakMap<Files, readonly string[]>();

function policiesBefore(files: Files, keeps: Keeps): ReturnType<typeof policiesOf> {
  const known = policiesByFiles.get(keeps) ?? new WeakMap<Files, ReturnType<typeof policiesOf>>();
  policiesByFiles.set(keeps, known);
  const found = known.get(files) ?? policiesOf(workspaceOf(files), keeps);
  known.set(files, found);
  return found;
}

function problemsBefore(files: Files): readonly string[] {
  const found = problemsByFiles.get(files) ?? ruleIds(files);
  problemsByFiles.set(files, found);
  return found;
}

function expectKept(before: Files, after: Files, keeps: Keeps): void {
  const rendered = policiesBefore(before, keeps);
  const renderedAfter = policiesOf(workspaceOf(after), keeps);
  const known = Object.entries(rendered).filter(([, json]) => json !== null);
  const kept = known.map(([address]) => [address, renderedAfter[address]]);
  expect({ policies: kept, files: after }).toEqual({ policies: known, files: after });
  expect({ lost: lostWords(before, after), files: after }).toEqual({ lost: [], files: after });
  for (const [name, text] of Object.entries(before)) {
    if (/\r\n/.test(text) && !/[^\r]\n/.test(text)) expect(after[name]).not.toMatch(/[^\r]\n/);
  }
  const left = [...problemsBefore(before)];
  const added = ruleIds(after).filter((id) => {
    const index = left.indexOf(id);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
  expect({ added, files: added.length === 0 ? {} : after }).toEqual({ added: [], files: {} });
}

/** The JSON of every policy that resources and module calls set; null for an unknown one. */
function policiesOf(workspace: Workspace, keeps: Keeps): Readonly<Record<string, unknown>> {
  if (keeps === 'nothing') return {};
  const named = workspace.modules.flatMap(({ uris }) => uris.flatMap((uri) => namedPolicies(workspace, uri)));
  const own = named.filter(({ address }) => !address.startsWith('data.'));
  return Object.fromEntries(
    own.map(({ address, policy }) => {
      const rendered = renderDocument(policy);
      return [address, rendered.kind === 'text' ? reduced(rendered.text, keeps) : null];
    }),
  );
}

interface Rule {
  readonly rulePriority: number;
}

function reduced(text: string, keeps: Keeps): unknown {
  // When nothing is sent, modules give an empty text or a word.
  if (!text.startsWith('{')) return text;
  const policy = JSON.parse(text) as { readonly rules: readonly Rule[] };
  if (keeps === 'json') return policy;
  const rules = policy.rules.toSorted((one, other) => one.rulePriority - other.rulePriority);
  return keeps === 'rules' ? rules : rules.map((rule) => ({ ...rule, rulePriority: 0 }));
}

/** The menu at `$0`: titles, those of refused offers with the reason. */
export function offersAt(annotated: string | Files): string[] {
  const { files, request } = cursorIn(typeof annotated === 'string' ? { 'main.tf': annotated } : annotated);
  return refactoringsAt(workspaceOf(files), request, () => true, fail).map(describe);
}

function describe({ title, refusal }: OfferedRefactoring): string {
  return refusal === null ? title : `${title}: ${refusal}`;
}

/** Why the refactoring with that title is refused at `$0`; undefined when it is not in the menu. */
export function refusalAt(annotated: string | Files, title: string): string | null | undefined {
  const { files, request } = cursorIn(typeof annotated === 'string' ? { 'main.tf': annotated } : annotated);
  return refactoringsAt(workspaceOf(files), request, () => true, fail).find((offer) => offer.title === title)?.refusal;
}

function cursorIn(annotated: Files): { readonly files: Files; readonly request: RefactoringRequest } {
  const found = Object.entries(annotated).find(([, text]) => text.includes('$0'));
  if (found === undefined) throw new Error('no file has a cursor');
  const [uri, text] = found;
  const start = text.indexOf('$0');
  const files = { ...annotated, [uri]: text.replace('$0', '') };
  return { files, request: { uri, range: { start, end: start }, createsFiles: true } };
}

/**
 * A test that everything the file's refactorings have written is formatted like `terraform fmt`, if the text was
 * before.
 */
export function expectLayoutOfAll(): void {
  it('leaves texts laid out as terraform fmt lays them out', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    const clean = unformattedAmong(applied.map(({ before }) => before));
    const judged = applied.filter(({ before }) => !clean.has(before)).map(({ after }) => after);
    expect(judged.length).toBeGreaterThan(0);
    expect([...unformattedAmong(judged)]).toEqual([]);
  });
}
