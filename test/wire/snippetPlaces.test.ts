import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-textdocument';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readAllSnippets } from '../unit/snippets/expandSnippets.ts';
import { SURROUNDINGS } from '../unit/snippets/surroundings.ts';
import { WireClient } from './client.ts';

interface Item {
  readonly label: string;
  readonly textEdit: TextEdit;
}

interface List {
  readonly isIncomplete: boolean;
  readonly items: readonly Item[];
}

/** The first snippet as a client without snippets gets it. */
const PLAIN_REPOSITORY = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Keep the 30 newest images"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}
`;

const SNIPPETS = readAllSnippets();
const isWhole = (prefix: string) => !/^ecr-(?:rule-|exclusion-filter)/.test(prefix);

/** The text typed before a snippet, in the module that it completes. */
const around = (prefix: string) => (SURROUNDINGS[prefix] ?? '%').replace('%', '$0');

describe.each([
  ['alone', false],
  ['beside another extension', true],
])('the server %s', (_, companion) => {
  let client: WireClient;
  let opened = 0;

  beforeAll(async () => {
    client = new WireClient();
    await client.initialize('few', [], { companion, showsSimulations: false, readsFiles: false, pages: null });
  });
  afterAll(() => client.process.kill());

  /** Asks at `$0` in a separate file. */
  async function listAt(marked: string) {
    opened += 1;
    const uri = `file:///module${opened}/main.tf`;
    const document = TextDocument.create(uri, 'terraform', 1, marked.replace('$0', ''));
    client.open(uri, document.getText());
    const position = document.positionAt(marked.indexOf('$0'));
    const answer = await client.request('textDocument/completion', { textDocument: { uri }, position });
    const list = Array.isArray(answer) ? { isIncomplete: false, items: answer as Item[] } : (answer as List);
    return { ...list, document };
  }

  it.each(SNIPPETS)('offers $prefix where it can stand, as its prefix is typed', async ({ prefix }) => {
    const { isIncomplete, items } = await listAt(around(prefix).replace('$0', 'ecr$0'));
    const labels = items.map(({ label }) => label);
    expect(labels.filter((label) => label === prefix)).toEqual([prefix]);
    // The next character may leave others.
    expect(isIncomplete).toBe(true);
  });

  it.each([
    ['another resource', 'resource "aws_iam_role" "r" {\n  $0\n}\n', () => true],
    ['a local', 'locals {\n  a = $0\n}\n', () => true],
    ['a value', 'resource "aws_ecr_repository" "r" {\n  name = $0\n}\n', () => true],
    ['the top level', '$0', (prefix: string) => !isWhole(prefix)],
    ['a list of rules', around('ecr-rule-keep'), (prefix: string) => !prefix.startsWith('ecr-rule-')],
    ['a repository', 'resource "aws_ecr_repository" "r" {\n  $0\n}\n', (prefix: string) => isWhole(prefix)],
  ] as const)('offers in %s none that cannot stand there', async (_place, place, isForeign) => {
    const foreign = SNIPPETS.map(({ prefix }) => prefix).filter(isForeign);
    for (const typed of ['', 'c', 'for', 'path', 'policy', 'reso', 'ecr', 'ecr-repo', 'ecr-rule-keep']) {
      const { items } = await listAt(place.replace('$0', `${typed}$0`));
      expect(items.map(({ label }) => label).filter((label) => foreign.includes(label))).toEqual([]);
    }
  });

  it('writes repeated tab stops out for a client without snippets', async () => {
    const { items, document } = await listAt('ecr-repo$0');
    const edits = items.filter(({ label }) => label === 'ecr-repo').map(({ textEdit }) => textEdit);
    const text = TextDocument.applyEdits(document, edits);
    expect(text).toBe(PLAIN_REPOSITORY);
  });
});

describe('what the manifest inserts', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: { readonly snippets: readonly { readonly path: string }[] };
  };
  const files = manifest.contributes.snippets.map(({ path }) => JSON.parse(readFileSync(path, 'utf8')) as object);

  it('is every snippet, without a prefix that would pop up', () => {
    for (const file of files) {
      expect(Object.values(file).filter((snippet) => 'prefix' in snippet)).toEqual([]);
      expect(Object.keys(file).sort()).toEqual(SNIPPETS.map(({ name, prefix }) => `${name} (${prefix})`).sort());
    }
  });
});
