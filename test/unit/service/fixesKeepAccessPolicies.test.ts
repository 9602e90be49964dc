import { describe, expect, it } from 'vitest';
import { namedAccessPolicies } from '../../../server/src/ecr/documents/access/namedAccessPolicies.ts';
import { renderDocument } from '../../../server/src/ecr/documents/renderDocument.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';
import { shareOf } from '../support/longTests.ts';
import { accessIntentOf, accessMeaningOf, accessMistakesOf } from './accessJudge.ts';
import { fixedAll, fixedOnce } from './appliedFixes.ts';
import { AccessGenerator } from './randomAccessModules.ts';

const CASES = shareOf(300, 20);

type Policies = ReadonlyMap<string, string | null>;

const known = new WeakMap<Files, Policies>();

/** The access policies of a workspace by module and address: the JSON that is sent, or null when it is unknown. */
function policiesOf(files: Files): Policies {
  const policies = known.get(files) ?? readPolicies(files);
  known.set(files, policies);
  return policies;
}

function readPolicies(files: Files): Policies {
  const workspace = workspaceOf(files);
  const found = new Map<string, string | null>();
  for (const uri of Object.keys(files).filter((name) => name.endsWith('.tf'))) {
    for (const { address, access } of namedAccessPolicies(workspace, uri)) {
      const rendered = renderDocument(access);
      found.set(`${uri} ${address}`, rendered.kind === 'text' ? rendered.text : null);
    }
  }
  return found;
}

/** How many policies without a mistake were compared. */
let right = 0;

/** What is worse after a change of files than before: for each policy by itself. */
function harmOf(before: Files, after: Files): string[] {
  const next = policiesOf(after);
  return [...policiesOf(before)].flatMap(([name, text]) => {
    const now = next.get(name);
    if (now === undefined) return [`${name} is gone`];
    if (text === null) return [];
    if (now === null) return [`${name} is not known any more`];
    const mistakes = accessMistakesOf(text);
    if (mistakes.length === 0) {
      right += 1;
      return accessMeaningOf(text) === accessMeaningOf(now) ? [] : [`${name} was right and means something else`];
    }
    if (accessIntentOf(text) !== accessIntentOf(now)) return [`${name} means something else than its author wrote`];
    const brought = accessMistakesOf(now).filter((mistake) => !mistakes.includes(mistake));
    return brought.length > 0 ? [`${name} has got ${brought.join(', ')}`] : [];
  });
}

describe('what is fixed unasked in access policies', () => {
  const cases = Array.from({ length: CASES }, (_, seed) => new AccessGenerator(seed + 1).files());

  it('leaves every right policy as it was, and no policy worse', () => {
    let mended = 0;
    for (const [index, files] of cases.entries()) {
      const after = fixedAll(files);
      if (JSON.stringify(after) !== JSON.stringify(files)) mended += 1;
      const harm = harmOf(files, after);
      const shown = harm.length > 0 ? { files, after } : {};
      expect({ case: index + 1, harm, ...shown }).toEqual({ case: index + 1, harm: [] });
    }
    // Most of the modules have something to fix.
    expect(mended).toBeGreaterThan(CASES / 3);
  });

  it('does so with each fix alone', () => {
    let applied = 0;
    for (const [index, files] of cases.entries()) {
      for (const { title, after } of fixedOnce(files)) {
        applied += 1;
        const harm = harmOf(files, after);
        const shown = harm.length > 0 ? { files, after } : {};
        expect({ case: index + 1, title, harm, ...shown }).toEqual({ case: index + 1, title, harm: [] });
      }
    }
    expect(applied).toBeGreaterThan(CASES / 3);
  });

  it('is judged for many policies that have no mistake', () => {
    expect(right).toBeGreaterThan(CASES);
  });
});
