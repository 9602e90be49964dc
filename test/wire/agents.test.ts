import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { agentIn, endAgents, PATIENCE } from './agentClient.ts';
import { BINARY, folderWith, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(async () => {
  await endAgents();
  removeFolders();
});

/** Two rules with one priority, a missing unit and a misspelled key. */
const DRAFT = `resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countNumber = 14 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 1
        selection    = { tag_status = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
    ]
  })
}
`;

const IMAGES = JSON.stringify({
  imageDetails: [
    { imageDigest: `sha256:${'a'.repeat(64)}`, imagePushedAt: '2026-01-01T00:00:00Z', repositoryName: 'app' },
    { imageDigest: `sha256:${'b'.repeat(64)}`, imageTags: ['v1'], imagePushedAt: '2026-01-02T00:00:00Z' },
  ],
});

describe('terraform-ecr mcp', () => {
  it('names its tools, all of which change nothing', async () => {
    const { client } = await agentIn(folderWith({ 'main.tf': RIGHT }));
    const { tools } = await client.listTools(undefined, PATIENCE);
    expect(tools.map(({ name }) => name)).toEqual([
      'check',
      'fix',
      'explain',
      'render',
      'simulate',
      'who_may_pull',
      'guarantees',
      'review',
    ]);
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(description?.length).toBeGreaterThan(60);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    }
    expect(client.getInstructions()).toContain('check');
  });

  it('leads from a wrong policy to a right one, and writes nothing', async () => {
    const folder = folderWith({ 'README.md': '' });
    const { ask, call } = await agentIn(folder);
    const wrong = await ask('check', { path: 'infra/../main.tf', text: DRAFT });
    expect(wrong['problems']).toMatchObject([
      { file: 'main.tf', rule: 'rule-count-unit-missing', fixable: true, range: { start: { line: 10 } } },
      { rule: 'rule-priority-duplicate' },
      { rule: 'policy-unknown-key' },
    ]);
    const { text, changed } = await ask('fix', { path: 'main.tf', text: DRAFT });
    expect(changed).toBe(true);
    const right = await ask('check', { path: 'main.tf', text });
    expect(right).toMatchObject({ problems: [], unread: [], summary: { files: 1, error: 0 } });
    const policy = JSON.parse((await call('render', { path: 'main.tf', text: String(text) })).text);
    expect(policy.rules.map(({ rulePriority }: { rulePriority: number }) => rulePriority)).toEqual([1, 2]);
    const words = await call('explain', {
      path: 'main.tf',
      text: String(text),
      address: 'aws_ecr_lifecycle_policy.app',
    });
    expect(words.text).toContain('14 days');
    const now = '2026-02-01T00:00:00Z';
    const simulated = await ask('simulate', { path: 'main.tf', text, images: IMAGES, now });
    expect(simulated['images']).toMatchObject([{ verdict: 'expire' }, { verdict: 'keep', tags: ['v1'] }]);
    expect(readdirSync(folder)).toEqual(['README.md']);
  });

  it('says the same of files as check', async () => {
    const folder = folderWith({ 'a/main.tf': WRONG, 'b/main.tf': RIGHT });
    const { ask } = await agentIn(folder);
    const { problems } = await ask('check');
    const told = JSON.parse(run(folder, 'check', '--format', 'json').stdout).problems;
    expect(problems).toMatchObject(
      told.map(({ url: _url, related: _related, ...problem }: Record<string, unknown>) => problem),
    );
  });

  it('says who may pull and push', async () => {
    const { ask } = await agentIn(folderWith({ 'main.tf': DRAFT }));
    expect(await ask('who_may_pull')).toMatchObject({
      repositories: [{ address: 'aws_ecr_repository.app', name: 'app', pull: 'own account', push: 'own account' }],
    });
  });

  it('decides what policies keep', async () => {
    const keep = {
      keep: [
        { tags: ['v*'], newest: 40 },
        { tags: ['v*'], newest: 10 },
      ],
    };
    const files = {
      'main.tf': RIGHT.replace('"any"', '"untagged"'),
      'x.tf': '',
      '.terraform-ecr.json': JSON.stringify(keep),
    };
    const { ask } = await agentIn(folderWith(files));
    const kept = await ask('guarantees', { path: 'main.tf' });
    expect(kept['policies']).toMatchObject([{ guarantees: [{ holds: true }, { holds: true }] }]);
    const broken = await ask('guarantees', { path: 'main.tf', text: RIGHT });
    expect(broken['policies']).toMatchObject([{ guarantees: [{ holds: false }, { holds: false }] }]);
  });

  it('reviews a plan, and refuses what is none', async () => {
    const plan = {
      format_version: '1.2',
      terraform_version: '1.11.4',
      planned_values: { root_module: {} },
      resource_changes: [
        {
          address: 'aws_ecr_repository.app',
          mode: 'managed',
          type: 'aws_ecr_repository',
          name: 'app',
          provider_name: 'registry.terraform.io/hashicorp/aws',
          change: { actions: ['delete'], before: { name: 'app', force_delete: true }, after: null, after_unknown: {} },
        },
      ],
      configuration: {},
    };
    const { ask, call } = await agentIn(folderWith({ 'plan.json': JSON.stringify(plan) }));
    expect(await ask('review', { planPath: 'plan.json' })).toMatchObject({
      findings: [{ address: 'aws_ecr_repository.app' }],
    });
    expect(await call('review', { plan: '{}' })).toMatchObject({ isError: true });
    expect(await call('review')).toEqual({ isError: true, text: 'review needs plan or planPath' });
  });

  it('answers for policies that are JSON', async () => {
    const policy = JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 0 },
          action: { type: 'expire' },
        },
      ],
    });
    const { ask } = await agentIn(folderWith({ 'policy.json': policy }));
    expect((await ask('check', { path: 'policy.json' }))['problems']).toMatchObject([
      { file: 'policy.json', rule: 'policy-number-range' },
    ]);
  });
});

