import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';

const ROOT = 'file:///code';
const ONE = `variable "name" {
  type = string
}
resource "aws_ecr_repository" "this" {
  name = var.name
}
output "name" {
  value = aws_ecr_repository.this.name
}
`;
const call = (label: string, name: string, source = './one') =>
  `module "${label}" {\n  source = "${source}"\n  name   = ${name}\n}\n`;
const SECOND = call('b', '"app"');
const LIST = '.terraform/modules/modules.json';
const installed = (dir: string) =>
  JSON.stringify({
    Modules: [
      { Key: '', Source: '', Dir: '.' },
      { Key: 'a', Source: 'registry.terraform.io/acme/images/aws', Version: '1.0.0', Dir: dir },
    ],
  });
const FOREIGN = `module "a" {\n  source = "acme/images/aws"\n  name   = "x"\n}\n${SECOND}`;
const COPY = ONE.replace('var.name', '"app"');
const OTHER = ONE.replace('var.name', '"other"');
const MANY = 300;
/** Calls of very many modules without repositories. */
const manyCalls = Array.from({ length: MANY }, (_, n) => `module "e${n}" {\n  source = "./e${n}"\n}\n`).join('');
const manyModules = Object.fromEntries(Array.from({ length: MANY }, (_, n) => [`e${n}/main.tf`, 'locals {}\n']));

interface Case {
  readonly files: Readonly<Record<string, string>>;
  /** The file that changes, with a text by which a name is repeated, and one by which it is not. */
  readonly changing: string;
  readonly repeated: string;
  readonly single: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'a text in a file': {
    files: { 'main.tf': call('a', 'trimspace(file("${path.module}/n.txt"))') + SECOND },
    changing: 'n.txt',
    repeated: 'app\n',
    single: 'other\n',
  },
  'a JSON file': {
    files: { 'main.tf': call('a', 'jsondecode(file("${path.module}/n.json")).name') + SECOND },
    changing: 'n.json',
    repeated: '{ "name": "app" }',
    single: '{ "name": "other" }',
  },
  'a YAML file': {
    files: { 'main.tf': call('a', 'yamldecode(file("${path.module}/n.yaml")).name') + SECOND },
    changing: 'n.yaml',
    repeated: 'name: app\n',
    single: 'name: other\n',
  },
  'a file through a local': {
    files: { 'main.tf': `locals {\n  n = trimspace(file("n.txt"))\n}\n${call('a', 'local.n')}${SECOND}` },
    changing: 'n.txt',
    repeated: 'app',
    single: 'other',
  },
  'a template': {
    files: { 'main.tf': call('a', 'templatefile("${path.module}/n.tpl", { n = "p" })') + SECOND },
    changing: 'n.tpl',
    repeated: 'ap${n}',
    single: 'up${n}',
  },
  'a file that the called module reads': {
    files: {
      'main.tf': call('a', '"x"', './reads') + SECOND,
      'reads/main.tf': ONE.replace('var.name', 'trimspace(file("${path.module}/n.txt"))'),
    },
    changing: 'reads/n.txt',
    repeated: 'app',
    single: 'other',
  },
  'the list of installed modules': {
    files: { 'main.tf': FOREIGN, '.terraform/modules/one/main.tf': COPY, '.terraform/modules/two/main.tf': OTHER },
    changing: LIST,
    repeated: installed('.terraform/modules/one'),
    single: installed('.terraform/modules/two'),
  },
  'an installed module': {
    files: { 'main.tf': FOREIGN, [LIST]: installed('.terraform/modules/one') },
    changing: '.terraform/modules/one/main.tf',
    repeated: COPY,
    single: OTHER,
  },
  'a local module': {
    files: { 'main.tf': call('a', '"x"', './two') + SECOND },
    changing: 'two/main.tf',
    repeated: COPY,
    single: OTHER,
  },
  'a module behind another one': {
    files: {
      'main.tf': call('a', '"x"', './outer') + SECOND,
      'outer/main.tf': `variable "name" {}\n${call('in', 'var.name', '../two')}`,
    },
    changing: 'two/main.tf',
    repeated: COPY,
    single: OTHER,
  },
  'a module behind very many others': {
    files: {
      'main.tf': call('a', '"x"', './outer') + SECOND + manyCalls,
      'outer/main.tf': `variable "name" {}\n${call('in', 'var.name', '../two')}`,
      ...manyModules,
    },
    changing: 'two/main.tf',
    repeated: COPY,
    single: OTHER,
  },
  'another file of the module': {
    files: { 'main.tf': `variable "n" {\n  type = string\n}\n${call('a', 'local.n')}${SECOND}` },
    changing: 'locals.tf',
    repeated: 'locals {\n  n = "app"\n}\n',
    single: 'locals {\n  n = "other"\n}\n',
  },
};

/** Keeps the workspace as an editor does, and gives the names that are repeated after each change. */
function editorOf({ files, changing }: Case) {
  const workspace = new Workspace();
  const finder = new ProblemFinder((id, error) => {
    throw new Error(id, { cause: error });
  });
  const set = (path: string, text: string) => {
    const uri = `${ROOT}/${path}`;
    if (path.endsWith('.tf')) workspace.openDocument(uri, text);
    else workspace.setAttachedFile(uri, text);
  };
  for (const [path, text] of Object.entries({ 'one/main.tf': ONE, ...files })) set(path, text);
  const count = () => {
    const module = workspace.moduleAt(ROOT);
    if (module === undefined) throw new Error('the module was not read');
    return finder.problemsOf(module).filter(({ ruleId }) => ruleId === 'name-repeated').length;
  };
  return { change: (text: string) => set(changing, text), edit: (text: string) => set('z.tf', text), count };
}

describe('names that are repeated through calls, after a change of', () => {
  it.each(Object.entries(CASES))('%s', (_, one) => {
    const { change, edit, count } = editorOf(one);
    const counts: number[] = [];
    for (const [index, text] of [one.repeated, one.single, one.repeated, one.single].entries()) {
      change(text);
      counts.push(count());
      edit(`locals {\n  z = ${index}\n}\n`);
      counts.push(count());
    }
    expect(counts).toEqual([1, 1, 0, 0, 1, 1, 0, 0]);
  });
});
