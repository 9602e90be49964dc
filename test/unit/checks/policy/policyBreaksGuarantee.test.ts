import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/checkProblems.ts';
import { fixTitlesIn, messagesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'policy-breaks-guarantee';

const BROKEN = [`error ${ID}`];
const UNDECIDED = [`hint ${ID}`];

type Keep = Readonly<Record<string, unknown>>;

/** A workspace in which a guarantee holds. */
function withKeep(keep: Keep | readonly Keep[], code: string, others: Files = {}): Files {
  return {
    'infra/.terraform-ecr.json': JSON.stringify({ keep: Array.isArray(keep) ? keep : [keep] }),
    'infra/main.tf': code,
    ...others,
  };
}

const RELEASES: Keep = { repositories: 'team/*', tags: ['release-*'], newest: 10 };

interface Rule {
  readonly tags?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly status?: string;
  readonly type?: string;
  readonly number: number | string;
  readonly action?: string;
  readonly extra?: string;
}

/** A rule in HCL. */
function rule(priority: number | string, given: Rule): string {
  const { tags, prefixes, status, type = 'imageCountMoreThan', number, action = 'type = "expire"', extra = '' } = given;
  const listed =
    tags === undefined
      ? prefixes && `tagPrefixList = ${JSON.stringify(prefixes)}`
      : `tagPatternList = ${JSON.stringify(tags)}`;
  const selection = [
    `tagStatus = "${status ?? (listed === undefined ? 'any' : 'tagged')}"`,
    ...(listed === undefined ? [] : [listed]),
    `countType = "${type}"`,
    ...(type.startsWith('since') ? ['countUnit = "days"'] : []),
    ...(extra === '' ? [] : [extra]),
    `countNumber = ${number}`,
  ];
  return `{ rulePriority = ${priority}, selection = { ${selection.join(', ')} }, action = { ${action} } }`;
}

function policy(rules: readonly string[], repository = '"team/app"'): string {
  return `resource "aws_ecr_lifecycle_policy" "app" {
  repository = ${repository}
  policy     = jsonencode({ rules = [${rules.join(', ')}] })
}
`;
}

const found = (keep: Keep | readonly Keep[], rules: readonly string[]) =>
  ruleIdsOnly(ID, withKeep(keep, policy(rules)));

describe(ID, () => {
  it.each<[string, Keep, readonly string[]]>([
    ['counting images of every kind', RELEASES, [rule(1, { number: 100 })]],
    ['counting fewer than must stay', RELEASES, [rule(1, { tags: ['release-*'], number: 9 })]],
    [
      'days, as the only release is the newest one',
      RELEASES,
      [rule(1, { tags: ['release-*'], type: 'sinceImagePushed', number: 900 })],
    ],
    ['other tags, which an image may have too', RELEASES, [rule(1, { tags: ['v*'], number: 50 })]],
    ['prefixes', RELEASES, [rule(1, { prefixes: ['rel'], number: 50 })]],
    [
      'fewer days than must stay',
      { tags: ['v*'], days: 30 },
      [rule(1, { tags: ['v*'], type: 'sinceImagePushed', number: 29 })],
    ],
    ['a number where days must stay', { tags: ['v*'], days: 1 }, [rule(1, { tags: ['v*'], number: 500 })]],
    [
      'days in the archive',
      { tags: ['v*'], newest: 1 },
      [rule(1, { tags: ['v*'], type: 'sinceImageTransitioned', number: 365, extra: 'storageClass = "archive"' })],
    ],
    [
      'both limits, one of which a count leaves',
      { tags: ['v*'], newest: 5, days: 30 },
      [rule(1, { tags: ['v*'], number: 5 })],
    ],
    [
      'a rule after one that wants two tags',
      RELEASES,
      [rule(1, { tags: ['release-*', 'prod'], number: 99 }), rule(2, { number: 10 })],
    ],
    [
      'moving to an archive that is forbidden',
      { ...RELEASES, archive: 'forbidden' },
      [
        rule(1, {
          type: 'sinceImagePulled',
          number: 90,
          action: 'type = "transition", targetStorageClass = "archive"',
        }),
      ],
    ],
  ])('speaks of %s', (_, keep, rules) => {
    expect(found(keep, rules)).toEqual(BROKEN);
  });

  it.each<[string, Keep, readonly string[]]>([
    ['a rule that keeps as many', RELEASES, [rule(1, { tags: ['release-*'], number: 10 }), rule(2, { number: 1 })]],
    ['a rule that keeps more', RELEASES, [rule(1, { tags: ['release-*'], number: 11 })]],
    [
      'as many days',
      { tags: ['v*'], days: 30 },
      [rule(1, { tags: ['v*'], type: 'sinceImagePushed', number: 30 }), rule(2, { number: 3 })],
    ],
    ['untagged images alone', RELEASES, [rule(1, { status: 'untagged', type: 'sinceImagePushed', number: 1 })]],
    [
      'one tag by its whole name, which one image has at a time',
      { tags: ['prod'], newest: 3 },
      [rule(1, { tags: ['prod'], number: 1 })],
    ],
    [
      'moving to the archive',
      RELEASES,
      [
        rule(1, {
          type: 'sinceImagePulled',
          number: 90,
          action: 'type = "transition", targetStorageClass = "archive"',
        }),
      ],
    ],
    [
      'a rule that never acts',
      RELEASES,
      [rule(1, { tags: ['release-*'], number: 10 }), rule(2, { tags: ['release-1*'], number: 1 })],
    ],
    ['other repositories', { ...RELEASES, repositories: 'other/*' }, [rule(1, { number: 1 })]],
    ['a policy that AWS refuses', RELEASES, [rule(1, { number: 1 }), rule(1, { tags: ['a'], number: 1 })]],
    ['a guarantee in which something is missing', { tags: ['release-*'] }, [rule(1, { number: 1 })]],
  ])('says nothing on %s', (_, keep, rules) => {
    expect(found(keep, rules)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['an unknown number', policy([rule(1, { tags: ['release-*'], number: 'var.x' })]), UNDECIDED],
    [
      'an unknown policy',
      'resource "aws_ecr_lifecycle_policy" "app" {\n  repository = "team/app"\n  policy = var.x\n}\n',
      UNDECIDED,
    ],
    [
      'an unknown rule before one that deletes',
      policy([rule(1, { tags: ['var.x'], number: 5 }).replace('"var.x"', 'var.x'), rule(2, { number: 5 })]),
      UNDECIDED,
    ],
    [
      'an unknown number of a rule that others shield',
      policy([rule(1, { tags: ['release-*'], number: 10 }), rule(2, { number: 'var.x' })]),
      [],
    ],
    [
      'an unknown number after a rule that deletes',
      policy([rule(1, { tags: ['release-*'], number: 5 }), rule(2, { number: 'var.x' })]),
      BROKEN,
    ],
    ['an unknown repository', policy([rule(1, { number: 5 })], 'var.x'), []],
    [
      'an unknown number that deletes whatever it is',
      policy([rule(1, { type: 'sinceImagePushed', number: 'var.x' })]),
      UNDECIDED,
    ],
  ])('knows what follows of %s', (_, code, expected) => {
    expect(ruleIdsOnly(ID, withKeep(RELEASES, `variable "x" {}\n${code}`))).toEqual(expected);
  });

  it('takes no default of a variable as known', () => {
    const code = `variable "x" {\n  default = 1\n}\n${policy([rule(1, { tags: ['release-*'], number: 'var.x' })])}`;
    expect(ruleIdsOnly(ID, withKeep(RELEASES, code))).toEqual(UNDECIDED);
  });

  it('knows that a rule for the archive claims nothing that is not there', () => {
    const archive = { type: 'sinceImageTransitioned', number: 90, extra: 'storageClass = "archive"' };
    const rules = [rule(1, { tags: ['release-*'], ...archive }), rule(2, { number: 100 })];
    expect(found(RELEASES, rules)).toEqual([...BROKEN, ...BROKEN]);
  });

  it('tells each guarantee for itself, and each rule that breaks it', () => {
    const keep = [RELEASES, { tags: ['v*'], days: 5 }];
    const rules = [rule(1, { tags: ['v*'], number: 3 }), rule(2, { number: 3 })];
    expect(found(keep, rules)).toEqual([...BROKEN, ...BROKEN, ...BROKEN]);
  });

  it('says what is deleted, what must stay and why, and what to do', () => {
    const files = withKeep({ ...RELEASES, reason: 'rollback window' }, policy([rule(1, { number: 2 })]));
    expect(messagesOnly(ID, files)).toEqual([
      'Rule 1 can delete an image tagged release-1 on the day of its push, when 2 others that it counts are newer, but the 10 newest images tagged release-* must stay (rollback window). Give release-* a rule before this one.',
    ]);
    const days = withKeep({ tags: ['v*'], days: 30 }, policy([rule(1, { type: 'sinceImagePushed', number: 7 })]));
    expect(messagesOnly(ID, days)).toEqual([
      'Rule 1 can delete an image tagged v1 8 days after its push, but images tagged v* pushed within the last 30 days must stay. Raise its countNumber to 30, or give v* a rule before this one.',
    ]);
  });

  it('says why it cannot be told', () => {
    const code = `variable "x" {}\n${policy([rule(1, { tags: ['release-*'], number: 'var.x' })])}`;
    expect(messagesOnly(ID, withKeep(RELEASES, code))).toEqual([
      'Whether this policy keeps the 10 newest images tagged release-* cannot be determined: countNumber is not known: var.x is set by the caller of the module.',
    ]);
  });
});

describe(`${ID} in every spelling`, () => {
  const JSON_POLICY =
    '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}]}';
  const MODULE = `variable "name" {}
variable "keep" {}
resource "aws_ecr_repository" "this" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = jsonencode({ rules = [${rule(1, { tags: ['release-*'], number: 'var.keep' })}] })
}
`;

  it.each<[string, string, Files]>([
    [
      'a heredoc',
      `resource "aws_ecr_lifecycle_policy" "a" {\n  repository = "team/a"\n  policy = <<EOF\n${JSON_POLICY}\nEOF\n}\n`,
      {},
    ],
    [
      'a string',
      `resource "aws_ecr_lifecycle_policy" "a" {\n  repository = "team/a"\n  policy = ${JSON.stringify(JSON_POLICY)}\n}\n`,
      {},
    ],
    [
      'a file',
      `resource "aws_ecr_lifecycle_policy" "a" {\n  repository = "team/a"\n  policy = file("\${path.module}/p.json")\n}\n`,
      { 'infra/p.json': JSON_POLICY },
    ],
    [
      'a local',
      `locals {\n  p = { rules = [${rule(1, { number: 5 })}] }\n}\nresource "aws_ecr_lifecycle_policy" "a" {\n  repository = "team/a"\n  policy = jsonencode(local.p)\n}\n`,
      {},
    ],
    [
      'a document of the data source',
      `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 5
    }
  }
}
resource "aws_ecr_lifecycle_policy" "a" {
  repository = "team/a"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
`,
      {},
    ],
    [
      'the name of a resource',
      `resource "aws_ecr_repository" "r" {\n  name = "team/r"\n}\n${policy([rule(1, { number: 5 })], 'aws_ecr_repository.r.name')}`,
      {},
    ],
    [
      'instances of repositories',
      `resource "aws_ecr_repository" "r" {\n  for_each = toset(["team/a", "x/b"])\n  name = each.key\n}\nresource "aws_ecr_lifecycle_policy" "p" {\n  for_each = aws_ecr_repository.r\n  repository = each.value.name\n  policy = jsonencode({ rules = [${rule(1, { number: 5 })}] })\n}\n`,
      {},
    ],
    [
      'a creation template',
      `resource "aws_ecr_repository_creation_template" "t" {\n  prefix = "team"\n  applied_for = ["PULL_THROUGH_CACHE"]\n  lifecycle_policy = jsonencode({ rules = [${rule(1, { number: 5 })}] })\n}\n`,
      {},
    ],
    [
      'Cloud Control',
      `resource "awscc_ecr_repository" "c" {\n  repository_name = "team/c"\n  lifecycle_policy = {\n    lifecycle_policy_text = jsonencode({ rules = [${rule(1, { number: 5 })}] })\n  }\n}\n`,
      {},
    ],
    [
      'the community module',
      `module "m" {\n  source = "terraform-aws-modules/ecr/aws"\n  repository_name = "team/m"\n  repository_lifecycle_policy = jsonencode({ rules = [${rule(1, { number: 5 })}] })\n}\n`,
      {},
    ],
    [
      'a module that is called',
      'module "m" {\n  source = "./modules/repo"\n  name = "team/m"\n  keep = 5\n}\n',
      { 'infra/modules/repo/main.tf': MODULE },
    ],
  ])('%s', (_, code, others) => {
    const files = withKeep(RELEASES, code, others);
    expect(ruleIdsOnly(ID, files).filter((id) => id.startsWith('error'))).toEqual(BROKEN);
    const elsewhere = withKeep({ ...RELEASES, repositories: 'elsewhere/*' }, code, others);
    expect(ruleIdsOnly(ID, elsewhere)).toEqual([]);
  });
});

describe(`the fixes of ${ID}`, () => {
  it.each<[string, Keep, readonly string[], readonly string[]]>([
    [
      'a number to raise',
      RELEASES,
      [rule(1, { tags: ['release-*'], number: 5 })],
      ['Raise countNumber to 10, which keeps what must stay'],
    ],
    ['a rule to add', RELEASES, [rule(1, { number: 5 })], ['Add a rule for release-* before this one']],
    [
      'either',
      { tags: ['v*'], days: 9 },
      [rule(1, { type: 'sinceImagePushed', number: 5 })],
      ['Raise countNumber to 9, which keeps what must stay', 'Add a rule for v* before this one'],
    ],
    [
      'rules to add',
      { tags: ['v*', 'w*'], newest: 2 },
      [rule(3, { number: 5 })],
      ['Add rules for v* and w* before this one'],
    ],
    [
      'a rule that moves to the archive',
      { tags: ['v*'], newest: 2, days: 9 },
      [rule(1, { number: 5 })],
      ['Add a rule for v* before this one'],
    ],
    [
      'none, as the archive is forbidden too',
      { tags: ['v*'], newest: 2, days: 9, archive: 'forbidden' },
      [rule(1, { number: 5 })],
      [],
    ],
  ])('offer %s, and keep the guarantee', (_, keep, rules, titles) => {
    const fixed = fixTitlesIn(ID, withKeep(keep, policy(rules)));
    expect(Object.keys(fixed)).toEqual(titles);
    for (const files of Object.values(fixed)) expect(ruleIdsOnly(ID, files)).toEqual([]);
  });
});
