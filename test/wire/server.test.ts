import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { WireClient } from './client.ts';

interface Diagnostic {
  readonly code: string;
  readonly source: string;
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly codeDescription: { readonly href: string };
}

const POLICY = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countNumber = 14 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 1
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      }
    ]
  })
}
`;

const URI = 'untitled:policy.tf';
const clients: WireClient[] = [];
const folders: string[] = [];

function start(command?: readonly string[]): WireClient {
  const client = new WireClient(command);
  clients.push(client);
  return client;
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-wire-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(folder).href;
}

const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code);

async function pull(client: WireClient, uri: string): Promise<Diagnostic[]> {
  const report = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
    items: Diagnostic[];
  };
  return report.items;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('diagnostics', () => {
  it('are pulled by a client that can', async () => {
    const client = start();
    const { capabilities } = await client.initialize('all');
    expect(capabilities['diagnosticProvider']).toMatchObject({ workspaceDiagnostics: true });
    client.open(URI, POLICY);
    const items = await pull(client, URI);
    expect(codes(items)).toEqual(['rule-count-unit-missing', 'rule-priority-duplicate']);
    expect(items[0]).toMatchObject({
      source: 'terraform-ecr',
      severity: 1,
      range: { start: { line: 6, character: POLICY.split('\n')[6]?.indexOf('"sinceImagePushed"') } },
    });
    expect(items[0]?.codeDescription.href).toMatch(/rule-count-unit-missing/);
  });

  it('are pushed to a client that cannot pull, and taken back when they vanish', async () => {
    const client = start();
    const { capabilities } = await client.initialize('few');
    expect(capabilities['diagnosticProvider']).toBeUndefined();
    client.open(URI, POLICY);
    const pushed = (await client.notification('textDocument/publishDiagnostics')) as { diagnostics: Diagnostic[] };
    expect(codes(pushed.diagnostics)).toEqual(['rule-count-unit-missing', 'rule-priority-duplicate']);
    const contentChanges = [{ text: POLICY.replace('"sinceImagePushed",', '"sinceImagePushed", countUnit = "days",') }];
    client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges });
    const after = (await client.notification('textDocument/publishDiagnostics')) as { diagnostics: Diagnostic[] };
    expect(codes(after.diagnostics)).toEqual(['rule-priority-duplicate']);
  });

  it('come for closed files of the workspace, and follow the files on disk', async () => {
    const folder = folderWith({ 'policy.tf': POLICY });
    const client = start();
    await client.initialize('all', [folder]);
    const first = (await client.request('workspace/diagnostic', { previousResultIds: [] })) as {
      items: { uri: string; resultId: string; items: Diagnostic[] }[];
    };
    expect(first.items.map(({ uri, items }) => [uri.split('/').at(-1), codes(items)])).toEqual([
      ['policy.tf', ['rule-count-unit-missing', 'rule-priority-duplicate']],
    ]);
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const second = client.request('workspace/diagnostic', { previousResultIds });
    const uri = `${folder}/policy.tf`;
    writeFileSync(new URL(uri), '# nothing left\n');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    expect(await second).toMatchObject({ items: [{ uri, items: [] }] });
  });

  it('use locals of other files of the module', async () => {
    const folder = folderWith({
      'locals.tf': 'locals {\n  keep = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }\n}\n',
      'main.tf':
        'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [{ rulePriority = 1, selection = local.keep, action = { type = "expire" } }] })\n}\n',
    });
    const client = start();
    await client.initialize('all', [folder]);
    const { items } = (await client.request('workspace/diagnostic', { previousResultIds: [] })) as {
      items: { uri: string; items: Diagnostic[] }[];
    };
    expect(items.map(({ uri, items: found }) => [uri, codes(found)])).toEqual([
      [`${folder}/locals.tf`, ['rule-count-unit-missing']],
    ]);
  });

  it('do not take an open file for another than the same file on disk, however its address is spelled', async () => {
    const folder = folderWith({ 'a@b (1).tf': POLICY });
    const client = start();
    await client.initialize('all', [folder]);
    await client.request('workspace/diagnostic', { previousResultIds: [] });
    const encoded = `${folder}/a%40b%20%281%29.tf`;
    client.open(encoded, '# empty now\n');
    expect(codes(await pull(client, encoded))).toEqual([]);
    expect(codes(await pull(client, `${folder}/a@b%20(1).tf`))).toEqual([]);
  });

  it('take the severities of the settings', async () => {
    const client = start();
    client.configuration = { rules: { 'rule-priority-duplicate': 'off', 'rule-count-unit-missing': 'hint' } };
    await client.initialize('all');
    await client.notification('workspace/configuration');
    client.open(URI, POLICY);
    const items = await pull(client, URI);
    expect(items.map(({ code, severity }) => [code, severity])).toEqual([['rule-count-unit-missing', 4]]);
  });
});

describe('features', () => {
  it('offers a quick fix and a fix-all', async () => {
    const client = start();
    await client.initialize('all');
    client.open(URI, POLICY);
    const range = { start: { line: 6, character: 62 }, end: { line: 6, character: 62 } };
    const ask = (only: string[]) =>
      client.request('textDocument/codeAction', {
        textDocument: { uri: URI },
        range,
        context: { diagnostics: [], only },
      });
    const fixes = (await ask(['quickfix'])) as { title: string; isPreferred: boolean }[];
    expect(fixes.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Add countUnit = "days"', true],
      ['Fix all problems in this file', undefined],
      ['Ignore rule-count-unit-missing here', undefined],
    ]);
    const ofRule = (await ask(['quickfix.rule-count-unit-missing'])) as typeof fixes;
    expect(ofRule.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([['Add countUnit = "days"', true]]);
    expect(fixes).toContainEqual(ofRule[0]);
    expect(await ask(['quickfix.rule-priority-duplicate'])).toEqual([]);
    expect(await ask([''])).toEqual(expect.arrayContaining(fixes));
    const [all] = (await ask(['source.fixAll'])) as { kind: string; edit: { changes: Record<string, TextEdit[]> } }[];
    expect(all?.kind).toBe('source.fixAll.terraform-ecr');
    const fixed = TextDocument.applyEdits(TextDocument.create(URI, '', 0, POLICY), all?.edit.changes[URI] ?? []);
    expect(fixed).toContain('countType = "sinceImagePushed", countUnit = "days", countNumber = 14');
    expect(fixed).toContain('rulePriority = 2');
  });

  it('sends documentation with the list to a plain client, and on request to one that can ask', async () => {
    const text = 'resource "aws_ecr_repository" "r" {\n  name = "r"\n  image_tag_mutability = ""\n}\n';
    const at = { textDocument: { uri: URI }, position: { line: 2, character: 26 } };
    interface Item {
      readonly label: string;
      readonly documentation?: { readonly value: string };
    }
    const plain = start();
    await plain.initialize('few');
    plain.open(URI, text);
    const [first] = (await plain.request('textDocument/completion', at)) as Item[];
    expect(first?.documentation?.value).toMatch(/tag/);

    const full = start();
    await full.initialize('all');
    full.open(URI, text);
    const [light] = (await full.request('textDocument/completion', at)) as Item[];
    expect(light?.documentation).toBeUndefined();
    const resolved = (await full.request('completionItem/resolve', light)) as Item;
    expect(resolved).toEqual({ ...light, documentation: { kind: 'markdown', value: expect.stringMatching(/tag/) } });
    for (let list = 0; list < 5; list += 1) await full.request('textDocument/completion', at);
    expect(await full.request('completionItem/resolve', light)).toEqual(light);
  });

  it('completes inside an open quote without doubling it', async () => {
    const client = start();
    await client.initialize('all');
    client.open(URI, 'resource "aws_ecr_repository" "r" {\n  name = "r"\n  image_tag_mutability = "IM"\n}\n');
    const position = { line: 2, character: 28 };
    const items = (await client.request('textDocument/completion', { textDocument: { uri: URI }, position })) as {
      label: string;
      textEdit: { newText: string };
    }[];
    expect(items.find(({ label }) => label === 'IMMUTABLE')?.textEdit.newText).toBe('IMMUTABLE');
  });

  it('explains a value on hover', async () => {
    const client = start();
    await client.initialize('all');
    client.open(URI, POLICY);
    const position = { line: 6, character: 64 };
    const hover = (await client.request('textDocument/hover', { textDocument: { uri: URI }, position })) as {
      contents: { value: string };
    };
    expect(hover.contents.value).toContain('days');
  });
});

describe('the server', () => {
  it('starts from the command line as well', async () => {
    const client = start(['dist/terraform-ecr.cjs', 'lsp', '--stdio']);
    await client.initialize('all');
    client.open(URI, POLICY);
    expect(codes(await pull(client, URI))).toHaveLength(2);
    expect(await client.stop()).toBe(0);
  });

  it('lives through text that is nothing at all', async () => {
    const client = start();
    await client.initialize('all');
    client.open('untitled:noise.tf', `${'${'.repeat(5000)}\u0000"\ud800<<EOF\n${'{['.repeat(5000)}`);
    await pull(client, 'untitled:noise.tf');
    client.open(URI, POLICY);
    expect(codes(await pull(client, URI))).toHaveLength(2);
  });
});
