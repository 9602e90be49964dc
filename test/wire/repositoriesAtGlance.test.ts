import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const URI = 'file:///code/main.tf';

const CODE = (mutability: string) => `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "${mutability}"
}

resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }]
  })
}
`;

describe('the repositories at a glance', () => {
  let client: WireClient;

  beforeEach(() => {
    client = new WireClient();
  });

  afterEach(() => client.process.kill());

  const change = (version: number, text: string) =>
    client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ text }],
    });

  it('are those of all open code, as it is now', async () => {
    await client.initialize('few');
    client.open(URI, CODE('IMMUTABLE'));
    const ask = () =>
      client.request('workspace/executeCommand', { command: 'terraform-ecr.server.list', arguments: [] });
    expect(await ask()).toMatchObject([
      {
        address: 'aws_ecr_repository.app',
        name: 'team/app',
        tagMutability: 'IMMUTABLE',
        location: { uri: URI, range: { start: { line: 0, character: 0 } } },
        problems: { error: 0, warning: 1 },
      },
    ]);
    change(2, CODE('MUTABLE'));
    expect(await ask()).toMatchObject([{ tagMutability: 'MUTABLE' }]);
    change(3, '');
    expect(await ask()).toEqual([]);
  });
});
