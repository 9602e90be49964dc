import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import type { FileEdits } from '../../../server/src/service/fixes/fixEdits.ts';
import { applyEdits } from '../../../server/src/service/fixes/fixEdits.ts';
import { quickFixes } from '../../../server/src/service/fixes/quickFixes.ts';
import { withoutTwins } from '../../../server/src/service/fixes/withoutTwins.ts';
import { editsOfRefactoring, refactoringsAt } from '../../../server/src/service/refactorings/refactor.ts';
import { workspaceOf } from '../support/checkProblems.ts';
import { hasTurn, isLong } from '../support/longTests.ts';

const PAGES = new URL('../../../docs/rules/', import.meta.url);

/** The examples of every rule's page. */
const EXAMPLES = readdirSync(PAGES)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const parts = readFileSync(new URL(name, PAGES), 'utf8').split('```hcl\n').slice(1);
    return parts.map((part, index) => ({ name: `${name} ${index + 1}`, text: part.split('```')[0] ?? '' }));
  });

const ROOT = new URL('../../../', import.meta.url);

/** The texts of the corpus and the examples. */
const FIXTURES = ['examples', 'test/corpus/silent', 'test/corpus/realistic'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tf'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8') })),
);

const finder = new ProblemFinder((ruleId, error) => {
  throw new Error(ruleId, { cause: error });
});

function failed(id: string, error: unknown): never {
  throw new Error(id, { cause: error });
}

/** The result of an action, without blanks: two actions with the same result are one. */
function resultOf(text: string, edits: FileEdits | undefined): string {
  return (applyEdits(text, edits?.get('main.tf') ?? []) ?? '').replace(/[\s,]+/g, '');
}

/** The menu at each problem of a text, fixes first: title and result. */
function menusOf(text: string): { readonly title: string; readonly result: string }[][] {
  const workspace = workspaceOf({ 'main.tf': text });
  const context = new ServiceContext(workspace, finder);
  const starts = new Set(context.problemsOf('main.tf', DEFAULT_PROBLEM_SETTINGS).map(({ start }) => start));
  // Every problem of a short text, some of a long one.
  const step = isLong() ? 1 : Math.ceil(starts.size / 8);
  const chosen = [...starts].filter((_, index) => index % step === 0);
  return chosen.map((start) => {
    const request = { uri: 'main.tf', range: { start, end: start }, createsFiles: true };
    const fixes = quickFixes(context, DEFAULT_PROBLEM_SETTINGS, 'main.tf', request.range);
    const offered = refactoringsAt(workspace, request, () => true, failed);
    return [
      ...fixes.map(({ title, edits }) => ({ title, result: resultOf(text, edits) })),
      ...withoutTwins(fixes, offered).map((offer) => {
        const made = offer.refusal === null ? editsOfRefactoring(workspace, request, offer) : null;
        return { title: offer.title, result: made === null ? offer.title : resultOf(text, made.edits) };
      }),
    ];
  });
}

describe('the menu at a problem', () => {
  it('is looked at in many texts', () => {
    expect(FIXTURES.length).toBeGreaterThan(50);
  });

  // The whole menu of the server is checked with other texts.
  const texts = [...EXAMPLES, ...FIXTURES].filter((_, index) => hasTurn(index, 4));

  it.each(texts)('lists no action twice: $name', ({ text }) => {
    for (const menu of menusOf(text)) {
      const titles = menu.map(({ title }) => title);
      expect(new Set(titles).size, titles.join('\n')).toBe(titles.length);
      const results = menu.map(({ result }) => result);
      expect(new Set(results).size, titles.join('\n')).toBe(results.length);
    }
  });

  it('offers one way to split a list and one to exclude latest', () => {
    const rule = `{
      rulePriority = 1
      selection    = { tagStatus = "tagged", tagPrefixList = ["dev", "test"], countType = "imageCountMoreThan", countNumber = 5 }
      action       = { type = "expire" }
    }`;
    const repository = 'resource "aws_ecr_repository" "r" {\n  name = "r"\n}\n';
    const policy = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [${rule}] })\n}\n`;
    const titles = menusOf(`${repository}${policy}`).map((menu) => menu.map(({ title }) => title));
    const most = (word: string) =>
      Math.max(...titles.map((menu) => menu.filter((title) => title.includes(word)).length));
    expect([most('one rule for each entry'), most('except latest*')]).toEqual([1, 1]);
  });
});
