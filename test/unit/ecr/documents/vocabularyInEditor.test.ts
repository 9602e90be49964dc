import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIFECYCLE } from '../../../../server/src/ecr/documents/lifecycle/vocabulary.ts';
import { VOCABULARIES } from '../../../../server/src/ecr/documents/vocabularies.ts';
import type { Vocabulary } from '../../../../server/src/ecr/documents/vocabulary.ts';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { complete } from '../../../../server/src/service/completion/complete.ts';
import { hover } from '../../../../server/src/service/hover/hover.ts';
import { TOY } from '../../support/toyVocabulary.ts';

const MAIN = 'file:///module/main.tf';
const ATTACHED = 'file:///module/toy.json';

const resource = (value: string) => `resource "aws_ecr_repository_policy" "p" {\n  policy = ${value}\n}\n`;
const moduleCall = (value: string) => `module "m" {\n  source = "toys/box"\n  toy    = ${value}\n}\n`;
const FILE = resource('file("${path.module}/toy.json")');
const TEMPLATE = resource('templatefile("${path.module}/toy.json", { size = 20 })');

/** A module with the file that it reads; the cursor is at `$0` in one of the two. */
function open(text: string, file: string | null) {
  const uri = file?.includes('$0') === true ? ATTACHED : MAIN;
  const offset = (uri === MAIN ? text : (file ?? '')).indexOf('$0');
  if (offset === -1) throw new Error('one of the texts has a cursor');
  const workspace = new Workspace();
  workspace.openDocument(MAIN, text.replace('$0', ''));
  if (file !== null) workspace.setAttachedFile(ATTACHED, file.replace('$0', ''));
  const module = workspace.moduleOf(MAIN);
  if (module === undefined) throw new Error('the document is open');
  return { module, uri, offset };
}

function labelsIn(text: string, file: string | null): string[] {
  return complete({ ...open(text, file), offersArguments: true }).map(({ label }) => label);
}

const ROOT = ['Colour', 'Wheels', 'Maker', 'Labels'];
const WHEEL = ['Size', 'Tyres'];

const all = [...VOCABULARIES];
const replaceAll = (by: readonly Vocabulary[]) =>
  Array.prototype.splice.call(VOCABULARIES, 0, VOCABULARIES.length, ...by);

// As a line in the file does; test files share their modules, so the other kinds come back.
beforeAll(() => replaceAll([LIFECYCLE, TOY]));
afterAll(() => replaceAll(all));

describe('keys of a registered vocabulary are completed', () => {
  it.each([
    ['a file of JSON', FILE, '{ "$0" }', ROOT],
    ['an object in a file of JSON', FILE, '{ "Wheels": [{ "$0" }] }', WHEEL],
    ['the only item of a list in a file of JSON', FILE, '{ "Wheels": { "$0" } }', WHEEL],
    ['a template', TEMPLATE, '{ "$0" }', ROOT],
    ['an object in a template', TEMPLATE, '{ "Wheels": [{ "Size": ${size}, "$0" }] }', ['Tyres']],
    ['an inner object in a template', TEMPLATE, '{ "Maker": { "$0" } }', ['Name']],
    ['an input of a module', moduleCall('jsonencode({ $0 })'), null, ROOT],
    ['an object in an input of a module', moduleCall('jsonencode({ Wheels = [{ $0 }] })'), null, WHEEL],
    ['a heredoc for an input of a module', moduleCall('<<-EOF\n{ "$0" }\nEOF'), null, ROOT],
    ['the only item of a list', resource('jsonencode({ Wheels = { $0 } })'), null, WHEEL],
    ['the only item of a list, half written', resource('jsonencode({ Wheels = { Size = 1, T$0 } })'), null, ['Tyres']],
    ['the only item of a list in a heredoc', resource('<<-EOF\n{ "Wheels": { "$0" } }\nEOF'), null, WHEEL],
    ['the only item of a list in a string', resource('"{\\"Wheels\\": { $0 }}"'), null, WHEEL],
    [
      'the only item of a list in a local',
      `locals {\n  toy = { Wheels = { $0 } }\n}\n${resource('jsonencode(local.toy)')}`,
      null,
      WHEEL,
    ],
    [
      'a local that is the only item of a list',
      `locals {\n  wheel = { $0 }\n}\n${resource('jsonencode({ Wheels = local.wheel })')}`,
      null,
      WHEEL,
    ],
    ['a local that a key of its own tells', 'locals {\n  x = { Size = 1, $0 }\n}\n', null, ['Tyres']],
    ['a list in a local that a key of its own tells', 'locals {\n  x = [{ Size = 1, $0 }]\n}\n', null, ['Tyres']],
    [
      'a local whose list tells what it is',
      'locals {\n  x = {\n    Wheels = [{ Size = 1 }]\n    $0\n  }\n}\n',
      null,
      ['Colour', 'Maker', 'Labels'],
    ],
  ])('in %s', (_, text, file, labels) => {
    expect(labelsIn(text, file)).toEqual(labels);
  });

  it.each([
    ['an object where a list must stand', resource('jsonencode({ Wheels = [{ Tyres = { $0 } }] })'), null],
    ['a local with a key that anything may have', 'locals {\n  x = { Name = "a", $0 }\n}\n', null],
    ['a file that nothing reads', resource('"{}"'), '{ "$0" }'],
  ])('not in %s', (_, text, file) => {
    expect(labelsIn(text, file).filter((label) => [...ROOT, ...WHEEL, 'Name'].includes(label))).toEqual([]);
  });
});

describe('keys of a registered vocabulary are explained', () => {
  it.each([
    ['a file of JSON', FILE, '{ "Col$0our": "red" }', 'What it looks like.'],
    ['an object in a file of JSON', FILE, '{ "Wheels": [{ "Si$0ze": 1 }] }', 'In millimetres.'],
    ['the only item of a list in a file', FILE, '{ "Wheels": { "Si$0ze": 1 } }', 'In millimetres.'],
    ['a template', TEMPLATE, '{ "Wheels": [{ "Si$0ze": ${size} }] }', 'In millimetres.'],
    ['an input of a module', moduleCall('jsonencode({ Col$0our = "red" })'), null, 'What it looks like.'],
    ['an inner object', resource('jsonencode({ Maker = { Na$0me = "Ann" } })'), null, 'A name.'],
    ['a heredoc', resource('<<-EOF\n{ "Ma$0ker": {} }\nEOF'), null, 'Who made it.'],
    ['the only item of a list', resource('jsonencode({ Wheels = { Ty$0res = "a" } })'), null, 'What is around it.'],
  ])('in %s', (_, text, file, words) => {
    expect(hover(open(text, file))?.markdown).toContain(words);
  });

  it('not where the key has no meaning', () => {
    expect(hover(open(resource('jsonencode({ Maker = { Si$0ze = 1 } })'), null))).toBeNull();
  });
});
