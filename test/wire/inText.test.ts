import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

/** An existing, empty folder: for an unreadable one it is unknown what else it declares. */
const FOLDER = mkdtempSync(join(tmpdir(), 'terraform-ecr-in-text-'));
const URI = pathToFileURL(join(FOLDER, 'main.tf')).href;
const POLICIES = pathToFileURL(join(FOLDER, 'policies.tf')).href;

afterAll(() => rmdirSync(FOLDER));

const REPOSITORIES = `resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecr_repository" "bare" {
  name = "bare"
}
`;

const POLICY = `locals {
  days = 14
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = local.days }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
    ]
  })
}
`;

interface Hint {
  readonly position: { readonly line: number };
  readonly label: string;
}

interface Lens {
  readonly range: { readonly start: { readonly line: number } };
  readonly command: { readonly title: string; readonly command: string; readonly arguments: readonly unknown[] };
}

describe('what stands in the text', () => {
  let client: WireClient;

  beforeEach(() => {
    client = new WireClient();
  });

  afterEach(() => client.process.kill());

  const hints = async (uri = POLICIES) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const found = (await client.request('textDocument/inlayHint', { textDocument: { uri }, range })) as Hint[];
    return found.map(({ position, label }) => `${position.line}: ${label}`);
  };
  const lenses = async () =>
    (await client.request('textDocument/codeLens', { textDocument: { uri: URI } })) as readonly Lens[];

  it('is told to the plainest client: what numbers count, which images a later rule would delete', async () => {
    const { capabilities } = await client.initialize('few');
    expect(capabilities['inlayHintProvider']).toBe(true);
    client.open(POLICIES, POLICY);
    expect(await hints()).toEqual(['10: = 14 days since push', '15: newest images kept']);
    const text = POLICY.replace(
      '"imageCountMoreThan", countNumber = 30',
      '"sinceImagePushed", countUnit = "days", countNumber = 7',
    );
    client.notify('textDocument/didChange', {
      textDocument: { uri: POLICIES, version: 2 },
      contentChanges: [{ text }],
    });
    expect(await hints()).toEqual(['9: shields images from rule 2', '10: = 14 days since push', '15: days since push']);
    expect(await hints('file:///code/unknown.tf')).toEqual([]);
  });

  it('is asked for again when another file changes what it tells of', async () => {
    await client.initialize('all', [], { showsSimulations: true });
    client.open(URI, REPOSITORIES);
    await client.notification('workspace/inlayHint/refresh');
    client.open(POLICIES, POLICY);
    await client.notification('workspace/inlayHint/refresh');
    await client.notification('workspace/codeLens/refresh');
    expect((await lenses()).map(({ command: { title } }) => title)).toEqual([
      'Lifecycle policy in policies.tf:5',
      'No lifecycle policy · add one',
    ]);
  });

  it('leads from a repository to its policy, and to one for a repository that has none', async () => {
    await client.initialize('all', [], { showsSimulations: true });
    client.open(URI, REPOSITORIES);
    client.open(POLICIES, POLICY);
    expect(await lenses()).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        command: {
          title: 'Lifecycle policy in policies.tf:5',
          command: 'terraform-ecr.showPlace',
          arguments: [POLICIES, { line: 4, character: 0 }],
        },
      },
      {
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
        command: {
          title: 'No lifecycle policy · add one',
          command: 'terraform-ecr.addLifecyclePolicy',
          arguments: [URI, { line: 4, character: 0 }],
        },
      },
    ]);
  });

  it('offers no policy where it is not known what else the module declares', async () => {
    await client.initialize('all', [], { showsSimulations: true });
    const uri = 'file:///no-such-folder/main.tf';
    client.open(uri, REPOSITORIES);
    expect(await client.request('textDocument/codeLens', { textDocument: { uri } })).toEqual([]);
  });

  const told = async (uri = URI) => {
    const answer = await client.request('textDocument/diagnostic', { textDocument: { uri } });
    const { items } = answer as { items: { code: string; range: { start: { line: number } } }[] };
    return items.filter(({ code }) => code === 'repository-no-lifecycle-policy').map(({ range }) => range.start.line);
  };

  it('tells once of a repository without a policy: by a line where the client shows lines, else by a problem', async () => {
    await client.initialize('all', [], { showsSimulations: true });
    client.open(URI, REPOSITORIES);
    client.open(POLICIES, POLICY);
    expect([await told(), (await lenses()).length]).toEqual([[], 2]);
    const context = { diagnostics: [], only: ['quickfix.repository-no-lifecycle-policy'] };
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } };
    const offered = await client.request('textDocument/codeAction', { textDocument: { uri: URI }, range, context });
    expect(offered).not.toEqual([]);
    const places = { command: 'terraform-ecr.server.withoutPolicy', arguments: [URI] };
    expect(await client.request('workspace/executeCommand', places)).toEqual([{ line: 4, character: 0 }]);
    client.configuration = { codeLens: false };
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(told).toEqual([4]);
    client.configuration = { rules: { 'repository-no-lifecycle-policy': 'info' } };
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(async () => [await told(), (await lenses()).length]).toEqual([[4], 2]);
    client.configuration = {};
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(told).toEqual([]);
    client.editorSettings['editor.codeLens'] = false;
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(told).toEqual([4]);
  });

  it('links the types of resources on request', async () => {
    await client.initialize('all');
    client.open(URI, REPOSITORIES);
    const links = async () => client.request('textDocument/documentLink', { textDocument: { uri: URI } });
    expect(await links()).toEqual([]);
    client.configuration = { links: { types: true } };
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(links).toHaveLength(2);
  });

  it('is left out as the settings say', async () => {
    await client.initialize('all');
    client.open(POLICIES, POLICY);
    client.configuration = { inlayHints: { units: false, shielding: false } };
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(hints).toEqual([]);
    client.configuration = { inlayHints: { shielding: false } };
    client.notify('workspace/didChangeConfiguration', { settings: {} });
    await expect.poll(hints).toEqual(['10: = 14 days since push', '15: newest images kept']);
  });
});
