import { describe, expect, it } from 'vitest';
import { fixModule, fixTitlesIn } from '../../support/checkProblems.ts';

const ID = 'repository-no-lifecycle-policy';
const TITLE = 'Add a lifecycle policy that expires untagged images only, after 14 days';
const PROVIDERS = 'provider "aws" {}\nprovider "aws" {\n  alias  = "west"\n  region = "us-west-2"\n}\n';
const EACH = '  for_each = { eu = "eu-west-1", us = "us-east-1" }\n';

const repository = (body: string) => `${PROVIDERS}\nresource "aws_ecr_repository" "app" {\n${body}}\n`;

/** The arguments of the added policy before its rules, without the alignment; null when no policy is offered. */
function headOfPolicy(files: Readonly<Record<string, string>>): readonly string[] | null {
  if (Object.keys(fixTitlesIn(ID, files)).length === 0) return null;
  const fixed = fixModule(files, TITLE)['main.tf'] ?? '';
  const head = /resource "aws_ecr_lifecycle_policy" "app" \{\n([\s\S]*?)\n {2}policy /.exec(fixed)?.[1] ?? '';
  return head.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
}

const NAME = '  name = "app"\n';
const ONCE = 'repository = aws_ecr_repository.app.name';

const HOMES: readonly [words: string, body: string, head: readonly string[] | null][] = [
  ['no provider and no region', NAME, [ONCE]],
  ['a provider', `${NAME}  provider = aws.west\n`, ['provider = aws.west', ONCE]],
  ['a region', `${NAME}  region = "us-west-2"\n`, ['region = "us-west-2"', ONCE]],
  ['a region from a variable', `${NAME}  region = var.region\n`, ['region = var.region', ONCE]],
  [
    'both',
    `${NAME}  provider = aws.west\n  region   = "eu-west-1"\n`,
    ['provider = aws.west', 'region = "eu-west-1"', ONCE],
  ],
  [
    'a provider with for_each',
    `${EACH}  name = each.key\n  provider = aws.west\n`,
    ['for_each = aws_ecr_repository.app', 'provider = aws.west', 'repository = each.value.name'],
  ],
  [
    'the region of each instance',
    `${EACH}  name = "app"\n  region = each.value\n`,
    ['for_each = aws_ecr_repository.app', 'region = each.value.region', 'repository = each.value.name'],
  ],
  [
    'the region by the key',
    `${EACH}  name = "app"\n  region = local.regions[each.key]\n`,
    ['for_each = aws_ecr_repository.app', 'region = local.regions[each.key]', 'repository = each.value.name'],
  ],
  [
    'the region by the number',
    '  count = 2\n  name = "app"\n  region = var.regions[count.index]\n',
    [
      'count = length(aws_ecr_repository.app)',
      'region = var.regions[count.index]',
      'repository = aws_ecr_repository.app[count.index].name',
    ],
  ],
  [
    'a provider by the key, as OpenTofu takes it',
    `${EACH}  name = "app"\n  provider = aws.by_region[each.key]\n`,
    ['for_each = aws_ecr_repository.app', 'provider = aws.by_region[each.key]', 'repository = each.value.name'],
  ],
  ['a provider by the value', `${EACH}  name = "app"\n  provider = aws.by_region[each.value]\n`, null],
];

describe('a starter policy is for the registry of its repository', () => {
  it.each(HOMES)('%s', (_, body, head) => {
    expect(headOfPolicy({ 'main.tf': repository(body) })).toEqual(head);
  });
});
