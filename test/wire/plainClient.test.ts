import { afterEach, describe, expect, it } from 'vitest';
import { machinePaths } from '../../server/src/files/paths.ts';
import { WireClient } from './client.ts';
import { folderWith, RIGHT, removeFolders, WRONG } from './support.ts';

const clients: WireClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
  removeFolders();
});

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly { readonly code: string }[];
}

/** Starts as a plain client does: one root, hardly any capability, no dynamic registration, no options. */
async function startIn(files: Readonly<Record<string, string>>, more: object = {}) {
  const rootUri = machinePaths.uriOf(folderWith(files));
  const client = new WireClient();
  clients.push(client);
  const { capabilities } = (await client.request('initialize', {
    processId: process.pid,
    rootUri,
    capabilities: { textDocument: { publishDiagnostics: {} } },
    ...more,
  })) as { capabilities: Record<string, unknown> };
  client.notify('initialized', {});
  return { client, capabilities, uriOf: (name: string) => `${rootUri}/${name}` };
}

/** The next published problems of the file. */
async function published(client: WireClient, uri: string): Promise<string[]> {
  const fits = (told: Published) => told.uri === uri;
  const { diagnostics } = (await client.notification('textDocument/publishDiagnostics', fits)) as Published;
  return diagnostics.map(({ code }) => code);
}

const reading = (path: string) =>
  `resource "aws_ecr_lifecycle_policy" "r" {\n  repository = "web"\n  policy     = file("${path}")\n}\n`;

const POLICY =
  '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":0},"action":{"type":"expire"}}]}';

describe('a plain client', () => {
  it('is told the problems of its root, of files that modules read, and of what it edits', async () => {
    const { client, capabilities, uriOf } = await startIn({
      'closed.tf': WRONG,
      'reader.tf': reading('${path.module}/policy.json'),
      'policy.json': POLICY,
    });
    expect(capabilities['diagnosticProvider']).toBeUndefined();
    expect(await published(client, uriOf('closed.tf'))).toEqual(['rule-count-unit-missing']);
    expect(await published(client, uriOf('policy.json'))).toEqual(['policy-number-range']);
    client.open(uriOf('closed.tf'), RIGHT);
    expect(await published(client, uriOf('closed.tf'))).toEqual([]);
  });

  it('is told nothing of a file before the rest of its module is read', async () => {
    const referring = RIGHT.replace('repository = "app"', 'repository = aws_ecr_repository.app.name');
    const { client, uriOf } = await startIn({
      'main.tf': referring,
      'app.tf': 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n',
      'wrong/main.tf': WRONG,
    });
    client.open(uriOf('main.tf'), referring);
    await published(client, uriOf('wrong/main.tf'));
    const told = client.received('textDocument/publishDiagnostics') as Published[];
    expect(told.filter(({ uri }) => uri === uriOf('main.tf')).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('completes and explains without snippets, and is offered no edit that it cannot apply', async () => {
    const { client, uriOf } = await startIn({});
    const uri = uriOf('main.tf');
    client.open(uri, WRONG);
    expect(await published(client, uri)).toEqual(['rule-count-unit-missing']);
    const line = WRONG.split('\n')[2] ?? '';
    const at = (word: string) => ({ line: 2, character: line.indexOf(word) + 2 });
    const textDocument = { uri };
    const items = (await client.request('textDocument/completion', {
      textDocument,
      position: at('"sinceImagePushed'),
    })) as { readonly label: string; readonly insertTextFormat?: number }[];
    expect(items.map(({ label }) => label)).toContain('imageCountMoreThan');
    expect(items.filter(({ insertTextFormat }) => insertTextFormat === 2)).toEqual([]);
    const hover = await client.request('textDocument/hover', { textDocument, position: at('sinceImagePushed') });
    expect(JSON.stringify(hover)).toContain('days');
    const actions = await client.request('textDocument/codeAction', {
      textDocument,
      range: { start: at('sinceImagePushed'), end: at('sinceImagePushed') },
      context: { diagnostics: [] },
    });
    expect(actions).toEqual([]);
  });

  it('is asked for nothing and has nothing registered', async () => {
    const { client, uriOf } = await startIn({
      'main.tf': WRONG,
      'reader.tf': reading('policy.json'),
      'policy.json': POLICY,
    });
    await published(client, uriOf('policy.json'));
    const asked = ['client/registerCapability', 'workspace/configuration', 'workspace/diagnostic/refresh'];
    expect(asked.flatMap((method) => client.received(method))).toEqual([]);
  });

  it('tells settings in its initialization options, and changes them', async () => {
    const settings = { 'terraform-ecr': { rules: { 'rule-count-unit-missing': 'off' } } };
    const { client, uriOf } = await startIn(
      { 'main.tf': WRONG, 'other.tf': reading('none.json') },
      {
        initializationOptions: settings,
      },
    );
    expect(await published(client, uriOf('other.tf'))).toEqual(['file-missing']);
    expect(client.received('textDocument/publishDiagnostics')).toEqual([]);
    client.notify('workspace/didChangeConfiguration', { settings: { 'terraform-ecr': {} } });
    expect(await published(client, uriOf('main.tf'))).toEqual(['rule-count-unit-missing']);
  });

  it.each([null, {}])('that answers %j for its settings keeps those of its initialization options', async (answer) => {
    const { client, uriOf } = await startIn(
      { 'main.tf': WRONG, 'other.tf': reading('none.json') },
      {
        capabilities: { workspace: { configuration: true } },
        initializationOptions: { 'terraform-ecr': { rules: { 'rule-count-unit-missing': 'off' } } },
      },
    );
    client.configuration = answer;
    expect(await published(client, uriOf('other.tf'))).toEqual(['file-missing']);
    expect(client.received('textDocument/publishDiagnostics')).toEqual([]);
  });

  it('may send texts of other tools as Terraform code: nothing is said of them', async () => {
    const { client, uriOf } = await startIn({ 'other.tf': WRONG });
    for (const name of ['terragrunt.hcl', 'app.tfcomponent.hcl', 'app.tftest.hcl']) client.open(uriOf(name), WRONG);
    expect(await published(client, uriOf('other.tf'))).toEqual(['rule-count-unit-missing']);
    const told = client.received('textDocument/publishDiagnostics') as Published[];
    expect(told.filter(({ uri }) => uri.endsWith('.hcl'))).toEqual([]);
    const position = { line: 2, character: 30 };
    const textDocument = { uri: uriOf('terragrunt.hcl') };
    expect(await client.request('textDocument/completion', { textDocument, position })).toEqual([]);
    expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
  });
});
