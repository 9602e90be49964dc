import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { PURE_FUNCTIONS } from '../../../../server/src/evaluate/functions/functions.ts';
import { LANGUAGE_BLOCKS } from '../../../../server/src/facts/language/blocks.ts';
import { FUNCTIONS } from '../../../../server/src/facts/language/functions.ts';
import { LABEL_COUNTS } from '../../../../server/src/facts/language/jsonConfiguration.ts';
import { signatureAt } from '../../../../server/src/service/completion/language/signature.ts';
import { terraformVersion } from '../../../corpus/evaluation/terraform.ts';
import { accept, itemsAt, labelsAt, openAtCursor } from './cursor.ts';

const SIGNATURES = new URL('../../../corpus/language/signatures.json', import.meta.url);

/** The parameters of each function as one release of Terraform tells them, `...` before the repeated one. */
interface Recorded {
  readonly terraform: string;
  readonly functions: Readonly<Record<string, string>>;
}

function recorded(): Recorded {
  return JSON.parse(readFileSync(SIGNATURES, 'utf8'));
}

interface Parameter {
  readonly name: string;
}

function signaturesOfTerraform(): Recorded['functions'] {
  const { stdout } = spawnSync('terraform', ['metadata', 'functions', '-json'], { encoding: 'utf8' });
  const {
    function_signatures: signatures,
  }: {
    readonly function_signatures: Readonly<
      Record<string, { readonly parameters?: readonly Parameter[]; readonly variadic_parameter?: Parameter }>
    >;
  } = JSON.parse(stdout);
  const names = Object.entries(signatures).map(([name, { parameters = [], variadic_parameter: variadic }]) => {
    const repeated = variadic === undefined ? [] : [`...${variadic.name}`];
    return [name, [...parameters.map((one) => one.name), ...repeated].join(' ')];
  });
  return Object.fromEntries(names);
}

const MODULE = `variable "region" {
  description = "Where it *runs*"
  type        = string
}

variable "settings" {
  type = object({
    kept = number
    name = optional(string)
  })
}

locals {
  names  = toset(["a", "b"])
  shared = { kept = 30, days = 14 }
}

data "aws_caller_identity" "here" {}

resource "aws_kms_key" "images" {
  description = "Images"
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

module "network" {
  source = "./network"
}
`;

const inModule = (text: string) => `${MODULE}\n${text}`;
const output = (value: string) => inModule(`output "o" {\n  value = ${value}\n}\n`);

describe('names after a dot, alone', () => {
  it.each([
    ['var.$0', ['region', 'settings']],
    ['var.r$0', ['region', 'settings']],
    ['local.$0', ['names', 'shared']],
    ['each.$0', ['key', 'value']],
    ['count.$0', ['index']],
    ['path.$0', ['module', 'root', 'cwd']],
    ['terraform.$0', ['workspace']],
    ['module.$0', ['network']],
    ['data.$0', ['aws_caller_identity']],
    ['data.aws_caller_identity.$0', ['here']],
    ['aws_kms_key.$0', ['images']],
    ['aws_kms_key.images.$0', ['arn', 'id', 'key_id', 'description']],
    ['aws_kms_key.images[0].$0', ['arn', 'id', 'key_id', 'description']],
    ['data.aws_caller_identity.here.$0', ['account_id', 'arn', 'id', 'user_id']],
    ['local.shared.$0', ['kept', 'days']],
    ['var.settings.$0', ['kept', 'name']],
    ['var.region.$0', []],
    ['aws_kms_key.other.$0', []],
    ['nothing.$0', []],
  ])('%s', (typed, names) => {
    const places = [
      output(typed),
      output(`"x-\${${typed}}"`),
      output(`[true, ${typed}]`),
      output(`merge({ a = ${typed} })`),
      output(`1 + ${typed}`),
      output(`true ? ${typed} : null`),
      output(`<<EOF\n\${${typed}}\nEOF`),
      inModule(`resource "aws_iam_role" "r" {\n  name = ${typed}\n}\n`),
      inModule(`locals {\n  x = ${typed}\n`),
    ];
    for (const place of places) expect([place, labelsAt(place)]).toEqual([place, names]);
    for (const place of places) {
      const beside = labelsAt(place, false);
      expect(beside).toEqual([]);
    }
  });
});

