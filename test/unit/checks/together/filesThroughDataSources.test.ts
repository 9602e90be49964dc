import { describe, expect, it } from 'vitest';
import { problemLines, ruleIds } from '../../support/checkProblems.ts';

const json = (count: string, more = '') =>
  `{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${count} }, "action": { "type": "expire" } }]${more} }\n`;
const policy = (expression: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${expression}\n}\n`;
const data = (type: string, lines: string) => `data "${type}" "f" {\n${lines}}\n`;
const template = (vars: string, path = '"${path.module}/p.tpl"') =>
  data('template_file', `  template = file(${path})\n${vars === '' ? '' : `  vars     = ${vars}\n`}`);
const RENDERED = policy('data.template_file.f.rendered');
const CONTENT = policy('data.local_file.f.content');
const localFile = (more = '') => data('local_file', `  filename = "\${path.module}/p.json"\n${more}`);

/** Modules with one mistake in what they read, and where it is reported. */
const WRONG: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string]>> = {
  'a template without variables': [
    { 'main.tf': template('') + RENDERED, 'p.tpl': json('0') },
    'p.tpl:1:119 policy-number-range',
  ],
  'a template with a number': [
    { 'main.tf': template('{ n = 0 }') + RENDERED, 'p.tpl': json('${n}') },
    'p.tpl:1:119 policy-number-range',
  ],
  'a template with a text in quotes': [
    { 'main.tf': template('{ n = "5" }') + RENDERED, 'p.tpl': json('"${n}"') },
    'p.tpl:1:119 policy-value-type',
  ],
  'a template with an unknown variable': [
    { 'main.tf': template('{ n = var.n }') + RENDERED, 'p.tpl': json('${n}', ', "x": 1') },
    'p.tpl:1:162 policy-unknown-key',
  ],
  'a template that compares texts': [
    { 'main.tf': template('{ on = true }') + RENDERED, 'p.tpl': json('%{ if on == "true" }0%{ else }5%{ endif }') },
    'p.tpl:1:139 policy-number-range',
  ],
  'a template without its file': [{ 'main.tf': template('') + RENDERED }, 'main.tf:2:19 file-missing'],
  'a local file': [{ 'main.tf': localFile() + CONTENT, 'p.json': json('0') }, 'p.json:1:119 policy-number-range'],
  'a sensitive local file': [
    {
      'main.tf':
        data('local_sensitive_file', '  filename = "p.json"\n') + policy('data.local_sensitive_file.f.content'),
      'p.json': json('0'),
    },
    'p.json:1:119 policy-number-range',
  ],
  'a local file, decoded': [
    { 'main.tf': localFile() + policy('jsonencode(jsondecode(data.local_file.f.content))'), 'p.json': json('0') },
    'p.json:1:119 policy-number-range',
  ],
  'the content of a file that is written': [
    {
      'main.tf': `resource "local_file" "f" {\n  filename = "out.json"\n  content  = jsonencode({ rules = [] })\n}\n${policy('local_file.f.content')}`,
    },
    'main.tf:7:16 policy-rule-count',
  ],
  'through a local': [
    {
      'main.tf': `locals {\n  p = data.template_file.f.rendered\n}\n${template('')}${policy('local.p')}`,
      'p.tpl': json('0'),
    },
    'p.tpl:1:119 policy-number-range',
  ],
};

const SILENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a right template': { 'main.tf': template('{ n = 5 }') + RENDERED, 'p.tpl': json('${n}') },
  'a template with an unknown number': { 'main.tf': template('{ n = var.n }') + RENDERED, 'p.tpl': json('${n}') },
  'a template that compares texts': {
    'main.tf': template('{ on = true }') + RENDERED,
    'p.tpl': json('%{ if on == "true" }5%{ else }0%{ endif }'),
  },
  'a right local file': { 'main.tf': localFile() + CONTENT, 'p.json': json('5') },
  'a local file that something else writes first': {
    'main.tf': `${localFile('  depends_on = [null_resource.make]\n')}${CONTENT}resource "null_resource" "make" {}\n`,
    'p.json': json('0'),
  },
  'a local file that something else makes': {
    'main.tf': `${localFile('  depends_on = [null_resource.make]\n')}${CONTENT}resource "null_resource" "make" {}\n`,
  },
  'a local file that does not exist yet': { 'main.tf': localFile() + CONTENT },
  'a template of each': {
    'main.tf': `data "template_file" "f" {\n  for_each = toset(["5"])\n  template = file("p.tpl")\n  vars     = { n = each.key }\n}\n${policy('data.template_file.f["5"].rendered')}`,
    'p.tpl': json('${n}'),
  },
  'a template in the code': {
    'main.tf': data('template_file', '  template = "${"$"}{x}"\n  vars     = { x = var.x }\n') + RENDERED,
  },
  'variables that are not known': { 'main.tf': template('var.all') + RENDERED, 'p.tpl': json('${n}') },
  'another data source': { 'main.tf': data('http', '  url = "https://example.com"\n') + policy('data.http.f.content') },
};

describe('policies that data sources read from files', () => {
  it.each(Object.entries(WRONG))('are checked where they are written: %s', (_, [files, problem]) => {
    expect(problemLines(files).map((line) => line.replace(/ (error|warning) /, ' '))).toEqual([problem]);
  });

  it.each(Object.entries(SILENT))('are left alone: %s', (_, files) => {
    expect(ruleIds(files)).toEqual([]);
  });
});
