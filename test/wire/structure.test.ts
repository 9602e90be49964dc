import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const URI = 'file:///code/main.tf';
const textDocument = { uri: URI };

const TEXT = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy     = <<-EOT
    {
      "rules": [
        { "rulePriority": 1, "description": "old" }
      ]
    }
  EOT
}
`;

const range = (startLine: number, start: number, endLine: number, end: number) => ({
  start: { line: startLine, character: start },
  end: { line: endLine, character: end },
});

const POLICY = `{
  "rules": [
    {
      "rulePriority": 1,
      "description": "old"
    }
  ]
}
`;

describe('the shape of a text', () => {
  let client: WireClient;

  beforeEach(() => {
    client = new WireClient();
  });

  afterEach(() => client.process.kill());

  it('has symbols in each other, for a client that shows them so', async () => {
    await client.initialize('all');
    client.open(URI, TEXT);
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([
      {
        name: 'aws_ecr_lifecycle_policy.app',
        kind: 5,
        range: range(0, 0, 9, 1),
        selectionRange: range(0, 36, 0, 41),
        children: [
          { name: '1: old', kind: 24, range: range(5, 8, 5, 51), selectionRange: range(5, 8, 5, 51), children: [] },
        ],
      },
    ]);
  });

  it('has symbols side by side for a plain client, and in the workspace', async () => {
    await client.initialize('few');
    client.open(URI, TEXT);
    const location = { uri: URI, range: range(0, 0, 9, 1) };
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([
      { name: 'aws_ecr_lifecycle_policy.app', kind: 5, location, containerName: '' },
      {
        name: '1: old',
        kind: 24,
        location: { uri: URI, range: range(5, 8, 5, 51) },
        containerName: 'aws_ecr_lifecycle_policy.app',
      },
    ]);
    expect(await client.request('workspace/symbol', { query: 'OLD' })).toMatchObject([{ name: '1: old' }]);
  });

  it('leaves symbols and pages to a companion', async () => {
    await client.initialize('all', [], { companion: true });
    client.open(URI, TEXT);
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
    expect(await client.request('workspace/symbol', { query: '' })).toEqual([]);
    expect(await client.request('textDocument/documentLink', { textDocument })).toEqual([]);
  });

  it('has links on types only where they are asked for', async () => {
    await client.initialize('few');
    client.open(URI, TEXT);
    expect(await client.request('textDocument/documentLink', { textDocument })).toEqual([]);
    client.notify('workspace/didChangeConfiguration', { settings: { 'terraform-ecr': { links: { types: true } } } });
    expect(await client.request('textDocument/documentLink', { textDocument })).toEqual([
      {
        range: range(0, 10, 0, 34),
        target: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_lifecycle_policy',
      },
    ]);
  });

  it('folds with the closing line in sight', async () => {
    await client.initialize('few');
    client.open(URI, TEXT);
    expect(await client.request('textDocument/foldingRange', { textDocument })).toEqual([
      { startLine: 0, endLine: 8 },
      { startLine: 2, endLine: 7 },
      { startLine: 3, endLine: 6 },
      { startLine: 4, endLine: 5 },
    ]);
  });

  it('grows selections for several cursors', async () => {
    await client.initialize('few');
    client.open(URI, TEXT);
    const positions = [
      { line: 5, character: 46 },
      { line: 1, character: 17 },
    ];
    const [inJson, inText] = (await client.request('textDocument/selectionRange', { textDocument, positions })) as {
      range: unknown;
      parent: { range: unknown };
    }[];
    expect([inJson?.range, inJson?.parent.range]).toEqual([range(5, 45, 5, 48), range(5, 44, 5, 49)]);
    expect([inText?.range, inText?.parent.range]).toEqual([range(1, 16, 1, 19), range(1, 15, 1, 20)]);
  });

  it('folds regions and comments, and says which they are', async () => {
    await client.initialize('all', [], { companion: true });
    client.open(URI, '# region images\nlocals {\n  a = 1\n}\n# endregion\n\n# one\n# two\n');
    expect(await client.request('textDocument/foldingRange', { textDocument })).toEqual([
      { startLine: 0, endLine: 4, kind: 'region' },
      { startLine: 1, endLine: 2 },
      { startLine: 6, endLine: 7, kind: 'comment' },
    ]);
  });

  it('answers every request about a text that is half typed', async () => {
    await client.initialize('all');
    const halves = [
      '',
      'resource ""',
      'locals {\n  a = <<EOT\n{"rules": [',
      TEXT.slice(0, 150),
      `locals { a = <<E\n${'['.repeat(20_000)}`,
    ];
    const errors = () => client.received('window/logMessage');
    for (const [index, text] of halves.entries()) {
      const uri = `file:///code/half${index}.tf`;
      client.open(uri, text);
      for (const request of ['documentSymbol', 'documentLink', 'foldingRange']) {
        expect(await client.request(`textDocument/${request}`, { textDocument: { uri } })).toBeInstanceOf(Array);
      }
      const positions = [{ line: 0, character: 3 }];
      expect(await client.request('textDocument/selectionRange', { textDocument: { uri }, positions })).toHaveLength(1);
    }
    expect(errors()).toEqual([]);
  });
});

describe('the shape of files beside the code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-structure-'));
  const root = pathToFileURL(folder).href;
  const uriOf = (name: string) => `${root}/${name}`;
  const client = new WireClient();
  const CODE =
    'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = file("policy.json")\n}\nlocals {\n  script = file("${path.module}/run.sh")\n  far = file("../elsewhere.sh")\n  gone = fileexists("gone.json")\n}\n';

  afterAll(() => {
    client.process.kill();
    rmSync(folder, { recursive: true });
  });

  it('is told of policies beside a companion too, and links lead to what lies in the folder', async () => {
    writeFileSync(join(folder, 'main.tf'), CODE);
    writeFileSync(join(folder, 'policy.json'), POLICY);
    await client.initialize('all', [root], { companion: true });
    client.open(uriOf('main.tf'), CODE);
    const registered = client.notification(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) =>
        registrations.some(({ method }) => method === 'textDocument/documentSymbol'),
    );
    await client.request('textDocument/diagnostic', { textDocument: { uri: uriOf('main.tf') } });
    expect(JSON.stringify(await registered)).toContain('policy.json');
    client.open(uriOf('policy.json'), POLICY);
    const policy = { textDocument: { uri: uriOf('policy.json') } };
    expect(await client.request('textDocument/documentSymbol', policy)).toMatchObject([{ name: '1: old' }]);
    expect(await client.request('textDocument/foldingRange', policy)).toHaveLength(3);
    const links = await client.request('textDocument/documentLink', { textDocument: { uri: uriOf('main.tf') } });
    expect((links as { target: string }[]).map(({ target }) => target)).toEqual(
      expect.arrayContaining([uriOf('policy.json'), uriOf('run.sh')]),
    );
    expect(JSON.stringify(links)).not.toContain('elsewhere');
  });
});
