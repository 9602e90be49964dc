import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const ROOT = `module "platform" {
  source = "./platform"
  name   = "Shop"
}

module "images" {
  source  = "acme/images/aws"
  version = "~> 1.0"

  name = "team/images"
  keep = 0
}

output "url" {
  value = module.images.nothing
}
`;
const PLATFORM = `variable "name" {
  type = string
}

module "registry" {
  source = "git::https://git.example.com/registry.git?ref=v2.0.0"
  name   = var.name
}
`;
const COPY = `variable "name" {
  type = string
}

variable "keep" {
  type    = number
  default = 30
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
  image_scan_on_push   = true
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }
      action       = { type = "expire" }
    }]
  })
}

output "url" {
  value = aws_ecr_repository.this.repository_url
}
`.replace('  image_scan_on_push   = true\n', '');
const OUTER = `variable "name" {
  type = string
}

module "inner" {
  source = "acme/images/aws"
  name   = var.name
}
`;

const entry = (Key: string, Source: string, Dir: string, Version?: string) => ({
  Key,
  Source,
  Dir,
  ...(Version !== undefined && { Version }),
});
const INSTALLED = [
  entry('', '', '.'),
  entry('platform', './platform', 'platform'),
  entry(
    'platform.registry',
    'git::https://git.example.com/registry.git?ref=v2.0.0',
    '.terraform/modules/platform.registry',
  ),
  entry(
    'platform.registry.inner',
    'registry.terraform.io/acme/images/aws',
    '.terraform\\modules\\platform.registry.inner',
    '1.4.0',
  ),
  entry('images', 'registry.terraform.io/acme/images/aws', '.terraform/modules/images', '1.4.0'),
];

/** A workspace as `terraform init` leaves it. */
const files = (modules = JSON.stringify({ Modules: INSTALLED })) => ({
  '.terraform/modules/modules.json': modules,
  '.terraform/modules/images/main.tf': COPY,
  '.terraform/modules/platform.registry/main.tf': OUTER,
  '.terraform/modules/platform.registry.inner/main.tf': COPY,
  'platform/main.tf': PLATFORM,
  'main.tf': ROOT,
});

interface Report {
  readonly problems: readonly {
    readonly file: string;
    readonly rule: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
  readonly summary: { readonly modules: unknown; readonly files: number };
}

function check(content: Readonly<Record<string, string>>) {
  const { stdout, stderr, status } = run(folderWith(content), 'check', '--format', 'json');
  const { problems, summary }: Report = JSON.parse(stdout);
  return {
    told: problems.map(({ file, rule, range }) => `${file}:${range.start.line + 1} ${rule}`),
    summary,
    stderr,
    status,
  };
}

describe('modules that terraform init has installed, three of them two deep', () => {
  it('are followed, and their problems stand at the arguments that cause them', () => {
    const { told, summary } = check(files());
    expect(told).toEqual([
      'main.tf:3 repository-name',
      'main.tf:11 policy-number-range',
      'main.tf:15 reference-undeclared',
    ]);
    expect(summary.modules).toEqual({ followed: 3, known: 0, unknown: 0 });
    expect(summary.files).toBe(2);
  });

  it.each([
    ['is broken', '{ "Modules": ['],
    ['is no list', '[]'],
    [
      'is stale',
      JSON.stringify({
        Modules: INSTALLED.map((one) => ({
          ...one,
          Source: one.Source === '' ? '' : 'registry.terraform.io/acme/other/aws',
        })),
      }),
    ],
    [
      'leads out of the folder',
      JSON.stringify({ Modules: INSTALLED.map((one) => ({ ...one, Dir: one.Key === '' ? '.' : `../../${one.Key}` })) }),
    ],
    ['is huge', JSON.stringify({ Modules: INSTALLED, rest: 'x'.repeat(40_000_000) })],
  ])('count as not installed where the list %s', (_, modules) => {
    const { told, summary, stderr, status } = check(files(modules));
    expect(told).toEqual([]);
    expect(status).toBe(0);
    expect(summary.modules).toMatchObject({ known: 0 });
    expect(stderr.split('\n').filter((line) => line.includes('modules.json')).length).toBeLessThanOrEqual(1);
  });
});

describe('the server in such a workspace', () => {
  /** Starts a server on the workspace with `main.tf` open, and asks. */
  async function inWorkspace(ask: (client: WireClient, root: string) => Promise<void>) {
    const root = pathToFileURL(folderWith(files())).href;
    const client = new WireClient();
    try {
      await client.initialize('few', [root]);
      client.open(`${root}/main.tf`, ROOT);
      // The installed copies are read once something asks for them.
      await client.notification(
        'textDocument/publishDiagnostics',
        ({ uri, diagnostics }: { uri: string; diagnostics: readonly unknown[] }) =>
          uri === `${root}/main.tf` && diagnostics.length === 3,
      );
      await ask(client, root);
    } finally {
      client.process.kill();
    }
  }

  const at = (root: string, line: number, character: number) => ({
    textDocument: { uri: `${root}/main.tf` },
    position: { line, character },
  });

  it('leads from an input and a source into the installed copy', async () => {
    await inWorkspace(async (client, root) => {
      const input = JSON.stringify(await client.request('textDocument/definition', at(root, 10, 3)));
      expect(input).toContain('/.terraform/modules/images/main.tf');
      const hover = JSON.stringify(await client.request('textDocument/hover', at(root, 10, 3)));
      expect(hover).toContain('30');
    });
  });

  it('completes the inputs of the copy, and lists nothing of it as the own', async () => {
    await inWorkspace(async (client, root) => {
      const text = ROOT.replace('  keep = 0\n', '  \n');
      client.notify('textDocument/didChange', {
        textDocument: { uri: `${root}/main.tf`, version: 2 },
        contentChanges: [{ text }],
      });
      const items = JSON.stringify(await client.request('textDocument/completion', at(root, 10, 2)));
      expect(items).toContain('"keep"');
      const symbols = JSON.stringify(await client.request('workspace/symbol', { query: '' }));
      expect(symbols).not.toContain('/.terraform/');
    });
  });

  it('reports problems in the own files alone', async () => {
    await inWorkspace(async (client) => {
      await client.request('workspace/symbol', { query: '' });
      const told = JSON.stringify(client.received('textDocument/publishDiagnostics'));
      expect(told).not.toMatch(/"uri":"[^"]*\/\.terraform\/[^"]*","(?:version":\d+,")?diagnostics":\[\{/);
    });
  });
});
