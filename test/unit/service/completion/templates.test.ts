import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { accept, labelsAt } from './cursor.ts';

const URI = 'file:///module/main.tf';

/** What our own checks report about a text. */
function problemsIn(text: string): string[] {
  const workspace = new Workspace();
  workspace.openDocument(URI, text);
  const module = workspace.moduleOf(URI);
  if (module === undefined) throw new Error('the document is open');
  const failures: string[] = [];
  const finder = new ProblemFinder((rule) => failures.push(`${rule} failed`));
  // A single rule limits only some images; that is not a problem of the rule.
  const settings = { ...DEFAULT_PROBLEM_SETTINGS, rules: { 'policy-growth': 'off' } } as const;
  const found = problemsByFile(finder, module, settings).get(URI) ?? [];
  return [...failures, ...found.map(({ problem }) => `${problem.ruleId}: ${problem.message}`)];
}

const policy = (value: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${value}\n}\n`;

describe.each([
  ['a missing policy', policy('$0')],
  ['an empty heredoc', policy('<<-EOF\n    $0\n  EOF')],
  ['an empty string', policy('"$0"')],
  ['an empty list of rules', policy('jsonencode({\n    rules = [\n      $0\n    ]\n  })')],
  ['an empty list of rules in JSON', policy('<<EOF\n{ "rules": [\n  $0\n] }\nEOF')],
])('rules offered for %s', (_, text) => {
  const complete = labelsAt(text).filter((label) => !/(?:^|\s)(?:rule|policy)$/.test(label));

  it('are five', () => {
    expect(complete).toHaveLength(5);
  });

  it.each(complete)('give no problem when accepted: %s', (label) => {
    expect(problemsIn(accept(text, label))).toEqual([]);
  });
});

it('the check is at work', () => {
  expect(problemsIn(policy('jsonencode({ rules = [{ rulePriority = 1 }, { rulePriority = 1 }] })'))).not.toEqual([]);
});
