import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attributeOf } from '../../../../server/src/module/declarations.ts';
import { refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import { REFACTORINGS } from '../../../../server/src/service/refactorings/registry.ts';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import { placeOf, textOf } from '../../../../server/src/syntax/place.ts';
import { evaluateWithTerraform, terraformVersion } from '../../../corpus/evaluation/terraform.ts';
import vectors from '../../../vectors/validate.json';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';
import { allSpellingsOf } from '../../support/policyTexts.ts';
import { SILENT_MODULES } from '../../support/silentModules.ts';
import type { Keeps } from './support.ts';
import { apply, expectLayoutOfAll } from './support.ts';

interface Vector {
  readonly id: string;
  readonly expect: string;
  readonly policy?: JsonValue;
}

/** What refactorings keep that do not keep the JSON as it is. */
const KEEPS: Readonly<Record<string, Keeps>> = {
  'sort-rules': 'rules',
  'renumber-rules': 'order',
  'split-entries': 'nothing',
  'merge-untagged': 'nothing',
};

const right = (vectors as readonly Vector[]).flatMap(({ id, expect: verdict, policy }) =>
  verdict === 'ok' && policy !== undefined ? [{ id, policy }] : [],
);

/** Words of a policy at which the cursor may stand. */
const PLACES = /policy|rulePriority|priority|local\.|data\.|rule \{/g;

/** Every refactoring that is offered somewhere in the files, applied once; answers what came of each. */
function applyAll(files: Files): { readonly id: string; readonly after: Files }[] {
  const workspace = workspaceOf(files);
  const applied = new Map<string, Files>();
  for (const [uri, text] of Object.entries(files)) {
    for (const { index } of text.matchAll(PLACES)) {
      const request = { uri, range: { start: index + 1, end: index + 1 }, createsFiles: true };
      for (const offer of refactoringsAt(workspace, request, () => true)) {
        const key = `${offer.id} ${offer.title} ${uri}`;
        if (offer.refusal !== null || applied.has(key)) continue;
        applied.set(key, apply(workspace, files, request, offer, KEEPS[offer.id] ?? 'json'));
      }
    }
  }
  return [...applied].map(([key, after]) => ({ id: key.split(' ')[0] ?? '', after }));
}

describe('every refactoring of every right policy', () => {
  const seen = new Set<string>();

  it.each(right)('$id keeps what it says that it keeps, however the policy is spelled', ({ policy }) => {
    for (const files of Object.values(allSpellingsOf(policy))) {
      for (const { id } of applyAll(files)) seen.add(id);
    }
  });

  it('has been applied, but for those that right policies do not call for', () => {
    const others = REFACTORINGS.map(({ id }) => id).filter((id) => !seen.has(id));
    expect(others).toEqual(['share-local', 'split-entries', 'merge-untagged', 'exclude-latest']);
  });

  it('gives Terraform the same JSON', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    const written = right.flatMap(({ id, policy }) => {
      const spelled = allSpellingsOf(policy);
      return ['heredoc', 'quoted', 'file', 'data source'].flatMap((spelling) =>
        applyAll(spelled[spelling] ?? {})
          .filter((one) => ['to-jsonencode', 'inline-file', 'from-document'].includes(one.id))
          .map(({ after }) => ({ id, policy, expression: policyIn(after['main.tf'] ?? '') })),
      );
    });
    expect(written.length).toBeGreaterThan(3 * right.length);
    const answers = evaluateWithTerraform(written.map(({ expression }) => expression));
    for (const [index, { id, policy }] of written.entries()) {
      const text: unknown = JSON.parse(answers[index] ?? 'null');
      expect([id, JSON.parse(String(text))]).toEqual([id, policy]);
    }
  });
});

function policyIn(text: string): string {
  const [module] = workspaceOf({ 'main.tf': text }).modules;
  const [declaration] = module?.blocks('aws_ecr_lifecycle_policy.p') ?? [];
  if (declaration === undefined) return '';
  const value = attributeOf(declaration.block, 'policy')?.value;
  return value === undefined ? '' : textOf(placeOf(declaration.source, value));
}

describe('every refactoring of modules of the shapes that public code has', () => {
  it.each(SILENT_MODULES)('$name keeps what it says that it keeps', ({ files }) => {
    applyAll(files);
  });
});

it('finds something or nothing at every line of real files, and never fails', () => {
  const folder = new URL('../../../corpus/realistic/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const workspace = workspaceOf({ [name]: text });
    for (const { index } of text.matchAll(/^\s*\S/gm)) {
      const request = { uri: name, range: { start: index, end: index }, createsFiles: true };
      expect(refactoringsAt(workspace, request, () => true).length).toBeLessThan(10);
    }
  }
});

expectLayoutOfAll();
