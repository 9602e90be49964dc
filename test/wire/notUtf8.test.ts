import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';
import { folderWith, removeFolders, run } from './support.ts';

const clients: WireClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
  removeFolders();
});

/** A text as an old editor saves it: one byte for each character. */
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const JSON_POLICY =
  '{"rules":[{"rulePriority":1,"description":"ältere","selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}]}';
const TEMPLATE = `%{ if true ~}\n${JSON_POLICY}\n%{ endif ~}\n`;
const policy = (expression: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${expression}\n}\n`;
const repository = (more: string) => `resource "aws_ecr_repository" "r" {\n  name = "app"\n${more}}\n`;

/** Terraform 1.11.4 refuses each of these at `plan`; `p.json` and `t.tftpl` are Latin-1. */
const UNREADABLE: Readonly<Record<string, readonly [code: string, problem: string]>> = {
  file: [policy('file("p.json")'), 'template-error 3:16'],
  'file of the module': [policy('file("${path.module}/p.json")'), 'template-error 3:16'],
  templatefile: [policy('templatefile("t.tftpl", {})'), 'template-error 3:16'],
  'templatefile without template parts': [policy('templatefile("p.json", {})'), 'template-error 3:16'],
  'decoded and encoded': [policy('jsonencode(jsondecode(file("p.json")))'), 'template-error 3:38'],
  trimmed: [policy('trimspace(file("p.json"))'), 'template-error 3:26'],
  'in a local': [`locals {\n  p = file("p.json")\n}\n${policy('local.p')}`, 'template-error 2:7'],
  'a known branch': [policy('true ? file("p.json") : "{}"'), 'template-error 3:23'],
  'each of a set': [
    `resource "aws_ecr_lifecycle_policy" "p" {\n  for_each   = toset(["app"])\n  repository = each.key\n  policy     = file("p.json")\n}\n`,
    'template-error 4:16',
  ],
  'another argument': [repository('  tags = {\n    Owner = file("p.json")\n  }\n'), 'template-error 4:13'],
};

/** Terraform accepts these, or does not read the file. */
const READABLE: Readonly<Record<string, string>> = {
  'another branch': policy('false ? file("p.json") : file("utf8.json")'),
  tried: policy('try(file("p.json"), file("utf8.json"))'),
  tested: policy('can(file("p.json")) ? "{}" : file("utf8.json")'),
  existing: policy('fileexists("p.json") ? file("utf8.json") : "{}"'),
  'in Base64': repository('  tags = {\n    Hash = md5(filebase64("p.json"))\n  }\n'),
  'the replacement character': policy('file("replacement.json")'),
  'beyond the basic plane': policy('file("linear-b.json")'),
  'a byte order mark in code': `\uFEFF${policy('file("utf8.json")')}`,
};

const FILES = {
  'p.json': latin1(JSON_POLICY),
  't.tftpl': latin1(TEMPLATE),
  'utf8.json': JSON_POLICY,
  'replacement.json': JSON_POLICY.replace('ä', '\uFFFD'),
  'linear-b.json': JSON_POLICY.replace('ä', '\u{10000}\u{1D400}'),
};

/** Code in Latin-1: Terraform refuses what is not in a comment. */
const CODE: Readonly<Record<string, readonly [text: string, problems: readonly string[]]>> = {
  'in a comment': [repository('  # für später\n'), []],
  'in a comment of several lines': [`/* für\n   später */\n${repository('')}`, []],
  'behind code': [repository('  force_delete = true // für später\n'), []],
  'in a string': [repository('  tags = { Team = "für" }\n'), ['syntax 3:21']],
  'in a key': [repository('  tags = { "für" = "x" }\n'), ['syntax 3:14']],
  'in a heredoc': [repository('  tags = {\n    A = <<-EOT\n      für\n    EOT\n  }\n'), ['syntax 5:8']],
  'in an interpolation': [repository('  tags = { A = "${"für"}" }\n'), ['syntax 3:21']],
  'in a name': [repository('  tägs = {}\n'), ['syntax 3:4']],
  'in both': [repository('  # für\n  tags = { Team = "für" }\n'), ['syntax 4:21']],
};

interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** The errors of each folder, as `rule line:column`. */
function errorsByFolder(files: Readonly<Record<string, string | Buffer>>): Readonly<Record<string, readonly string[]>> {
  const { stdout } = run(folderWith(files), 'check', '.', '--format', 'json');
  const { problems }: { readonly problems: readonly Reported[] } = JSON.parse(stdout);
  const found: Record<string, string[]> = {};
  for (const path of Object.keys(files)) found[folderOf(path)] ??= [];
  for (const { file, rule, severity, range } of problems) {
    if (severity !== 'error') continue;
    found[folderOf(file)]?.push(`${rule} ${range.start.line + 1}:${range.start.character + 1}`);
  }
  return found;
}

function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

/** A folder for each case, with its code and the files that it reads. */
function laidOut(cases: Readonly<Record<string, string | Buffer>>): Readonly<Record<string, string | Buffer>> {
  return Object.fromEntries(
    Object.entries(cases).flatMap(([name, code]) => [
      [`${name}/main.tf`, code],
      ...Object.entries(FILES).map(([file, text]) => [`${name}/${file}`, text]),
    ]),
  );
}

function mapped<From, To>(cases: Readonly<Record<string, From>>, convert: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, convert(one)]));
}

describe('files that are not UTF-8', () => {
  it('are reported where an expression reads them', () => {
    const found = errorsByFolder(laidOut(mapped(UNREADABLE, ([code]) => code)));
    expect(found).toEqual(mapped(UNREADABLE, ([, problem]) => [problem]));
  });

  it('are not reported where Terraform does not refuse them', () => {
    expect(errorsByFolder(laidOut(READABLE))).toEqual(mapped(READABLE, () => []));
  });

  it('are reported in code outside of comments', () => {
    expect(errorsByFolder(laidOut(mapped(CODE, ([text]) => latin1(text))))).toEqual(mapped(CODE, ([, found]) => found));
  });

  it.each([['p.json'], ['utf8.json']])('are reported when they are named: %s', (name) => {
    const { status, stdout } = run(folderWith(FILES), 'check', name);
    const isRefused = name === 'p.json';
    expect(status).toBe(isRefused ? 1 : 0);
    expect(stdout.includes('p.json:1:1 error template-error')).toBe(isRefused);
    expect(stdout.includes('not valid UTF-8 (line 1, character 44)')).toBe(isRefused);
  });

  it('keep their bytes when code next to them is fixed', () => {
    const text = latin1(repository('  # für\n  image_tag_mutabilty = "IMMUTABLE"\n'));
    const { stderr } = run(folderWith({ 'main.tf': text }), 'check', '--fix', '.');
    expect(stderr).toContain('it is not UTF-8');
  });

  it('are reported while an editor shows them, until they are saved as UTF-8', async () => {
    const folder = folderWith({ 'main.tf': policy('file("p.json")'), 'p.json': latin1(JSON_POLICY) });
    const client = new WireClient();
    clients.push(client);
    const root = pathToFileURL(folder).href;
    await client.initialize('all', [root]);
    const codes = async () => {
      const answer = (await client.request('textDocument/diagnostic', {
        textDocument: { uri: `${root}/main.tf` },
      })) as { readonly items: readonly { readonly code: string }[] };
      return answer.items.map(({ code }) => code);
    };
    const waits = { timeout: 600_000 };
    await expect.poll(codes, waits).toEqual(['template-error']);
    const uri = `${root}/p.json`;
    const shown = JSON_POLICY.replace('ä', '\uFFFD');
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text: shown } });
    expect(await codes()).toEqual(['template-error']);
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: JSON_POLICY }],
    });
    await expect.poll(codes, waits).toEqual([]);
    writeFileSync(join(folder, 'p.json'), JSON_POLICY);
    client.notify('textDocument/didSave', { textDocument: { uri } });
    client.notify('textDocument/didClose', { textDocument: { uri } });
    await expect.poll(codes, waits).toEqual([]);
  }, 120_000);
});
