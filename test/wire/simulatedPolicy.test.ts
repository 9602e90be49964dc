import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const URI = 'file:///code/main.tf';

const POLICY = (days: number) => `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 2
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 1
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = ${days} }
        action       = { type = "expire" }
      },
    ]
  })
}
`;

interface Answer {
  readonly kind: string;
  readonly reason?: string;
  readonly rules?: readonly { readonly priority: number; readonly countNumber: number }[];
  readonly locations?: readonly {
    readonly uri: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

describe('simulating a policy in the editor', () => {
  let client: WireClient;

  beforeEach(() => {
    client = new WireClient();
  });

  afterEach(() => client.process.kill());

  const simulate = (...rest: unknown[]) =>
    client.request('workspace/executeCommand', {
      command: 'terraform-ecr.server.simulate',
      arguments: [URI, ...rest],
    }) as Promise<Answer>;

  it('answers the rules in order of effect, and where each is written', async () => {
    await client.initialize('few');
    client.open(URI, POLICY(14));
    const answer = await simulate({ line: 3, character: 2 });
    expect(answer).toMatchObject({ kind: 'rules', address: 'aws_ecr_lifecycle_policy.app', note: '' });
    expect(answer.rules?.map(({ priority, countNumber }) => [priority, countNumber])).toEqual([
      [1, 14],
      [2, 30],
    ]);
    expect(answer.locations?.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [URI, 9],
      [URI, 4],
    ]);
  });

  it('answers for an earlier text of the file, without taking it', async () => {
    await client.initialize('few');
    client.open(URI, POLICY(14));
    const earlier = await simulate('aws_ecr_lifecycle_policy.app', POLICY(90));
    expect(earlier.rules?.map(({ countNumber }) => countNumber)).toEqual([90, 30]);
    const now = await simulate('aws_ecr_lifecycle_policy.app', null);
    expect(now.rules?.map(({ countNumber }) => countNumber)).toEqual([14, 30]);
    const none = await simulate('aws_ecr_lifecycle_policy.app', 'locals {}');
    expect(none.reason).toBe('There is no lifecycle policy of aws_ecr_lifecycle_policy.app in that text of the file.');
  });

  it('says what prevents a simulation', async () => {
    await client.initialize('few');
    client.open(URI, POLICY(14).replace('= 30', '= var.keep').replace('"app" {', '"app" {\n  count = 1'));
    expect(await simulate({ line: 3, character: 2 })).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('This policy cannot be simulated: '),
    });
    client.open('file:///code/other.tf', 'locals {}\n');
    const elsewhere = await client.request('workspace/executeCommand', {
      command: 'terraform-ecr.server.simulate',
      arguments: ['file:///code/other.tf', { line: 0, character: 0 }],
    });
    expect(elsewhere).toMatchObject({ kind: 'none', reason: 'Put the cursor in a lifecycle policy.' });
  });

  it('offers it above each policy to a client that has a view for it, unless the settings say no', async () => {
    const lenses = () => client.request('textDocument/codeLens', { textDocument: { uri: URI } });
    await client.initialize('all', [], { showsSimulations: true });
    client.open(URI, POLICY(14));
    expect(await lenses()).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        command: {
          title: 'Simulate · 2 rules',
          command: 'terraform-ecr.simulate',
          arguments: [URI, { line: 0, character: 0 }],
        },
      },
    ]);
    client.configuration = { codeLens: false };
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(lenses).toEqual([]);
  });

  it('offers nothing to a client without a view', async () => {
    await client.initialize('few');
    client.open(URI, POLICY(14));
    expect(await client.request('textDocument/codeLens', { textDocument: { uri: URI } })).toEqual([]);
  });
});
