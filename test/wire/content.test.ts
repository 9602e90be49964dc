import { afterEach, describe, expect, it } from 'vitest';
import type { Range, TextEdit } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Abilities } from './client.ts';
import { WireClient } from './client.ts';

const URI = 'file:///module/main.tf';
const clients: WireClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
});

interface Content {
  readonly kind: string;
  readonly value: string;
}

interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: Content;
  readonly insertTextFormat: number;
  readonly commitCharacters?: readonly string[];
  readonly textEdit: TextEdit;
  readonly additionalTextEdits?: TextEdit[];
}

const SNIPPET = 2;
/** Markdown's rendering of text. */
const MARKS = /\*\*|`|\]\(|\\[*_[\]]/;
/** The parts of a snippet that are not text. */
const STOPS = /\$\d|\$\{/;

/** Opens a text whose `$0` is the cursor. */
async function open(abilities: Abilities | object, marked: string) {
  const client = new WireClient();
  clients.push(client);
  const result = await client.initialize(abilities);
  const document = TextDocument.create(URI, 'terraform', 1, marked.replace('$0', ''));
  client.open(URI, document.getText());
  const params = { textDocument: { uri: URI }, position: document.positionAt(marked.indexOf('$0')) };
  return {
    capabilities: result.capabilities,
    items: async () => (await client.request('textDocument/completion', params)) as Item[],
    resolve: async (item: Item | undefined) => (await client.request('completionItem/resolve', item)) as Item,
    hover: async () =>
      (await client.request('textDocument/hover', params)) as {
        readonly contents: Content;
        readonly range: Range;
      } | null,
    /** The text after accepting an item. */
    accepted: (item: Item | undefined) =>
      TextDocument.applyEdits(document, item === undefined ? [] : [item.textEdit, ...(item.additionalTextEdits ?? [])]),
  };
}

const policy = (text: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${text}\n}\n`;

/** Cursors at everything that is completed: values, keys, rules, policies, arguments, blocks, types, references. */
const CURSORS: readonly (readonly [what: string, marked: string])[] = [
  ['values', 'resource "aws_ecr_repository" "r" {\n  image_tag_mutability = "$0"\n}\n'],
  ['arguments and blocks', 'resource "aws_ecr_repository" "r" {\n  $0\n}\n'],
  ['types', 'resource "$0"\n'],
  ['keys', policy('jsonencode({ rules = [{ $0 }] })')],
  ['keys of JSON', policy('<<EOF\n{ "rules": [{\n  $0\n}] }\nEOF')],
  ['keys of quoted JSON', policy('"{\\"rules\\": [{$0}]}"')],
  ['rules', policy('jsonencode({\n    rules = [\n      $0\n    ]\n  })')],
  ['policies', policy('$0')],
  ['rules of a document', 'data "aws_ecr_lifecycle_policy_document" "d" {\n  $0\n}\n'],
  ['repositories', `${policy('"{}"').replace('"app"', '$0')}resource "aws_ecr_repository" "a" {\n  name = "a"\n}\n`],
  [
    'imports',
    'resource "aws_ecr_repository" "a" {\n  for_each = toset(["x"])\n  name = "a"\n}\nimport {\n  to = $0\n}\n',
  ],
  ['attributes', 'output "o" {\n  value = aws_ecr_repository.a.$0\n}\n'],
];

/** Words of each kind with something to say about them. */
const HOVERS: readonly (readonly [what: string, marked: string])[] = [
  ['a value', 'resource "aws_ecr_repository" "r" {\n  image_tag_mutability = "IMM$0UTABLE"\n}\n'],
  ['an argument', 'resource "aws_ecr_repository" "r" {\n  image_tag_$0mutability = "IMMUTABLE"\n}\n'],
  ['a type', 'resource "aws_ecr_$0repository" "r" {\n}\n'],
  ['a repository', 'resource "aws_ecr_repository" "r$0" {\n  name = "shop/*"\n}\n'],
  [
    'a priority',
    policy(
      'jsonencode({ rules = [{ rule$0Priority = 1, selection = { tagStatus = "tagged", tagPatternList = ["v*"], countType = "imageCountMoreThan", countNumber = 1 }, action = { type = "expire" } }, { rulePriority = 2, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 1 }, action = { type = "expire" } }] })',
    ),
  ],
];

