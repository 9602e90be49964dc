import { describe, expect, it } from 'vitest';
import { namedPolicies } from '../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { renderDocument } from '../../../server/src/ecr/documents/renderDocument.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import type { Place } from '../../../server/src/syntax/tree/place.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';
import { shareOf } from '../support/longTests.ts';
import { finderFor, fixedAll, fixedOnce } from './appliedFixes.ts';
import { behaviourOf, refusalsOf } from './awsJudge.ts';
import { Generator } from './randomModules.ts';

const CASES = shareOf(300, 20);

/** Stands in for the JSON of a policy that cannot be rendered. */
const UNKNOWN = 'not known';

/** The largest share of policies that Terraform does not send because of a misspelled argument. */
const MOST_UNSENT = 0.03;

interface SentPolicy {
  readonly text: string;
  /** What cannot be rendered. */
  readonly unknown: readonly Place[];
}

const known = new WeakMap<Files, ReadonlyMap<string, SentPolicy>>();

/** The policies of a workspace by module and address: the JSON that is sent. */
function policiesOf(files: Files): ReadonlyMap<string, SentPolicy> {
  const policies = known.get(files) ?? readPolicies(files);
  known.set(files, policies);
  return policies;
}

function readPolicies(files: Files): ReadonlyMap<string, SentPolicy> {
  const workspace = workspaceOf(files);
  const found = new Map<string, SentPolicy>();
  for (const uri of Object.keys(files).filter((name) => name.endsWith('.tf'))) {
    for (const { address, policy } of namedPolicies(workspace, uri)) {
      if (address.startsWith('data.')) continue;
      const rendered = renderDocument(policy);
      const unknown = rendered.kind === 'text' ? [] : rendered.parts.map(({ place }) => place);
      found.set(`${uri} ${address}`, { text: rendered.kind === 'text' ? rendered.text : UNKNOWN, unknown });
    }
  }
  return found;
}

/**
 * Whether the product reports a misspelled argument in the block whose type is at a place: Terraform stops there, so that
 * no policy is sent that could get worse.
 */
function isMisspeltBlock(files: Files, { uri, start }: Place): boolean {
  const text = files[uri] ?? '';
  const end = text.indexOf('}', start);
  const context = new ServiceContext(workspaceOf(files), finderFor());
  const problems = context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS);
  return problems.some(({ problem, start: at }) => problem.ruleId === 'argument-unknown' && at > start && at < end);
}

/** How many policies were compared, and how many of them Terraform did not send before. */
const compared = { all: 0, unsent: 0 };

/** What is worse after a change of files than before: for each policy by itself. */
function harmOf(before: Files, after: Files): string[] {
  const next = policiesOf(after);
  return [...policiesOf(before)].flatMap(([name, { text, unknown }]) => {
    const now = next.get(name)?.text;
    compared.all += 1;
    if (now === undefined) return [`${name} is gone`];
    const [refusedBefore, refusedNow] = [refusalsOf(text), refusalsOf(now)];
    if (now !== UNKNOWN && unknown.some((place) => isMisspeltBlock(before, place))) {
      compared.unsent += 1;
      return refusedNow.includes('no policy') ? [`${name} is no policy`] : [];
    }
    const brought = refusedNow.filter((refusal) => !refusedBefore.includes(refusal));
    if (brought.length > 0) return [`${name} has got ${brought.join(', ')}`];
    const isOther = refusedBefore.length === 0 && behaviourOf(text) !== behaviourOf(now);
    return isOther ? [`${name} was accepted and does something else`] : [];
  });
}

describe('what is fixed unasked', () => {
  const cases = Array.from({ length: CASES }, (_, seed) => new Generator(seed + 1).files());

  it('leaves every accepted policy as it was, and no policy worse', () => {
    let mended = 0;
    for (const [index, files] of cases.entries()) {
      const after = fixedAll(files);
      if (JSON.stringify(after) !== JSON.stringify(files)) mended += 1;
      const harm = harmOf(files, after);
      expect({ case: index + 1, harm, ...(harm.length > 0 ? { files, after } : {}) }).toEqual({
        case: index + 1,
        harm: [],
      });
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
        expect({ case: index + 1, title, harm, ...(harm.length > 0 ? { files, after } : {}) }).toEqual({
          case: index + 1,
          title,
          harm: [],
        });
      }
    }
    expect(applied).toBeGreaterThan(CASES / 3);
  });

  it('is judged for nearly every policy', () => {
    expect(compared.all).toBeGreaterThan(CASES * 4);
    expect(compared.unsent).toBeLessThan(compared.all * MOST_UNSENT);
  });
});