describe('arguments that are refused', () => {
  const outside = 'path leads out of the workspace';

  it.each([
    ['a path above', 'check', { path: '../secret.tf' }, outside],
    ['an absolute path', 'check', { path: '/etc/passwd' }, outside],
    ['a path that comes back', 'explain', { path: 'a/../../x/main.tf' }, outside],
    ['a draft outside', 'check', { path: '../new/main.tf', text: '' }, outside],
    ['a link that leads out', 'check', { path: 'link/main.tf' }, outside],
    ['images outside', 'simulate', { path: 'main.tf', imagesPath: '/etc/passwd' }, outside],
    ['a plan outside', 'review', { planPath: '../plan.json' }, outside],
    ['a NUL', 'check', { path: 'main.tf\0.json' }, 'path must name a file or folder'],
    ['an empty path', 'fix', { path: '' }, 'path must name a file or folder'],
    [
      'standard input',
      'simulate',
      { path: 'main.tf', imagesPath: '-' },
      '- cannot be read: there is no such file or folder',
    ],
    [
      'a huge text',
      'check',
      { path: 'main.tf', text: 'x'.repeat(1_000_001) },
      'text is longer than 1000000 characters',
    ],
    ['a huge path', 'check', { path: 'x'.repeat(5000) }, 'path is longer than 4096 characters'],
    ['a binary text', 'check', { path: 'main.tf', text: 'a\0b' }, 'main.tf cannot be read: it is a binary file'],
    ['a number', 'check', { path: 7 }, 'path must be a text'],
    ['a list', 'fix', { path: ['main.tf'] }, 'path must be a text'],
    ['an unknown argument', 'check', { paths: '.' }, 'check has no argument "paths"; did you mean path?'],
    ['an option', 'check', { path: '--fix' }, '--fix is not a Terraform file, a policy .json file or a folder'],
    ['a severity', 'check', { minSeverity: 'loud' }, 'minSeverity takes error, warning, info, hint'],
    ['a missing path', 'explain', {}, 'explain needs path'],
    ['a time', 'simulate', { path: 'main.tf', now: 'tomorrow' }, 'now takes a time such as'],
    ['a folder to fix', 'fix', { path: '.' }, 'fix takes one file, not a folder or a plan'],
    [
      'another address',
      'render',
      { path: 'main.tf', address: 'x.y' },
      'there is no policy at that address; there are: aws_',
    ],
    [
      'a file that is not there',
      'check',
      { path: 'gone.tf' },
      'gone.tf cannot be read: there is no such file or folder',
    ],
    ['an unknown tool', 'write', {}, 'there is no tool of that name'],
  ])('%s', async (_, tool, input, message) => {
    const other = folderWith({ 'main.tf': WRONG });
    const folder = folderWith({ 'main.tf': RIGHT });
    symlinkSync(other, join(folder, 'link'));
    const { call } = await agentIn(folder);
    const { text, isError } = await call(tool, input);
    expect(isError).toBe(true);
    expect(text).toContain(message);
    expect(text).not.toContain(other);
    expect((await call('check', { path: 'main.tf' })).isError).toBe(false);
  });

  it('a text that nests deeply ends in an answer', async () => {
    const { call } = await agentIn(folderWith({}));
    const text = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "a"\n  policy = jsonencode(${'['.repeat(200_000)})\n}\n`;
    expect((await call('check', { path: 'main.tf', text })).text.length).toBeGreaterThan(0);
  });
});

describe('the file beside the command line', () => {
  it('is named where it is missing', () => {
    const folder = folderWith({});
    copyFileSync(BINARY, join(folder, 'terraform-ecr.cjs'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'terraform-ecr.cjs'), 'mcp'], {
      encoding: 'utf8',
      input: '',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('terraform-ecr-mcp.cjs');
  });

  it('is loaded by no other command', () => {
    expect(existsSync(BINARY)).toBe(true);
    expect(readFileSync(BINARY, 'utf8')).not.toContain('tools/call');
  });

  it('ends when the client goes', () => {
    const { status, stdout } = spawnSync(process.execPath, [BINARY, 'mcp'], {
      encoding: 'utf8',
      input: '',
      ...PATIENCE,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