describe('where an expression begins, alone', () => {
  it.each([
    'v$0',
    '$0',
    '[$0]',
    '[var.region, $0]',
    'upper($0)',
    'max(1, $0)',
    '"${$0}"',
    'true ? $0 : null',
    '!$0',
    '{ a = $0 }',
    '[for name in $0 : name]',
    '1 + $0',
    '(\n    $0\n  )',
  ])('%s has what the module declares, and functions', (value) => {
    const labels = labelsAt(output(value));
    expect(labels.slice(0, 4)).toEqual(['var.region', 'var.settings', 'local.names', 'local.shared']);
    for (const name of ['aws_kms_key.images', 'data.aws_caller_identity.here', 'module.network', 'jsonencode', 'null'])
      expect(labels).toContain(name);
    expect(labelsAt(output(value), false)).toEqual([]);
  });

  it.each([
    ['a string', '"$0"'],
    ['a string with words', '"abc d$0"'],
    ['the text of a heredoc', '<<EOF\n$0\nEOF'],
    ['a key of an object', '{ $0 }'],
    ['after a value', 'var.region $0'],
    ['the next line', 'var.region\n  $0x = 1'],
    ['a number', '1$0'],
    ['a comment', '1 # $0'],
  ])('%s has nothing', (_, value) => {
    expect(labelsAt(output(value)).filter((label) => label.startsWith('var.'))).toEqual([]);
  });

  it('has the words of the repetition where the block repeats', () => {
    const role = (more: string) => inModule(`resource "aws_iam_role" "r" {\n  ${more}\n  name = $0\n}\n`);
    expect(labelsAt(role('for_each = local.names')).slice(0, 2)).toEqual(['each.key', 'each.value']);
    expect(labelsAt(role('count = 2'))[0]).toBe('count.index');
    expect(labelsAt(role(''))[0]).toBe('var.region');
  });

  it('takes references where no value of ECR begins like what is typed', () => {
    const repository = (value: string) =>
      inModule(`resource "aws_ecr_repository" "r" {\n  image_tag_mutability = ${value}\n}\n`);
    expect(labelsAt(repository('$0'))).not.toContain('var.region');
    expect(labelsAt(repository('v$0'))).toContain('var.region');
    expect(labelsAt(repository('v$0'), false)).not.toContain('var.region');
  });

  it('leaves out the local and the block that the cursor is in', () => {
    expect(labelsAt('locals {\n  a = 1\n  b = $0\n}\n').slice(0, 2)).toEqual(['local.a', 'path.module']);
    expect(labelsAt(inModule('resource "aws_kms_key" "other" {\n  description = aws_kms_key.$0\n}\n'))).toEqual([
      'images',
    ]);
    expect(labelsAt('data "a" "b" {\n  c = $0\n}\n')).not.toContain('data.a.b');
  });

  it('says what a variable says of itself, as plain text', () => {
    const [region] = itemsAt(output('$0'));
    expect(region?.documentation).toBe('Where it \\*runs\\*');
  });

  it('offers no name that cannot be written', () => {
    const text = `variable "a b" {\n}\nvariable "\${x}" {\n}\nresource "x y" "z" {\n}\noutput "o" {\n  value = $0\n}\n`;
    expect(labelsAt(text)[0]).toBe('path.module');
  });
});

describe('blocks of the language, alone', () => {
  it('are all there are, with as many labels as they have', async () => {
    expect(LANGUAGE_BLOCKS.map(({ type }) => type).sort()).toEqual(Object.keys(LABEL_COUNTS).sort());
    for (const { type } of LANGUAGE_BLOCKS) {
      const text = accept('$0', type).replaceAll('‸', '');
      expect(Object.keys(await parse('main.tf', text))).toEqual([type]);
      const header = text.slice(0, text.indexOf('{'));
      expect([type, header.split('"').length - 1]).toEqual([type, 2 * (LABEL_COUNTS[type] ?? 0)]);
    }
    expect(labelsAt('$0', false)).not.toContain('resource');
  });

  it.each([
    ['resource "aws_iam_role" "r"', ['for_each', 'count', 'provider', 'depends_on', 'lifecycle']],
    ['data "aws_region" "r"', ['for_each', 'count', 'provider', 'depends_on', 'lifecycle']],
    ['variable "v"', ['description', 'type', 'default', 'nullable', 'sensitive', 'ephemeral', 'validation']],
    ['output "o"', ['value', 'description', 'sensitive', 'ephemeral', 'depends_on', 'precondition']],
    ['moved', ['from', 'to']],
    ['removed', ['from', 'lifecycle']],
    ['provider "aws"', ['alias', 'region']],
    ['terraform', ['required_version', 'required_providers']],
    ['check "c"', ['assert']],
    ['locals', []],
    ['other', []],
  ])('%s take their arguments', (header, names) => {
    expect(labelsAt(`${header} {\n  $0\n}\n`)).toEqual(names);
    expect(labelsAt(`${header} {\n  $0\n}\n`, false)).toEqual([]);
    expect(labelsAt(`${header} {\n  other {\n    $0\n  }\n}\n`)).toEqual([]);
  });

  it('write what Terraform reads', async () => {
    for (const { type } of LANGUAGE_BLOCKS) {
      const labels = ' "a"'.repeat(LABEL_COUNTS[type] ?? 0);
      const body = `${type}${labels} {\n  $0\n}\n`;
      for (const name of labelsAt(body))
        await parse('main.tf', accept(body, name).replaceAll(/^ *‸$/gm, '').replaceAll('‸', '1'));
    }
  });
});

