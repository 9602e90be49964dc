import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { contributes } from '../../package.json';
import { CHECKS } from '../../server/src/checks/registry.ts';
import { IGNORE_KEYS, KEEP_KEYS, SETTINGS_KEYS, SEVERITY_WORDS } from '../../server/src/facts/product/settingsKeys.ts';
import { WireClient } from './client.ts';
import { folderWith, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

const OFF = '{ "rules": { "rule-count-unit-missing": "off" } }';
const clean = { status: 0, stderr: '', stdout: expect.stringMatching(/^0 errors, 0 warnings/) };

describe('the settings file on the command line', () => {
  it('holds for folders below, however the file is named', () => {
    const folder = folderWith({ '.terraform-ecr.json': OFF, 'infra/ecr/main.tf': WRONG });
    expect(run(folder, 'check')).toMatchObject(clean);
    expect(run(folder, 'check', 'infra')).toMatchObject(clean);
    expect(run(folder, 'check', 'infra/ecr/main.tf')).toMatchObject(clean);
    expect(run(join(folder, 'infra'), 'check').status).toBe(1);
    expect(run(folderWith({}), 'check', folder)).toMatchObject(clean);
    expect(run(folderWith({}), 'check', join(folder, 'infra')).status).toBe(1);
  });

  it('counts after flags', () => {
    const folder = folderWith({ '.terraform-ecr.json': OFF, 'main.tf': WRONG });
    expect(run(folder, 'check', '--rule', 'rule-count-unit-missing=error').status).toBe(1);
  });

  it('leaves files out of the report, the counts and the fixes', () => {
    const folder = folderWith({
      '.terraform-ecr.json': '{ "exclude": ["old/"] }',
      'old/main.tf': WRONG,
      'new/main.tf': WRONG,
    });
    expect(run(folder, 'check', '--fix', '.', 'old/main.tf').stdout).toContain('in 1 file (');
    expect(readFileSync(join(folder, 'old/main.tf'), 'utf8')).toBe(WRONG);
    expect(readFileSync(join(folder, 'new/main.tf'), 'utf8')).toBe(RIGHT);
  });

  it('is checked itself, and fixed', () => {
    const folder = folderWith({ '.terraform-ecr.json': '{ "rule": {} }', 'infra/main.tf': RIGHT });
    const { status, stdout } = run(folder, 'check', 'infra', '--max-warnings', '0');
    expect(status).toBe(1);
    expect(stdout).toContain('.terraform-ecr.json:1:3 warning settings-invalid');
    expect(stdout).toContain('in 1 file (');
    expect(run(folder, 'check', '--fix').stderr).toBe('terraform-ecr: fixed .terraform-ecr.json: 1 settings-invalid\n');
    expect(readFileSync(join(folder, '.terraform-ecr.json'), 'utf8')).toBe('{ "rules": {} }');
    expect(run(folder, 'check', '.terraform-ecr.json')).toMatchObject(clean);
  });

  it('names a settings file that cannot be read', () => {
    const folder = folderWith({ '.terraform-ecr.json': Buffer.from([0]), 'main.tf': RIGHT });
    const { status, stderr } = run(folder, 'check', 'main.tf');
    expect(status).toBe(2);
    expect(stderr).toBe('terraform-ecr: .terraform-ecr.json cannot be read: it is a binary file\n');
  });
});

interface Report {
  readonly items: readonly { readonly code: string; readonly severity: number }[];
}

describe('the settings file in the editor', () => {
  it('holds while it is being typed, has problems and fixes of its own', async () => {
    const folder = folderWith({ '.terraform-ecr.json': OFF, 'infra/main.tf': WRONG });
    const uri = pathToFileURL(join(folder, 'infra/main.tf')).href;
    const settingsUri = pathToFileURL(join(folder, '.terraform-ecr.json')).href;
    const client = new WireClient();
    await client.initialize('all', [pathToFileURL(folder).href]);
    await client.notification('workspace/diagnostic/refresh');
    client.open(uri, WRONG);
    const problemsOf = async (of: string) => {
      const report = (await client.request('textDocument/diagnostic', { textDocument: { uri: of } })) as Report;
      return report.items.map(({ code, severity }) => [code, severity]);
    };
    // Folders are read after the start; the settings may arrive a moment after the document.
    await expect.poll(() => problemsOf(uri)).toEqual([]);
    client.open(settingsUri, '{ "rules": { "rule-count-unit-missing": "warn" } }');
    expect(await problemsOf(uri)).toEqual([['rule-count-unit-missing', 1]]);
    expect(await problemsOf(settingsUri)).toEqual([['settings-invalid', 2]]);
    const position = { line: 0, character: 44 };
    const actions = (await client.request('textDocument/codeAction', {
      textDocument: { uri: settingsUri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    })) as { title: string; edit: { changes: Record<string, { newText: string }[]> } }[];
    expect(actions.map(({ title, edit }) => [title, edit.changes[settingsUri]?.[0]?.newText])).toEqual([
      ['Replace with "warning"', '"warning"'],
    ]);
    expect(await client.request('textDocument/hover', { textDocument: { uri: settingsUri }, position })).toBeNull();
    await client.stop();
  });
});

describe('the schema of the settings file', () => {
  it('is where the manifest says and knows the same keys, rules and severities', () => {
    const [validation] = contributes.jsonValidation;
    expect(validation?.fileMatch).toBe('.terraform-ecr.json');
    const { properties, definitions } = JSON.parse(readFileSync(resolve(validation?.url ?? ''), 'utf8'));
    expect(Object.keys(properties)).toEqual(SETTINGS_KEYS);
    expect(Object.keys(properties.ignore.items.properties)).toEqual(IGNORE_KEYS);
    expect(Object.keys(properties.keep.items.properties)).toEqual(KEEP_KEYS);
    expect(definitions.severity.enum).toEqual(SEVERITY_WORDS);
    expect(definitions.ruleId.enum).toEqual(CHECKS.map(({ id }) => id).sort());
  });
});
