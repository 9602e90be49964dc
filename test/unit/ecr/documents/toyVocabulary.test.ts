import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../../../../server/src/ecr/documents/access/vocabulary.ts';
import type { DocumentChange } from '../../../../server/src/ecr/documents/documentChange.ts';
import type { PolicyList, PolicyObject } from '../../../../server/src/ecr/documents/documentNodes.ts';
import { documentSourceOf } from '../../../../server/src/ecr/documents/documentSource.ts';
import { readHandedOver } from '../../../../server/src/ecr/documents/handedOver.ts';
import { knownJson } from '../../../../server/src/ecr/documents/spelling/json/knownJson.ts';
import { VOCABULARIES } from '../../../../server/src/ecr/documents/vocabularies.ts';
import type { Module } from '../../../../server/src/module/module.ts';
import { RecordingScope } from '../../../../server/src/module/tracking/recordingScope.ts';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { complete } from '../../../../server/src/service/completion/complete.ts';
import { applyEdits, editsOf } from '../../../../server/src/service/fixes/fixEdits.ts';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import { labelsAt } from '../../service/completion/cursor.ts';
import { TOY } from '../../support/toyVocabulary.ts';

const MAIN = 'file:///module/main.tf';
const JSON_FILE = 'file:///module/toy.json';

const EXPECTED = {
  Colour: 'green',
  Wheels: [{ Size: 20, Tyres: 'soft' }, { Size: 30 }],
  Maker: { Name: 'Ann' },
};

const HCL = `{
    Colour = "green"
    Wheels = [
      { Size = 20, Tyres = "soft" },
      { Size = 30 },
    ]
    Maker = { Name = "Ann" }
  }`;

const JSON_TEXT = JSON.stringify(EXPECTED, null, 2);
const resource = (value: string) => `resource "aws_ecr_repository_policy" "p" {\n  policy = ${value}\n}\n`;
const BLOCKS = `data "aws_ecr_toy_document" "d" {
  colour = "green"

  wheel {
    size  = 20
    tyres = ["soft"]
  }

  wheel {
    size = 30
  }

  maker {
    name = "Ann"
  }
}
`;

/** Each spelling of the same document: the module's text, and the file next to it. */
const SPELLINGS: readonly (readonly [name: string, text: string, file: string | undefined])[] = [
  ['jsonencode', resource(`jsonencode(${HCL})`), undefined],
  ['a heredoc', resource(`<<-EOF\n${JSON_TEXT}\nEOF`), undefined],
  ['a quoted string', resource(JSON.stringify(JSON.stringify(EXPECTED))), undefined],
  ['a file', resource('file("${path.module}/toy.json")'), JSON_TEXT],
  [
    'a template',
    resource('templatefile("${path.module}/toy.json", { size = 20 })'),
    JSON_TEXT.replace('20', '${size}'),
  ],
  ['a local', `locals {\n  toy = ${HCL}\n}\n${resource('jsonencode(local.toy)')}`, undefined],
  [
    'a list in a local',
    `locals {\n  wheels = [{ Size = 20, Tyres = "soft" }, { Size = 30 }]\n}\n${resource('jsonencode({ Colour = "green", Wheels = local.wheels, Maker = { Name = "Ann" } })')}`,
    undefined,
  ],
  ['blocks of a data source', `${BLOCKS}${resource('data.aws_ecr_toy_document.d.json')}`, undefined],
  ['an input of a module', `module "m" {\n  source = "toys/box"\n  toy    = jsonencode(${HCL})\n}\n`, undefined],
  ['a key of an argument', `resource "awscc_ecr_toy" "p" {\n  box = { text = jsonencode(${HCL}) }\n}\n`, undefined],
];

interface Opened {
  readonly module: Module;
  readonly root: PolicyObject;
}

/** The only document that a module sets. */
function open(text: string, file?: string): Opened {
  const workspace = new Workspace();
  workspace.openDocument(MAIN, text);
  if (file !== undefined) workspace.setAttachedFile(JSON_FILE, file);
  const module = workspace.moduleOf(MAIN);
  if (module === undefined) throw new Error('the document is open');
  const scope = new RecordingScope(module);
  const roots = module.allBlocks().flatMap((owner) => {
    const source = documentSourceOf(owner, TOY);
    const groups = source === undefined ? [] : readHandedOver(owner, source, TOY, scope);
    return groups.flatMap(({ documents }) => documents.map(({ spelling }) => spelling.root));
  });
  const [root, ...others] = roots;
  if (root?.kind !== 'object' || others.length > 0) throw new Error('there is one document');
  return { module, root };
}

