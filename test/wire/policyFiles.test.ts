import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const clients: WireClient[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function startIn(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-wire-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const client = new WireClient();
  clients.push(client);
  const root = pathToFileURL(folder).href;
  await client.initialize('all', [root]);
  return { client, uriOf: (name: string) => `${root}/${name}`, folder };
}

interface Diagnostic {
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

async function problems(client: WireClient, uri: string): Promise<string[]> {
  const report = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
    readonly items: readonly Diagnostic[];
  };
  return report.items.map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`);
}

const RESOURCE = (policy: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = ${policy}\n}\n`;

const POLICY = (count: string) => `{
  "rules": [
    {
      "rulePriority": 1,
      "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${count} },
      "action": { "type": "expire" }
    }
  ]
}
`;

describe('policies in files of their own', () => {
  it('are checked as they are on disk and as they are being edited', async () => {
    const { client, uriOf } = await startIn({
      'main.tf': RESOURCE('file("${path.module}/policies/app.json")'),
      'policies/app.json': POLICY('0'),
    });
    const json = uriOf('policies/app.json');
    const problemsOfBoth = async () => [
      ...(await problems(client, uriOf('main.tf'))),
      ...(await problems(client, json)),
    ];
    await expect.poll(problemsOfBoth).toEqual(['policy-number-range 4:91']);
    const registered = await client.notification(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) =>
        registrations.some(({ method }) => method === 'textDocument/didOpen'),
    );
    expect(JSON.stringify(registered)).toContain('policies/app.json');
    client.notify('textDocument/didOpen', {
      textDocument: { uri: json, languageId: 'json', version: 1, text: POLICY('5') },
    });
    await expect.poll(() => problems(client, json)).toEqual([]);
    client.notify('textDocument/didClose', { textDocument: { uri: json } });
    await expect.poll(() => problems(client, json)).toEqual(['policy-number-range 4:91']);
  });

  it('are completed, explained and mended while they are open', async () => {
    const { client, uriOf } = await startIn({
      'main.tf': RESOURCE('file("policy.json")'),
      'policy.json': POLICY('"5"').replace('"imageCountMoreThan"', '""'),
    });
    const uri = uriOf('policy.json');
    await expect
      .poll(async () => [...(await problems(client, uriOf('main.tf'))), ...(await problems(client, uri))].length)
      .toBe(2);
    const text = POLICY('"5"').replace('"imageCountMoreThan"', '""');
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
    const line = text.split('\n')[4] ?? '';
    const items = (await client.request('textDocument/completion', {
      textDocument: { uri },
      position: { line: 4, character: line.indexOf('""') + 1 },
    })) as { readonly label: string }[];
    expect(items.map(({ label }) => label)).toContain('sinceImagePulled');
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: line.indexOf('tagStatus') + 2 },
    });
    expect(JSON.stringify(hover)).toContain('tagStatus');
    const at = { line: 4, character: line.indexOf('"5"') };
    const actions = (await client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })) as { readonly title: string; readonly edit: { readonly changes: object } }[];
    expect(actions.map(({ title }) => title)).toContain('Change it to 5');
    expect(Object.keys(actions[0]?.edit.changes ?? {})).toEqual([uri]);
  });

  it('that are missing are told at the path, until they come', async () => {
    const { client, uriOf, folder } = await startIn({ 'main.tf': RESOURCE('file("${path.module}/policy.json")') });
    await expect.poll(() => problems(client, uriOf('main.tf'))).toEqual(['file-missing 2:20']);
    writeFileSync(join(folder, 'policy.json'), POLICY('5'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('policy.json'), type: 1 }] });
    await expect.poll(() => problems(client, uriOf('main.tf'))).toEqual([]);
  });

  it('outside the folder are never read', async () => {
    const { client, uriOf } = await startIn({ 'main.tf': RESOURCE('file("../none.json")') });
    await expect.poll(() => problems(client, uriOf('main.tf'))).toEqual([]);
  });
});

describe('modules that call each other', () => {
  it('are followed, and an edit of the one changes what is told of the other', async () => {
    const child = (range: string) =>
      `variable "keep" {\n  type = ${range}\n}\n${RESOURCE('jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }, action = { type = "expire" } }] })')}`;
    const { client, uriOf } = await startIn({
      'main.tf': 'module "ecr" {\n  source = "./ecr"\n  keep   = "5"\n}\n',
      'ecr/main.tf': child('number'),
    });
    await expect.poll(() => problems(client, uriOf('main.tf'))).toEqual([]);
    client.open(uriOf('ecr/main.tf'), child('any'));
    await expect.poll(() => problems(client, uriOf('main.tf'))).toEqual(['policy-value-type 2:11']);
    // A declared type that no value of a caller can satisfy is the called module's own mistake, and is only reported
    // there.
    const textDocument = { uri: uriOf('ecr/main.tf'), version: 2 };
    client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: child('string') }] });
    await expect.poll(() => problems(client, uriOf('main.tf'))).toEqual([]);
    expect(await problems(client, uriOf('ecr/main.tf'))).toEqual(['policy-value-type 5:138']);
  });
});

describe('commands of the server', () => {
  it('render and explain the policy at the cursor', async () => {
    const { client, uriOf } = await startIn({ 'main.tf': '' });
    const uri = uriOf('main.tf');
    client.open(uri, RESOURCE(`<<-EOF\n${POLICY('5')}EOF`));
    const run = (command: string) =>
      client.request('workspace/executeCommand', { command, arguments: [uri, { line: 1, character: 3 }] });
    expect(await run('terraform-ecr.server.render')).toMatchObject({ kind: 'text', languageId: 'json' });
    const explained = (await run('terraform-ecr.server.explain')) as { readonly text: string };
    expect(explained.text).toContain('Keeps the newest 5 of all images and deletes the rest.');
  });
});