describe('functions', () => {
  it('are those that the evaluator knows, and more', () => {
    const names = FUNCTIONS.map(({ name }) => name);
    expect(names.length).toBe(118);
    expect([...PURE_FUNCTIONS.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('have the parameters that Terraform has', () => {
    const own = FUNCTIONS.map(({ name, parameters }) => [name, parameters.map((one) => one.split(':')[0]).join(' ')]);
    expect(Object.fromEntries(own)).toEqual(
      Object.fromEntries(FUNCTIONS.map(({ name }) => [name, recorded().functions[name]])),
    );
  });

  it('are recorded as Terraform tells them', (context) => {
    const version = terraformVersion();
    if (version === null) context.skip('terraform is not on PATH');
    const asked = { terraform: version, functions: signaturesOfTerraform() };
    if (process.env['UPDATE_RECORDINGS'] !== undefined)
      writeFileSync(SIGNATURES, `${JSON.stringify(asked, null, 2)}\n`);
    else if (recorded().terraform === version) expect(asked).toEqual(recorded());
  });

  it.each(FUNCTIONS)('$name can be accepted where a value stands', async ({ name, parameters }) => {
    const text = accept('output "o" {\n  value = $0\n}\n', name);
    expect(text).toContain(parameters.length === 0 ? `${name}()` : `${name}(‸)`);
    await parse('main.tf', text.replaceAll('‸', ''));
  });
});

describe('the signature of a call', () => {
  const at = (value: string) => {
    const { module, uri, offset } = openAtCursor(`output "o" {\n  value = ${value}\n}\n`);
    const found = signatureAt(module, uri, offset);
    return found && [found.label.split('(')[0], found.active];
  };

  it.each([
    ['replace($0', ['replace', 0]],
    ['replace($0)', ['replace', 0]],
    ['replace("a", $0', ['replace', 1]],
    ['replace("a,b", "$0")', ['replace', 1]],
    ['replace("a", "b", $0)', ['replace', 2]],
    ['upper(replace("a", $0))', ['replace', 1]],
    ['upper(replace("a", "b", "c")$0)', ['upper', 0]],
    ['replace(max(1, 2), $0)', ['replace', 1]],
    ['concat([1, $0])', ['concat', 0]],
    ['max(1, 2, 3, $0)', ['max', 0]],
    ['format("%s", 1, 2, $0)', ['format', 1]],
    ['(1 + abs($0', ['abs', 0]],
    ['"${upper($0)}"', ['upper', 0]],
    ['replace(\n    "a",\n    $0\n  )', ['replace', 1]],
  ])('%s', (value, expected) => {
    expect(at(value)).toEqual(expected);
  });

  it.each([
    [
      'replace($0)',
      'replace(str: string, substr: string, replace: string): string',
      ['str: string', 'substr: string', 'replace: string'],
    ],
    ['abs($0)', 'abs(num: number): number', ['num: number']],
    ['max(1, $0)', 'max(...numbers: number): number', ['...numbers: number']],
    ['format($0)', 'format(format: string, ...args: any): string', ['format: string', '...args: any']],
    ['timestamp($0)', 'timestamp(): string', []],
    [
      'join($0)',
      'join(separator: string, ...lists: list of string): string',
      ['separator: string', '...lists: list of string'],
    ],
  ])('%s shows every parameter', (value, label, parameters) => {
    const { module, uri, offset } = openAtCursor(`output "o" {\n  value = ${value}\n}\n`);
    const found = signatureAt(module, uri, offset);
    expect(found?.label).toBe(label);
    expect(found?.parameters).toEqual(parameters);
  });

  it.each([
    '$0upper("a")',
    'upper("a")$0',
    'jsonencode({ $0 })',
    'nothing($0)',
    '($0)',
    '"upper($0"',
    '[$0]',
    'upper("${$0}")',
  ])('is none at %s', (value) => {
    expect(at(value)).toBeNull();
  });
});