describe('a client that announces nothing', () => {
  it.each(CURSORS)('gets %s as plain text without snippets, each with its documentation', async (_, marked) => {
    const { items, capabilities } = await open('few', marked);
    const sent = await items();
    expect(capabilities['completionProvider']).toMatchObject({ resolveProvider: false });
    expect(sent.length).toBeGreaterThan(0);
    for (const item of sent) {
      expect(item.insertTextFormat).not.toBe(SNIPPET);
      expect(item.textEdit.newText).not.toMatch(STOPS);
      expect(item.commitCharacters).toBeUndefined();
      expect(item.documentation?.kind).toBe('plaintext');
      expect(item.documentation?.value).not.toMatch(MARKS);
      expect(item.documentation?.value).not.toBe('');
    }
  });

  it.each(HOVERS)('gets the hover on %s as plain text', async (_, marked) => {
    const { contents } = (await (await open('few', marked)).hover()) ?? {};
    expect(contents?.kind).toBe('plaintext');
    expect(contents?.value).not.toMatch(MARKS);
  });

  it('keeps what stands for itself in plain text', async () => {
    const { contents } = (await (await open('few', HOVERS.at(-1)?.[1] ?? '')).hover()) ?? {};
    expect(contents?.value).toContain('documentation: https://docs.aws.amazon.com/AmazonECR/');
    expect(contents?.value).toContain('Keeps the newest 1 of the images with a tag v* and deletes the rest of those.');
    expect(contents?.value).toContain('Images tagged v* belong to rule 1');
  });

  it('gets text that is whole when an item is accepted', async () => {
    const { items, accepted } = await open('few', CURSORS[6]?.[1] ?? '');
    const rule = (await items()).find(({ label }) => label === 'rule: keep the newest images');
    expect(accepted(rule)).toContain('\n    countType   = "imageCountMoreThan"\n    countNumber = 30\n  }\n');
  });
});

describe('a client that announces all', () => {
  it.each(CURSORS)('gets %s without documentation, and Markdown once it asks', async (_, marked) => {
    const { items, resolve, capabilities } = await open('all', marked);
    expect(capabilities['completionProvider']).toMatchObject({ resolveProvider: true });
    const sent = await items();
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ documentation }) => documentation !== undefined)).toEqual([]);
    for (const item of [sent[0], sent.at(-1)]) {
      const { documentation, ...rest } = await resolve(item);
      expect(rest).toEqual(item);
      expect(documentation).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/./) });
    }
  });

  it('gets snippets', async () => {
    const { items } = await open('all', CURSORS[1]?.[1] ?? '');
    const name = (await items()).find(({ label }) => label === 'name');
    expect(name).toMatchObject({ insertTextFormat: SNIPPET, textEdit: { newText: 'name = "$1"' } });
  });

  it.each(HOVERS)('gets the hover on %s as Markdown', async (_, marked) => {
    const { contents } = (await (await open('all', marked)).hover()) ?? {};
    expect(contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/^\*\*/) });
  });
});

describe('any client', () => {
  it.each(['few', 'all'] as const)('(%s) gets the comma that is missing before a key', async (abilities) => {
    const { items, accepted } = await open(
      abilities,
      policy('<<EOF\n{ "rules": [{\n  "rulePriority": 1\n  "$0"\n}] }\nEOF'),
    );
    const key = (await items()).find(({ label }) => label === 'action');
    expect(accepted(key)).toContain('  "rulePriority": 1,\n  "action": {');
  });

  it('gets what it names first', async () => {
    const formats = ['plaintext', 'markdown'];
    const capabilities = {
      textDocument: {
        hover: { contentFormat: formats },
        completion: {
          completionItem: { documentationFormat: formats, resolveSupport: { properties: ['documentation'] } },
        },
      },
    };
    const { hover, items, resolve } = await open(capabilities, HOVERS[0]?.[1] ?? '');
    expect((await hover())?.contents.kind).toBe('plaintext');
    const [first] = await items();
    expect((await resolve(first)).documentation?.kind).toBe('plaintext');
  });
});
