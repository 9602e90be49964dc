import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { quickFixes } from '../../../server/src/service/fixes/quickFixes.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const policy = (selection: string) =>
  `{"rules":[{"rulePriority":1,"selection":{${selection}},"action":{"type":"expire"}}]}`;

/** Policies with a mistake that has one obvious correction wherever it can be written. */
const WRONG = [
  '"tagStatus":"ANY","countType":"imageCountMoreThan","countNumber":5',
  '"tagStatus":"any","countType":"imageCountMoreThan","countNumber":"5"',
  '"tagStatus":"untagged","countType":"sinceImagePushed","countNumber":5',
  '"tagStatus":"any","countType":"imageCountMoreThen","countNumber":5',
].map(policy);

/** Spellings whose text no fix writes, by the name of their file. */
const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  'main.tf.json': (text) =>
    JSON.stringify({ resource: { aws_ecr_lifecycle_policy: { p: { repository: 'app', policy: text } } } }),
  'main.tf': (text) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = jsonencode(jsondecode(${JSON.stringify(text)}))
}
`,
};

describe('where no fix can be written', () => {
  const cases = Object.entries(SPELLINGS).flatMap(([name, spell]) => WRONG.map((text) => [name, spell(text)] as const));

  it.each(cases)('none is offered, and fix-all changes nothing: %s %s', (uri, text) => {
    const failed = (id: string, cause: unknown) => {
      throw new Error(id, { cause });
    };
    const context = new ServiceContext(workspaceOf({ [uri]: text }), new ProblemFinder(failed));
    const everywhere = { start: 0, end: text.length };
    const problems = context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS);
    expect(problems.some(({ problem }) => problem.severity === 'error')).toBe(true);
    const about = quickFixes(context, DEFAULT_PROBLEM_SETTINGS, uri, everywhere).map(({ problem }) => problem.problem);
    expect(about.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(fixAll(context, uri, DEFAULT_PROBLEM_SETTINGS)).toBe(text);
  });
});
