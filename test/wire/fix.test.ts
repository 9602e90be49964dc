import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { WireClient } from './client.ts';
import { folderWith, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

/** Several problems that need several rounds, in every spelling. */
const MANY = `resource "aws_ecr_lifecycle_policy" "a" {
  repository = "app"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tag_status = "untaged", countType = "sinceImagePushed", countNumber = "14" }
        action       = { type = "expire" }
      },
      {
        rulePriority = 1
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
    ]
  })
}

resource "aws_ecr_lifecycle_policy" "b" {
  repository = "web"
  policy     = <<-JSON
    {
      "rules": [
        {
          "rulePriority": 1,
          "selection": { "tagStatus": "any", "countType": "sinceImagePushed", "countNumber": 3 },
          "action": { "type": "expire" },
        }
      ]
    }
  JSON
}
`;

/** The result of the editor's fix-all on a text. */
async function fixedInEditor(text: string): Promise<string> {
  const client = new WireClient();
  const uri = pathToFileURL('/module/main.tf').href;
  await client.initialize('all');
  client.open(uri, text);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const context = { diagnostics: [], only: ['source.fixAll'] };
  const answer = await client.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  const [action] = answer as { edit: { changes: Record<string, TextEdit[]> } }[];
  await client.stop();
  return TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), action?.edit.changes[uri] ?? []);
}

describe('check --fix', () => {
  it('writes the fixes, tells them, and reports what is left', () => {
    const folder = folderWith({ 'main.tf': WRONG, 'right.tf': '# nothing\n' });
    const { status, stdout, stderr } = run(folder, 'check', '--fix');
    expect(read(folder, 'main.tf')).toBe(RIGHT);
    expect(stderr).toBe('terraform-ecr: fixed main.tf: 1 rule-count-unit-missing\n');
    expect(stdout).toMatch(/^0 errors, 0 warnings in 2 files/);
    expect(status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['main.tf', 'right.tf']);
    expect(run(folder, 'check', '--fix').stderr).toBe('');
  });

  it.each([
    ['line feeds', MANY],
    ['carriage returns', MANY.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${MANY}`],
    ['no last newline', MANY.trimEnd()],
    ['characters beyond the basic plane', `# \u{1F40B} ä\n${MANY}`],
  ])('writes the same bytes as the editor for a file with %s', async (_, text) => {
    const folder = folderWith({ 'main.tf': text });
    expect(run(folder, 'check', '--fix').status).toBe(0);
    const fixed = read(folder, 'main.tf');
    expect(fixed).not.toBe(text);
    expect(fixed).toBe(await fixedInEditor(text));
    expect(fixed.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    expect(/[^\r]\n/.test(fixed)).toBe(!text.includes('\r'));
    run(folder, 'check', '--fix');
    expect(read(folder, 'main.tf')).toBe(fixed);
  });

  it('keeps the mode of the file', () => {
    const folder = folderWith({ 'main.tf': WRONG });
    chmodSync(join(folder, 'main.tf'), 0o640);
    run(folder, 'check', '--fix');
    expect(read(folder, 'main.tf')).toBe(RIGHT);
    expect(statSync(join(folder, 'main.tf')).mode & 0o777).toBe(0o640);
  });

  it('writes nothing that was not asked for', () => {
    const second = WRONG.replace('"p" {', '"second" {');
    const folder = folderWith({ 'infra/main.tf': WRONG, 'infra/second.tf': second, 'other/main.tf': WRONG });
    run(folder, 'check', '--fix', 'infra/second.tf');
    expect(read(folder, 'infra/second.tf')).not.toBe(second);
    expect(read(folder, 'infra/main.tf')).toBe(WRONG);
    expect(read(folder, 'other/main.tf')).toBe(WRONG);
  });

  it('leaves links and bytes that are no UTF-8 alone, and says so', () => {
    const broken = Buffer.concat([Buffer.from(WRONG), Buffer.from([0x23, 0xff, 0x0a])]);
    const folder = folderWith({ 'infra/broken.tf': broken, 'target.tf': WRONG });
    symlinkSync(join(folder, 'target.tf'), join(folder, 'infra', 'link.tf'));
    const { status, stderr } = run(folder, 'check', '--fix', 'infra/broken.tf', 'infra/link.tf');
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'terraform-ecr: infra/broken.tf cannot be written: it is not UTF-8, or it has changed meanwhile',
      'terraform-ecr: infra/link.tf cannot be written: it is a symbolic link',
    ]);
    expect(readFileSync(join(folder, 'infra/broken.tf')).equals(broken)).toBe(true);
    expect(read(folder, 'target.tf')).toBe(WRONG);
  });

  it('leaves alone what flags switch off', () => {
    const folder = folderWith({ 'main.tf': WRONG });
    expect(run(folder, 'check', '--fix', '--rule', 'rule-count-unit-missing=off')).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(read(folder, 'main.tf')).toBe(WRONG);
  });
});
