import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributeOf } from '../../../../server/src/module/declarations/declarations.ts';
import { refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import { REFACTORINGS } from '../../../../server/src/service/refactorings/refactorings.ts';
import { printTerm } from '../../../../server/src/syntax/edit/print.ts';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import { termOf } from '../../../../server/src/syntax/edit/term.ts';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { placeOf, textOf } from '../../../../server/src/syntax/tree/place.ts';
import type { Range } from '../../../../server/src/syntax/tree/tree.ts';
import { visit } from '../../../../server/src/syntax/tree/walkTree.ts';
import { evaluateWithTerraform, SURROUNDINGS, terraformVersion } from '../../../corpus/evaluation/terraform.ts';
import { seeded } from '../../../corpus/random.ts';
import vectors from '../../../vectors/validate.json';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';
import { hasTurn } from '../../support/longTests.ts';
import { allSpellingsOf } from '../../support/policyTexts.ts';
import { SILENT_MODULES } from '../../support/silentModules.ts';
import type { Keeps } from './support.ts';
import { apply, expectLayoutOfAll, fail } from './support.ts';

interface Vector {
  readonly id: string;
  readonly expect: string;
  readonly policy?: JsonValue;
}

/** What refactorings preserve that change the JSON. */
const KEEPS: Readonly<Record<string, Keeps>> = {
  'sort-rules': 'rules',
  'renumber-rules': 'order',
  'split-entries': 'nothing',
  'merge-untagged': 'nothing',
};

const right = (vectors as readonly Vector[]).flatMap(({ id, expect: verdict, policy }) =>
  verdict === 'ok' && policy !== undefined ? [{ id, policy }] : [],
);

/** Words of a policy where the cursor may be. */
const PLACES = /policy|rulePriority|priority|local\.|data\.|rule \{/g;

/** Every refactoring, or the requested ones, that is offered somewhere, applied once; returns each result. */
function applyAll(
  files: Files,
  wanted: readonly string[] | null = null,
): { readonly id: string; readonly after: Files }[] {
  const workspace = workspaceOf(files);
  const applied = new Map<string, Files>();
  for (const [uri, text] of Object.entries(files)) {
    for (const { index } of text.matchAll(PLACES)) {
      const request = { uri, range: { start: index + 1, end: index + 1 }, createsFiles: true };
      for (const offer of refactoringsAt(workspace, request, () => true, fail)) {
        const key = `${offer.id} ${offer.title} ${uri}`;
        const isWanted = wanted === null || wanted.includes(offer.id);
        if (!isWanted || offer.refusal !== null || applied.has(key)) continue;
        applied.set(key, apply(workspace, files, request, offer, KEEPS[offer.id] ?? 'json'));
      }
    }
  }
  return [...applied].map(([key, after]) => ({ id: key.split(' ')[0] ?? '', after }));
}

describe('every refactoring of every right policy', () => {
  const seen = new Set<string>();

  // Policies and spellings are combined in rotation.
  const cases = right.map((vector, place) => ({ ...vector, place }));

  it.each(cases)('$id keeps what it says that it keeps, however the policy is spelled', ({ policy, place }) => {
    for (const [index, files] of Object.values(allSpellingsOf(policy)).entries()) {
      if (!hasTurn(index + place, 6)) continue;
      for (const { id } of applyAll(files)) seen.add(id);
    }
  });

  it('has been applied, but for those that right policies do not call for', () => {
    const others = REFACTORINGS.map(({ id }) => id).filter((id) => !seen.has(id));
    expect(others).toEqual([
      'share-local',
      'split-entries',
      'merge-untagged',
      'exclude-latest',
      'write-import',
      'grant-access',
      'upgrade-module',
    ]);
  });

  it('gives Terraform the same JSON', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    const written = cases.flatMap(({ id, policy, place }) => {
      const spelled = allSpellingsOf(policy);
      const spellings = ['heredoc', 'quoted', 'file', 'data source'].filter((_, index) => hasTurn(index + place, 4));
      return spellings.flatMap((spelling) =>
        applyAll(spelled[spelling] ?? {}, ['to-jsonencode', 'inline-file', 'from-document']).map(({ after }) => ({
          id,
          policy,
          expression: policyIn(after['main.tf'] ?? ''),
        })),
      );
    });
    expect(written.length).toBeGreaterThan(0.75 * right.length);
    const answers = evaluateWithTerraform(written.map(({ expression }) => expression));
    for (const [index, { id, policy }] of written.entries()) {
      const text: unknown = JSON.parse(answers[index] ?? 'null');
      expect([id, JSON.parse(String(text))]).toEqual([id, policy]);
    }
  });
});

/** Interpolations in JSON: one value each, as Terraform writes it there. */
const FILLED_IN = [
  '${local.days}',
  '${local.keep["prod"] + 1}',
  '${var.number}',
  '${var.untyped_text}',
  '${local.enabled}',
  '${var.untyped_text == "30" ? 1 : 2}',
  '${jsonencode(local.keep)}',
  '${jsonencode("${local.text}-x")}',
  '${jsonencode([for tag in local.tags : upper(tag)])}',
  '"${local.text}"',
  '"${local.days}"',
  '"${var.untyped_text}"',
  '"${local.enabled}"',
  '"a-${local.days}-${local.text}\\n$${x}%%{y} \\u00e9 <b>"',
  '"${upper(local.text)}"',
  '[1, ${local.days}, "${join("-", local.tags)}"]',
];

it('gives Terraform the same JSON for whatever is filled in', (context) => {
  if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
  const heredocs = FILLED_IN.map((text) => `<<-EOF\n    {"rules": [], "x": ${text}}\n  EOF`);
  const written = heredocs.map((heredoc) => {
    const files = { 'main.tf': resourceWith(heredoc), 'surroundings.tf': SURROUNDINGS };
    const [found] = applyAll(files, ['to-jsonencode']);
    return policyIn(found?.after['main.tf'] ?? '');
  });
  expect(written.every((expression) => expression.startsWith('jsonencode({'))).toBe(true);
  const answers = evaluateWithTerraform([...heredocs, ...written]);
  const read = answers.map((answer): unknown => JSON.parse(String(JSON.parse(answer ?? 'null'))));
  expect(read.slice(heredocs.length)).toEqual(read.slice(0, heredocs.length));
});

it('writes a policy as it was when it goes to the data source and back', () => {
  for (const { id, policy } of right.filter((_, index) => hasTurn(index, 3))) {
    const files = { 'main.tf': resourceWith(`jsonencode(${printTerm(termOf(policy))})`) };
    const there = applyAll(files, ['to-document'])[0]?.after ?? {};
    const back = applyAll(there, ['from-document'])[0]?.after;
    expect([id, policyIn(back?.['main.tf'] ?? '').replaceAll(/^ {2}/gm, '')]).toEqual([id, policyIn(files['main.tf'])]);
  }
});

/** A lifecycle policy with this expression. */
function resourceWith(policy: string): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "repo"\n  policy     = ${policy}\n}\n`;
}

function policyIn(text: string): string {
  const [module] = workspaceOf({ 'main.tf': text }).modules;
  const [declaration] = module?.blocks('aws_ecr_lifecycle_policy.p') ?? [];
  if (declaration === undefined) return '';
  const value = attributeOf(declaration.block, 'policy')?.value;
  return value === undefined ? '' : textOf(placeOf(declaration.source, value));
}

describe('every refactoring of modules of the shapes that public code has', () => {
  it.each(SILENT_MODULES.filter((_, index) => hasTurn(index, 4)))(
    '$name keeps what it says that it keeps',
    ({ files }) => {
      applyAll(files);
    },
  );
});

describe('every refactoring of every third of them', () => {
  const random = seeded(11);
  const third = SILENT_MODULES.filter((_, index) => index % 3 === 0).filter((_, index) => hasTurn(index, 3));

  it.each(third)('$name keeps comments at whatever place, and line ends', ({ files }) => {
    applyAll(changed(files, (text) => withComments(text, random)));
    applyAll(changed(files, (text) => text.replaceAll(/\r?\n/g, '\r\n')));
  });
});

/** The files with their Terraform texts changed. */
function changed(files: Files, change: (text: string) => string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, name.endsWith('.tf') ? change(text) : text]),
  );
}

/** The text with comments at random places between its words; unchanged when it would be unreadable with them. */
function withComments(text: string, random: () => number): string {
  const tree = readTree(text);
  const closed: Range[] = [...tree.comments];
  visit(tree.body, (node) => {
    if (node.kind === 'Template') closed.push(node);
    return node.kind !== 'Template';
  });
  const letters = text.split('').map((letter, offset) => {
    const isFree = !closed.some(({ start, end }) => start <= offset && offset < end);
    if (isFree && letter === '\n' && random() < 0.1) return `${random() < 0.5 ? ' ' : '\n'}# c${offset}\n`;
    return isFree && letter === ' ' && random() < 0.02 ? ` /* c${offset} */ ` : letter;
  });
  const commented = letters.join('');
  return readTree(commented).errors.length > 0 ? text : commented;
}

it('finds something or nothing at every line of real files, and never fails', () => {
  const folder = new URL('../../../corpus/realistic/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const workspace = workspaceOf({ [name]: text });
    const lines = [...text.matchAll(/^\s*\S/gm)].filter((_, line) => hasTurn(line, 6));
    for (const { index } of lines) {
      const request = { uri: name, range: { start: index, end: index }, createsFiles: true };
      expect(refactoringsAt(workspace, request, () => true, fail).length).toBeLessThan(10);
    }
  }
});

expectLayoutOfAll();
