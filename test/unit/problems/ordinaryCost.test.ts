import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Meter } from '../../../server/src/evaluate/meter.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';

const meters: Meter[] = [];

beforeEach(() => {
  const forLength = Meter.forLength.bind(Meter);
  vi.spyOn(Meter, 'forLength').mockImplementation((characters) => {
    const meter = forLength(characters);
    meters.push(meter);
    return meter;
  });
});

afterEach(() => {
  meters.length = 0;
  vi.restoreAllMocks();
});

/** The largest share of its allowance that finding problems took; nothing may be given up. */
function shareOf(text: string): number {
  const workspace = new Workspace();
  workspace.openDocument('file:///w/main.tf', text);
  const module = workspace.moduleOf('file:///w/main.tf');
  if (module === undefined) throw new Error('the text was not read');
  const finder = new ProblemFinder(() => undefined);
  problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS);
  expect(meters.length).toBeGreaterThan(0);
  expect(finder.givenUpIn(module, 'file:///w/main.tf')).toEqual([]);
  return Math.max(...meters.map(({ spent, allowance }) => spent / allowance));
}

const RULE = (priority: number) => `      {
        rulePriority = ${priority}
        description  = "Keep what team \${each.key} released"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = [for part in ["v", "release-"] : "\${part}${priority}*"]
          countType      = "imageCountMoreThan"
          countNumber    = max(5, each.value.keep)
        }
        action = { type = "expire" }
      },
`;

/** More rules than most policies have. */
const RULES = 6;

/** A block for each of fifty repositories, with a policy of some rules. */
const forEach = (index: number) => `resource "aws_ecr_repository" "r${index}" {
  for_each = local.all
  name     = "team${index}/\${each.key}"
  image_tag_mutability = each.value.keep > 10 ? "IMMUTABLE" : "MUTABLE"
}

resource "aws_ecr_lifecycle_policy" "p${index}" {
  for_each   = local.all
  repository = aws_ecr_repository.r${index}[each.key].name
  policy = jsonencode({
    rules = [
${Array.from({ length: RULES }, (_, rule) => RULE(rule + 1)).join('')}    ]
  })
}
`;

describe('the cost of modules that people write', () => {
  it('is a small part of what may be spent', () => {
    const paths = ['test/corpus/silent', 'examples'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const texts = paths.filter((path) => path.endsWith('.tf')).map((path) => readFileSync(path, 'utf8'));
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expect(shareOf(text)).toBeLessThan(0.03);
  });

  it('leaves more than half for three teams of fifty repositories with six rules each', () => {
    const locals = `locals {\n  all = { for index in range(50) : "app\${index}" => { keep = index + 1 } }\n}\n\n`;
    expect(shareOf(locals + [0, 1, 2].map(forEach).join('\n'))).toBeLessThan(0.5);
  });

  it('leaves more than half for three hundred written pairs', () => {
    const pair = (index: number) =>
      forEach(index)
        .replaceAll(/^ +for_each.*\n/gm, '')
        .replaceAll('each.value.keep', '7')
        .replaceAll('[each.key]', '')
        .replaceAll('each.key', '"x"');
    expect(shareOf(Array.from({ length: 300 }, (_, index) => pair(index)).join('\n'))).toBeLessThan(0.5);
  });

  it.each([
    [60, 'one release', 'terraform-aws-modules/ecr/aws', '3.0.1', 'repository_name', 'repository_lifecycle_policy'],
    [
      40,
      'a major release',
      'terraform-aws-modules/ecr/aws',
      '~> 2.0',
      'repository_name',
      'repository_lifecycle_policy',
    ],
    [30, 'all releases', 'terraform-aws-modules/ecr/aws', '>= 1.0', 'repository_name', 'repository_lifecycle_policy'],
    [18, 'all releases of another module', 'lgallard/ecr/aws', '>= 0.1', 'name', 'lifecycle_policy'],
  ])('leaves half for %i calls of a public module that allow %s', (count, _, source, version, name, policy) => {
    const call = (index: number) => `module "ecr${index}" {
  source  = "${source}"
  version = "${version}"
  ${name} = "team/app${index}"
  ${policy} = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }, action = { type = "expire" } }] })
}
`;
    expect(shareOf(Array.from({ length: count }, (_nothing, index) => call(index)).join(''))).toBeLessThan(0.5);
  });
});
