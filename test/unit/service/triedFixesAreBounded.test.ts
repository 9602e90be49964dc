import { afterEach, describe, expect, it, vi } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll, mendedByFixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { Photographer } from '../../../server/src/service/fixes/trial/snapshot.ts';

const URI = 'file:///w/main.tf';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

const access = (statement: string) =>
  `resource "aws_ecr_repository_policy" "p" {\n  repository = "r0"\n  policy = jsonencode({ Version = "2012-10-17", Statement = [${statement}] })\n}\n`;

const conditions = (keys: readonly string[]) =>
  access(`{ Effect = "Allow", Principal = "*", Action = "ecr:BatchGetImage", Condition = {\n${keys.join('\n')}\n} }`);

const lifecycle = (rules: readonly string[], name = 'p') =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  policy = jsonencode({ rules = [\n${rules.join(',\n')}\n] })\n}\n`;

const rule = (rest: string) => `{ ${rest}, action = { type = "expire" } }`;

const OPERATORS = conditions(
  times(
    150,
    (index) => `"StringEquals${index % 10}${'s'.repeat(index % 2)}" = { "aws:PrincipalOrgID" = ["o-${index}"] }`,
  ),
);

/** Texts with many fixes, most of which do harm when they are applied together. */
const TEXTS: Readonly<Record<string, string>> = {
  'effects in small letters, with ids that repeat': access(
    times(80, (index) => `{ Sid = "s${index % 10}", Effect = "allow", Principal = "*", Action = "ecr:*" }`).join(',\n'),
  ),
  'keys of a statement that all mean one': access(
    `{ Effect = "Allow", Principal = "*", ${times(100, (index) => `Actio${index} = "ecr:BatchGetImage"`).join(', ')} }`,
  ),
  'priorities that are all one': lifecycle(
    times(80, (index) =>
      rule(
        `rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = ["v${index}*"], countType = "imageCountMoreThan", countNumber = 5 }`,
      ),
    ),
  ),
  'operators in several statements': access(
    times(
      8,
      (index) =>
        `{ Sid = "s${index}", Effect = "Allow", Principal = "*", Action = "ecr:BatchGetImage", Condition = {\n${times(20, (other) => `"StringEquals${other % 4}" = { "aws:PrincipalOrgID" = ["o-${other}"] }`).join('\n')}\n} }`,
    ).join(', '),
  ),
  'counts in quotes beside duplicates': times(30, (index) =>
    lifecycle(
      times(3, () =>
        rule(
          'rulePriority = "1", selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = "5" }',
        ),
      ),
      `p${index}`,
    ),
  ).join(''),
  'shared rules in many policies': `locals {\n${times(10, (index) => `  r${index} = ${rule(`rulePriority = "${index % 3}", selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = "5" }`)}`).join('\n')}\n}\n${times(
    40,
    (index) =>
      lifecycle(
        times(10, (other) => `local.r${(index + other) % 10}`),
        `p${index}`,
      ),
  ).join('')}`,
  'arguments that all mean one': `resource "aws_ecr_repository" "r" {\n${times(200, (index) => `  nam${index} = "x"`).join('\n')}\n}\n`,
};

function contextFor(text: string): ServiceContext {
  const workspace = new Workspace();
  workspace.openDocument(URI, text);
  return new ServiceContext(workspace, new ProblemFinder(() => undefined));
}

/** What the fixes of a text came to, and how often one was tried. */
function triedOn(text: string) {
  const context = contextFor(text);
  const problems = context.problemsOf(URI, DEFAULT_PROBLEM_SETTINGS);
  const take = vi.spyOn(Photographer.prototype, 'take');
  const announced = problems.filter(mendedByFixAll(context, URI, DEFAULT_PROBLEM_SETTINGS));
  const fixed = fixAll(context, URI, DEFAULT_PROBLEM_SETTINGS);
  return { problems, announced, fixed, tries: take.mock.calls.length };
}

const BESIDE_OPERATORS = `resource "aws_ecr_repository" "r" {\n  name = "r0"\n  image_tag_mutability = "immutable"\n}\n${OPERATORS}`;

afterEach(() => vi.restoreAllMocks());

describe('the trying of many fixes', () => {
  it.each(Object.entries(TEXTS))('ends after a bounded number of tries: %s', (_, text) => {
    expectBounded(triedOn(text));
  });

  it('ends, and fixes what it announced, when it could not try everything', () => {
    const tried = triedOn(BESIDE_OPERATORS);
    const { problems, announced, fixed } = tried;
    expectBounded(tried);
    expect(problems.length).toBeGreaterThan(150);
    for (const { start, end } of announced) expect(fixed).not.toContain(`${BESIDE_OPERATORS.slice(start, end)} =`);
    expect(fixed === BESIDE_OPERATORS).toBe(announced.length === 0);
  });
});

function expectBounded({ problems, tries }: ReturnType<typeof triedOn>): void {
  expect(problems.length).toBeGreaterThan(5);
  expect(tries).toBeGreaterThan(0);
  // The more problems there are, the dearer is one try.
  expect(tries * problems.length).toBeLessThan(20_000);
}