function toyIn(text: string, file?: string): JsonValue | undefined {
  return knownJson(open(text, file).root);
}

/** The texts after a change of the document; null when it cannot be written. */
function changed(text: string, file: string | undefined, change: (root: PolicyObject) => DocumentChange): Texts | null {
  const { module, root } = open(text, file);
  const edits = editsOf(module, { title: '', kind: 'one', changes: [change(root)] });
  if (edits === null) return null;
  const after = (uri: string, before: string) => applyEdits(before, edits.get(uri) ?? []) ?? 'overlapping edits';
  return { text: after(MAIN, text), file: file === undefined ? undefined : after(JSON_FILE, file) };
}

interface Texts {
  readonly text: string;
  readonly file: string | undefined;
}

function memberOf(object: PolicyObject, key: string) {
  const member = object.members.find((candidate) => candidate.key === key);
  if (member === undefined) throw new Error(`no ${key}`);
  return member;
}

function listOf(object: PolicyObject, key: string): PolicyList {
  const { value } = memberOf(object, key);
  if (value.kind !== 'list') throw new Error(`${key} is no list`);
  return value;
}

function objectIn(list: PolicyList, index: number): PolicyObject {
  const item = list.items[index];
  if (item?.kind !== 'object') throw new Error('no such object');
  return item;
}

const withoutMaker = { Colour: EXPECTED.Colour, Wheels: EXPECTED.Wheels };

/** A change, and the document afterwards. */
const CHANGES: readonly (readonly [string, (root: PolicyObject) => DocumentChange, JsonValue])[] = [
  [
    'a value',
    (root) => ({ kind: 'replace-value', node: memberOf(root, 'Colour').value, value: 'red' }),
    { ...EXPECTED, Colour: 'red' },
  ],
  [
    'a further item',
    (root) => ({ kind: 'add-items', list: listOf(root, 'Wheels'), added: [{ Size: 40, Tyres: 'hard' }] }),
    { ...EXPECTED, Wheels: [...EXPECTED.Wheels, { Size: 40, Tyres: 'hard' }] },
  ],
  [
    'an item less',
    (root) => ({ kind: 'remove-item', list: listOf(root, 'Wheels'), item: objectIn(listOf(root, 'Wheels'), 0) }),
    { ...EXPECTED, Wheels: EXPECTED.Wheels.slice(1) },
  ],
  [
    'a key of an inner object',
    (root) => ({ kind: 'set-key', object: objectIn(listOf(root, 'Wheels'), 1), key: 'Tyres', value: 'hard' }),
    { ...EXPECTED, Wheels: [EXPECTED.Wheels[0] ?? {}, { Size: 30, Tyres: 'hard' }] },
  ],
  [
    'a key of the document',
    (root) => ({ kind: 'set-key', object: root, key: 'Labels', value: { left: 'up', right: ['down', 'away'] } }),
    { ...EXPECTED, Labels: { left: 'up', right: ['down', 'away'] } },
  ],
];

describe('a vocabulary that only a test knows', () => {
  it.each(SPELLINGS)('is read from %s', (_, text, file) => {
    expect(toyIn(text, file)).toEqual(EXPECTED);
  });

  describe.each(SPELLINGS)('in %s', (name, text, file) => {
    it.each(CHANGES)('is edited: %s', (_, change, expected) => {
      const after = changed(text, file, change);
      expect(after === null ? null : toyIn(after.text, after.file)).toEqual(expected);
    });

    it('loses a key', () => {
      const after = changed(text, file, (root) => ({
        kind: 'remove-key',
        object: root,
        member: memberOf(root, 'Maker'),
      }));
      // The data source of toys has a maker of its own.
      const expected = name.startsWith('blocks') ? { ...withoutMaker, Maker: { Name: 'Anon' } } : withoutMaker;
      expect(after === null ? null : toyIn(after.text, after.file)).toEqual(expected);
    });
  });

  it('gets a key at its usual place', () => {
    const text = resource('jsonencode({\n    Colour = "red"\n    Maker  = { Name = "Ann" }\n  })');
    const after = changed(text, undefined, (root) => ({ kind: 'set-key', object: root, key: 'Wheels', value: [] }));
    expect(after?.text).toMatch(/Colour.*\n.*Wheels = \[\]\n.*Maker/);
  });
});

