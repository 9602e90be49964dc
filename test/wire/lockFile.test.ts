import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';
import { folderWith, removeFolders, run, WRONG } from './support.ts';

const LOCK = '.terraform.lock.hcl';
const locked = (version: string) =>
  `# Kept by "terraform init".\n\nprovider "registry.terraform.io/hashicorp/aws" {\n  version = "${version}"\n  hashes = [\n    "h1:x",\n  ]\n}\n`;

const MODULE = `resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  principal_arn = "arn:aws:iam::123456789012:role/scanner"
}
`;

const clients: WireClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  removeFolders();
});

interface WorkspaceReport {
  readonly items: readonly { readonly uri: string; readonly resultId: string; readonly items: readonly object[] }[];
}

describe('the lock file beside a module', () => {
  it('decides on the command line, and is no Terraform file itself', () => {
    const folder = folderWith({ 'infra/main.tf': MODULE, [`infra/${LOCK}`]: locked('6.27.0') });
    const { status, stdout } = run(folder, 'check', 'infra');
    expect(status).toBe(1);
    expect(stdout).toContain('infra/main.tf:1:1 error provider-version');
    expect(stdout).toContain('in 1 file (');
    writeFileSync(`${folder}/infra/${LOCK}`, locked('6.28.0'));
    expect(run(folder, 'check', 'infra')).toMatchObject({ status: 0 });
  });

  it('decides in the editor, also when it appears and changes later', async () => {
    const folder = folderWith({ 'main.tf': `${MODULE}\n${WRONG}` });
    const uri = pathToFileURL(folder).href;
    const client = new WireClient();
    clients.push(client);
    await client.initialize('all', [uri]);
    const pull = async (previous: WorkspaceReport | null) => {
      const previousResultIds = previous?.items.map((item) => ({ uri: item.uri, value: item.resultId })) ?? [];
      return (await client.request('workspace/diagnostic', { previousResultIds })) as WorkspaceReport;
    };
    const write = (version: string, type: number) => {
      writeFileSync(`${folder}/${LOCK}`, locked(version));
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${uri}/${LOCK}`, type }] });
    };
    const other = { code: 'rule-count-unit-missing' };
    const unused = { code: 'exclusion-unused' };
    const first = await pull(null);
    expect(first.items).toMatchObject([{ items: [unused, other] }]);
    const second = pull(first);
    write('6.27.0', 1);
    const told = await second;
    expect(told.items.find((item) => item.uri.endsWith('main.tf'))).toMatchObject({
      items: [{ code: 'provider-version' }, unused, other],
    });
    const third = pull(told);
    write('6.28.0', 2);
    expect((await third).items.find((item) => item.uri.endsWith('main.tf'))).toMatchObject({
      items: [unused, other],
    });
  });
});
