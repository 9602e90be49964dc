import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { editsOfRefactoring, refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';
import { fail } from './support.ts';

const EACH = '  for_each = { eu = "eu-west-1", us = "us-east-1" }\n';
const NAME = '  name = "app"\n';

const repository = (body: string): Files => ({ 'main.tf': `resource "aws_ecr_repository" "app" {\n${body}}\n` });

/** The arguments of the new policy before its statements, or the refusal, for a policy of the repository or registry. */
function head(target: 'repository' | 'registry', files: Files): readonly string[] | string {
  const workspace = workspaceOf(files);
  const request = { uri: 'main.tf', range: { start: 3, end: 3 }, createsFiles: false };
  for (const offer of refactoringsAt(workspace, request, () => true, fail)) {
    if (offer.id !== 'grant-access') continue;
    if (offer.refusal !== null) return offer.refusal;
    const edits = editsOfRefactoring(workspace, request, offer)?.edits.get('main.tf') ?? [];
    const text = applyEdits(files['main.tf'] ?? '', edits) ?? '';
    const found = new RegExp(`"aws_ecr_${target}_policy" "app" \\{\\n([\\s\\S]*?) {2}policy `).exec(text)?.[1];
    if (found === undefined) continue;
    const lines = found.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
    return lines.filter((line) => line !== '' && !line.startsWith('repository') && !/^(for_each|count) /.test(line));
  }
  return 'not offered';
}

const REFUSED = 'The provider or region of the repository depends on its instance.';

const HOMES: readonly [
  words: string,
  files: Files,
  repositoryPolicy: readonly string[] | string,
  registryPolicy: readonly string[] | string,
][] = [
  ['no provider and no region', repository(NAME), [], []],
  ['a provider', repository(`${NAME}  provider = aws.west\n`), ['provider = aws.west'], ['provider = aws.west']],
  ['a region', repository(`${NAME}  region = "us-west-2"\n`), ['region = "us-west-2"'], ['region = "us-west-2"']],
  ['a region of a variable', repository(`${NAME}  region = var.r\n`), ['region = var.r'], ['region = var.r']],
  [
    'both',
    repository(`${NAME}  provider = aws.west\n  region = var.r\n`),
    ['provider = aws.west', 'region = var.r'],
    ['provider = aws.west', 'region = var.r'],
  ],
  [
    'one region for all instances',
    repository(`${EACH}  name = each.key\n  region = var.r\n`),
    ['region = var.r'],
    ['region = var.r'],
  ],
  [
    'the region of each instance',
    repository(`${EACH}${NAME}  region = each.value\n`),
    ['region = each.value.region'],
    REFUSED,
  ],
  [
    'the region by the number',
    repository(`  count = 2\n${NAME}  region = var.rs[count.index]\n`),
    ['region = var.rs[count.index]'],
    REFUSED,
  ],
  ['the provider by the value', repository(`${EACH}${NAME}  provider = aws.by_region[each.value]\n`), REFUSED, REFUSED],
  [
    'an override file, which holds',
    {
      ...repository(`${NAME}  region = "eu-west-1"\n`),
      'x_override.tf': 'resource "aws_ecr_repository" "app" {\n  region = "us-west-2"\n}\n',
    },
    ['region = "us-west-2"'],
    ['region = "us-west-2"'],
  ],
];

describe('a new access policy is for the registry of its repository', () => {
  it.each(HOMES)('%s', (_, files, ofRepository, ofRegistry) => {
    expect(head('repository', files)).toEqual(ofRepository);
    expect(head('registry', files)).toEqual(ofRegistry);
  });
});