describe('what a data source makes of blocks', () => {
  const read = (body: string) =>
    toyIn(`data "aws_ecr_toy_document" "d" {\n${body}\n}\n${resource('data.aws_ecr_toy_document.d.json')}`);
  const alone = { Wheels: [], Maker: { Name: 'Anon' } };

  it.each([
    ['nothing but what it writes by itself', '', { Colour: 'red', ...alone }],
    ['null for what is left out', 'colour = null', { Colour: 'red', ...alone }],
    [
      'blocks that become one object',
      'label {\n  side = "left"\n  words = ["a"]\n}\nlabel {\n  side = "right"\n  words = ["b", "c"]\n}',
      { Colour: 'red', ...alone, Labels: { left: 'a', right: ['b', 'c'] } },
    ],
    [
      'a dynamic block',
      'dynamic "wheel" {\n  for_each = [1, 2]\n  content {\n    size = wheel.value\n  }\n}',
      { ...alone, Colour: 'red', Wheels: [{ Size: 1 }, { Size: 2 }] },
    ],
  ])('is read: %s', (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it.each([
    ['an argument that it does not have', 'other = 1'],
    ['a block that it does not have', 'other {}'],
    [
      'a dynamic block that is not known',
      'dynamic "wheel" {\n  for_each = var.wheels\n  content {\n    size = wheel.value\n  }\n}',
    ],
    ['a key that is not known', 'label {\n  side = var.side\n  words = ["a"]\n}'],
  ])('is not known with %s', (_, body) => {
    expect(read(body)).toBeUndefined();
  });
});

describe('a registered vocabulary is completed', () => {
  const at = VOCABULARIES.indexOf(ACCESS);
  // Replaces the line of the kind with the same place; test files share their modules, so the original comes back.
  beforeAll(() => Array.prototype.splice.call(VOCABULARIES, at, 1, TOY));
  afterAll(() => Array.prototype.splice.call(VOCABULARIES, at, 1, ACCESS));

  it.each([
    ['the document', resource('jsonencode({ $0 })'), ['Colour', 'Wheels', 'Maker', 'Labels']],
    ['an item of a list', resource('jsonencode({ Wheels = [{ $0 }] })'), ['Size', 'Tyres']],
    ['an inner object', resource('jsonencode({ Maker = { $0 } })'), ['Name']],
    ['a value', resource('jsonencode({ Colour = "$0" })'), ['red', 'green']],
    ['a heredoc', resource('<<-EOF\n{ "Wheels": [{ "$0" }] }\nEOF'), ['Size', 'Tyres']],
    ['a quoted string', resource('"{\\"Colour\\": $0}"'), ['red', 'green']],
    [
      'a local',
      `locals {\n  toy = { $0 }\n}\n${resource('jsonencode(local.toy)')}`,
      ['Colour', 'Wheels', 'Maker', 'Labels'],
    ],
    [
      'an input of a module',
      'module "m" {\n  source = "toys/box"\n  toy    = jsonencode({ $0 })\n}\n',
      ['Colour', 'Wheels', 'Maker', 'Labels'],
    ],
    [
      'a list in a local',
      `locals {\n  wheels = [{ $0 }]\n}\n${resource('jsonencode({ Wheels = local.wheels })')}`,
      ['Size', 'Tyres'],
    ],
    [
      'a key of an argument',
      'resource "awscc_ecr_toy" "p" {\n  box = { text = jsonencode({ Wheels = [{ $0 }] }) }\n}\n',
      ['Size', 'Tyres'],
    ],
    ['a reference', `${BLOCKS}${resource('$0')}`, ['data.aws_ecr_toy_document.d.json', 'jsonencode({ … })']],
  ])('in %s', (_, marked, labels) => {
    expect(labelsAt(marked)).toEqual(labels);
  });

  it.each([
    ['a file', resource('file("${path.module}/toy.json")'), '{ "Wheels": [{ "$0" }] }', ['Size', 'Tyres']],
    [
      'a template',
      resource('templatefile("${path.module}/toy.json", { size = 20 })'),
      '{ "Colour": "$0" }',
      ['red', 'green'],
    ],
  ])('in %s', (_, text, marked, labels) => {
    const workspace = new Workspace();
    workspace.openDocument(MAIN, text);
    const offset = marked.indexOf('$0');
    workspace.setAttachedFile(JSON_FILE, marked.replace('$0', ''));
    const module = workspace.moduleOf(MAIN);
    if (module === undefined) throw new Error('the document is open');
    const items = complete({ module, uri: JSON_FILE, offset, offersArguments: true });
    expect(items.map(({ label }) => label)).toEqual(labels);
  });
});
