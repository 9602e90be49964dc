import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const URI = 'file:///work/main.tf';
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

  it('has links', async () => {
    await client.initialize('few');
    client.open(URI, TEXT);
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
});
