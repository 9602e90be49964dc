import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';
import { folderWith, RIGHT, removeFolders, WRONG } from './support.ts';

const clients: WireClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
  removeFolders();
});

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly { readonly code: string; readonly severity: number }[];
}

type Files = Readonly<Record<string, string>>;

/** A client that receives the problems of a folder's files unasked. */
class Editor {
  readonly folder: string;
  readonly client = new WireClient();
  readonly #told = new Map<string, readonly string[]>();

  private constructor(folder: string) {
    this.folder = folder;
    clients.push(this.client);
  }

  /** `roots` are what the client says about its folders. */
  static async start(files: Files, roots?: (folder: string) => object, capabilities: object = {}): Promise<Editor> {
    const editor = new Editor(folderWith(files));
    const uri = pathToFileURL(editor.folder).href;
    const said = roots?.(editor.folder) ?? { rootUri: uri, workspaceFolders: [{ uri, name: 'root' }] };
    await editor.client.request('initialize', { processId: null, capabilities, ...said });
    editor.client.notify('initialized', {});
    return editor;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** The rules of the errors and warnings received so far, by the files' names. */
  get problems(): Readonly<Record<string, readonly string[]>> {
    const received = this.client.take('textDocument/publishDiagnostics') as Published[];
    for (const { uri, diagnostics } of received) {
      this.#told.set(
        decodeURIComponent(uri).slice(`file://${this.folder}/`.length),
        diagnostics.filter(({ severity }) => severity <= 2).map(({ code }) => code),
      );
    }
    return Object.fromEntries([...this.#told].filter(([, codes]) => codes.length > 0).sort());
  }

  changed(...changes: readonly (readonly [name: string, type: 1 | 2 | 3])[]): void {
    this.client.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([name, type]) => ({ uri: this.uri(name), type })),
    });
  }

  open(name: string, text: string): void {
    this.client.open(this.uri(name), text);
  }

  edit(name: string, text: string, version = 2): void {
    const textDocument = { uri: this.uri(name), version };
    this.client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  save(name: string): void {
    this.client.notify('textDocument/didSave', { textDocument: { uri: this.uri(name) } });
  }

  close(name: string): void {
    this.client.notify('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Makes the server answer everything that it was sent before. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await this.client.request('workspace/symbol', { query: 'nothing' });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }
}

/** Notifications arrive eventually: a busy machine takes its time. */
const eventually = (editor: Editor) => expect.poll(() => editor.problems);

const named = (name: string) => WRONG.replaceAll('"p"', `"${name}"`);
const PROBLEM = ['rule-count-unit-missing'];
const READER =
  'resource "aws_ecr_lifecycle_policy" "r" {\n  repository = "app"\n  policy     = file("${path.module}/policies/p.json")\n}\n';
const POLICY =
  '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":0},"action":{"type":"expire"}}]}';
const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n';
const REFERRING = RIGHT.replace('repository = "app"', 'repository = aws_ecr_repository.app.name');

/** Changes of folders: the files before, the change, the notifications about it, and the problems afterwards. */
interface Happening {
  readonly title: string;
  readonly files: Files;
  readonly before: Readonly<Record<string, readonly string[]>>;
  readonly act: (editor: Editor) => void;
  readonly after: Readonly<Record<string, readonly string[]>>;
}

const TWO: Files = { 'a/r.tf': named('a'), 'b/r.tf': named('b') };
const BOTH = { 'a/r.tf': PROBLEM, 'b/r.tf': PROBLEM };

const HAPPENINGS: readonly Happening[] = [
  {
    title: 'a folder is deleted',
    files: TWO,
    before: BOTH,
    act(editor) {
      rmSync(editor.path('a'), { recursive: true });
      editor.changed(['a', 3]);
    },
    after: { 'b/r.tf': PROBLEM },
  },
  {
    title: 'a folder is moved',
    files: TWO,
    before: BOTH,
    act(editor) {
      renameSync(editor.path('a'), editor.path('c'));
      editor.changed(['a', 3], ['c', 1]);
    },
    after: { 'b/r.tf': PROBLEM, 'c/r.tf': PROBLEM },
  },
  {
    title: 'a folder is moved into another one, told the other way round',
    files: TWO,
    before: BOTH,
    act(editor) {
      renameSync(editor.path('a'), editor.path('b/deep'));
      editor.changed(['b/deep', 1], ['a', 3]);
    },
    after: { 'b/deep/r.tf': PROBLEM, 'b/r.tf': PROBLEM },
  },
  {
    title: 'a folder with a dot in its name comes',
    files: TWO,
    before: BOTH,
    act(editor) {
      editor.write('c.tf/v1.2/r.tf', named('c'));
      editor.changed(['c.tf', 1]);
    },
    after: { ...BOTH, 'c.tf/v1.2/r.tf': PROBLEM },
  },
  {
    title: 'a folder is deleted whose name ends with a slash in the event',
    files: TWO,
    before: BOTH,
    act(editor) {
      rmSync(editor.path('a'), { recursive: true });
      editor.changed(['a/', 3]);
    },
    after: { 'b/r.tf': PROBLEM },
  },
  {
    title: 'the folder above all files is deleted',
    files: { 'all/a/r.tf': named('a'), 'all/b/c/r.tf': named('b') },
    before: { 'all/a/r.tf': PROBLEM, 'all/b/c/r.tf': PROBLEM },
    act(editor) {
      rmSync(editor.path('all'), { recursive: true });
      editor.changed(['all', 3]);
    },
    after: {},
  },
  {
    title: 'a folder with a name like another one is deleted',
    files: { 'app/r.tf': named('a'), 'app2/r.tf': named('b') },
    before: { 'app/r.tf': PROBLEM, 'app2/r.tf': PROBLEM },
    act(editor) {
      rmSync(editor.path('app'), { recursive: true });
      editor.changed(['app', 3]);
    },
    after: { 'app2/r.tf': PROBLEM },
  },
  {
    title: 'a folder of policy files goes',
    files: { 'r.tf': READER, 'policies/p.json': POLICY },
    before: { 'policies/p.json': ['policy-number-range'] },
    act(editor) {
      rmSync(editor.path('policies'), { recursive: true });
      editor.changed(['policies', 3]);
    },
    after: { 'r.tf': ['file-missing'] },
  },
  {
    title: 'a folder of policy files comes',
    files: { 'r.tf': READER },
    before: { 'r.tf': ['file-missing'] },
    act(editor) {
      editor.write('policies/p.json', POLICY);
      editor.changed(['policies', 1]);
    },
    after: { 'policies/p.json': ['policy-number-range'] },
  },
  {
    title: 'a folder with settings goes',
    files: {
      'a/.terraform-ecr.json': '{ "rules": { "rule-count-unit-missing": "off" } }',
      'a/b/r.tf': named('a'),
      'c/r.tf': named('c'),
    },
    before: { 'c/r.tf': PROBLEM },
    act(editor) {
      renameSync(editor.path('a/b'), editor.path('b'));
      rmSync(editor.path('a'), { recursive: true });
      editor.changed(['a', 3], ['b', 1]);
    },
    after: { 'b/r.tf': PROBLEM, 'c/r.tf': PROBLEM },
  },
  {
    title: 'folders come that git ignores or that tools keep',
    files: { ...TWO, '.git/HEAD': '', '.gitignore': 'build/\n' },
    before: BOTH,
    act(editor) {
      const made = ['build/r.tf', '.terraform/modules/m/r.tf', 'a/.terraform/modules/m/r.tf', 'node_modules/m/r.tf'];
      for (const name of made) editor.write(name, named('c'));
      editor.changed(['build', 1], ['.terraform', 1], ['node_modules', 1], ['a/.terraform', 1]);
      editor.changed(...made.map((name) => [name, 1] as const));
    },
    after: BOTH,
  },
  {
    title: 'a folder is deleted and made again before anyone tells',
    files: TWO,
    before: BOTH,
    act(editor) {
      rmSync(editor.path('a'), { recursive: true });
      editor.write('a/other.tf', named('a'));
      editor.changed(['a', 3], ['a', 1]);
    },
    after: { 'a/other.tf': PROBLEM, 'b/r.tf': PROBLEM },
  },
  {
    title: 'a called module comes',
    files: { 'main.tf': 'module "m" {\n  source = "./m"\n}\n', 'b/r.tf': named('b') },
    before: { 'b/r.tf': PROBLEM },
    act(editor) {
      editor.write('m/r.tf', named('m'));
      editor.changed(['m', 1]);
    },
    after: { 'b/r.tf': PROBLEM, 'm/r.tf': PROBLEM },
  },
];

describe('folders over time', () => {
  it.each(HAPPENINGS)('$title', async ({ files, before, act, after }) => {
    const editor = await Editor.start(files);
    await eventually(editor).toEqual(before);
    act(editor);
    await editor.settle();
    await eventually(editor).toEqual(after);
  });

  it('an open text of a folder that goes stays', async () => {
    const editor = await Editor.start(TWO);
    await eventually(editor).toEqual(BOTH);
    editor.open('a/r.tf', named('a'));
    rmSync(editor.path('a'), { recursive: true });
    editor.changed(['a', 3]);
    await editor.settle();
    await eventually(editor).toEqual(BOTH);
    editor.close('a/r.tf');
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM });
  });

  it.each([
    ['workspace/didDeleteFiles', (e: Editor) => rmSync(e.path('a'), { recursive: true }), { 'b/r.tf': PROBLEM }],
    ['workspace/didCreateFiles', (e: Editor) => e.write('n/r.tf', named('n')), { ...BOTH, 'n/r.tf': PROBLEM }],
    [
      'workspace/didRenameFiles',
      (e: Editor) => renameSync(e.path('a'), e.path('n')),
      { 'b/r.tf': PROBLEM, 'n/r.tf': PROBLEM },
    ],
  ])('are followed by %s, for clients that tell of their own operations', async (method, act, after) => {
    const editor = await Editor.start(TWO, undefined, { workspace: { fileOperations: { didCreate: true } } });
    await eventually(editor).toEqual(BOTH);
    act(editor);
    const uri = editor.uri(method.endsWith('CreateFiles') ? 'n' : 'a');
    editor.client.notify(method, { files: [{ uri, oldUri: uri, newUri: editor.uri('n') }] });
    await eventually(editor).toEqual(after);
  });

  it('are watched whatever they are called', async () => {
    const client = new WireClient();
    clients.push(client);
    const { capabilities } = await client.initialize('all', [pathToFileURL(folderWith({})).href]);
    const { registrations } = (await client.notification('client/registerCapability')) as {
      registrations: { registerOptions: { watchers: { globPattern: string; kind?: number }[] } }[];
    };
    const watchers = registrations.flatMap(({ registerOptions }) => registerOptions.watchers ?? []);
    // Created and deleted, not changed: a folder does not change.
    expect(watchers).toContainEqual({ globPattern: '**/*', kind: 5 });
    expect(capabilities['textDocumentSync']).toMatchObject({ save: { includeText: false } });
  });
});

describe('a client that watches no files', () => {
  it('has what was saved after the text is closed', async () => {
    const editor = await Editor.start({ 'b.tf': WRONG });
    await eventually(editor).toEqual({ 'b.tf': PROBLEM });
    editor.open('b.tf', WRONG);
    editor.edit('b.tf', RIGHT);
    await eventually(editor).toEqual({});
    editor.write('b.tf', RIGHT);
    editor.save('b.tf');
    editor.close('b.tf');
    await editor.settle();
    await eventually(editor).toEqual({});
  });

  it('keeps what a new file declares after it is closed', async () => {
    const editor = await Editor.start({ 'a.tf': REFERRING, 'b/r.tf': named('b') });
    await eventually(editor).toEqual({ 'a.tf': ['policy-repository-undeclared'], 'b/r.tf': PROBLEM });
    editor.open('c.tf', '');
    editor.edit('c.tf', REPOSITORY);
    editor.write('c.tf', REPOSITORY);
    editor.save('c.tf');
    editor.close('c.tf');
    await editor.settle();
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM });
  });

  it.each([
    ['is discarded', WRONG, RIGHT, { 'b.tf': PROBLEM }],
    ['was changed on disk meanwhile', RIGHT, RIGHT, {}],
  ])('reads the file again when an edit %s', async (_, disk, edited, after) => {
    const editor = await Editor.start({ 'b.tf': WRONG });
    await eventually(editor).toEqual({ 'b.tf': PROBLEM });
    editor.open('b.tf', WRONG);
    editor.edit('b.tf', edited);
    await eventually(editor).toEqual({});
    editor.write('b.tf', disk);
    editor.close('b.tf');
    await eventually(editor).toEqual(after);
    await editor.settle();
    await eventually(editor).toEqual(after);
  });

  it('forgets a new text that was never saved', async () => {
    const editor = await Editor.start({ 'b/r.tf': named('b') });
    editor.open('n.tf', WRONG);
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM, 'n.tf': PROBLEM });
    editor.close('n.tf');
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM });
  });

  it('forgets a file that was deleted while it was open', async () => {
    const editor = await Editor.start({ 'b.tf': WRONG });
    editor.open('b.tf', WRONG);
    await eventually(editor).toEqual({ 'b.tf': PROBLEM });
    rmSync(editor.path('b.tf'));
    editor.close('b.tf');
    await eventually(editor).toEqual({});
  });

  it('has a new file in a new folder when it is saved', async () => {
    const editor = await Editor.start({ 'b/r.tf': named('b') });
    editor.open('n/one.tf', REFERRING);
    editor.write('n/two.tf', REPOSITORY);
    editor.write('n/one.tf', REFERRING);
    editor.save('n/one.tf');
    await editor.settle();
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM });
    editor.close('n/one.tf');
    await editor.settle();
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM });
  });

  it('does not list a file that git ignores after it is saved and closed', async () => {
    const editor = await Editor.start({ '.git/HEAD': '', '.gitignore': 'gen/\n', 'b/r.tf': named('b') });
    editor.open('gen/n.tf', '');
    editor.edit('gen/n.tf', WRONG);
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM, 'gen/n.tf': PROBLEM });
    editor.write('gen/n.tf', WRONG);
    editor.save('gen/n.tf');
    editor.close('gen/n.tf');
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM });
  });

  it('keeps what a policy file says, saved and closed', async () => {
    const files = { 'r.tf': READER, 'policies/p.json': POLICY };
    const editor = await Editor.start(files);
    await eventually(editor).toEqual({ 'policies/p.json': ['policy-number-range'] });
    const mended = POLICY.replace('"countNumber":0', '"countNumber":5');
    editor.open('policies/p.json', POLICY);
    editor.edit('policies/p.json', mended);
    await eventually(editor).toEqual({});
    editor.write('policies/p.json', mended);
    editor.save('policies/p.json');
    editor.close('policies/p.json');
    await editor.settle();
    await eventually(editor).toEqual({});
  });
});

/** Two files of one module: a policy whose repository is in the other one. */
const MODULE: Files = { 'env/p.tf': REFERRING, 'env/r.tf': REPOSITORY, 'sub/s.tf': named('s') };
const WITHOUT = REFERRING.replace('aws_ecr_repository.app', 'aws_ecr_repository.nosuch');
const UNDECLARED = { 'env/p.tf': ['policy-repository-undeclared'] };

describe('the files beside an open text', () => {
  it.each([
    ['no folder is open', (): object => ({ rootUri: null })],
    ['the client tells of no folder', (): object => ({})],
    ['another folder is open', (folder: string): object => ({ rootUri: pathToFileURL(join(folder, 'sub')).href })],
    ['the folder is told as a path', (folder: string): object => ({ rootPath: folder })],
    ['an empty list of folders is told', (): object => ({ rootUri: null, workspaceFolders: [] })],
  ])('are read when %s, for what they declare', async (_, roots) => {
    const editor = await Editor.start({ ...MODULE, 'env/wrong.tf': named('w') }, roots);
    editor.open('env/p.tf', REFERRING);
    await editor.settle();
    expect(editor.problems['env/p.tf']).toBeUndefined();
    editor.edit('env/p.tf', WITHOUT);
    await eventually(editor).toMatchObject(UNDECLARED);
    const isInside = JSON.stringify(roots(editor.folder)).includes('rootPath');
    expect('env/wrong.tf' in editor.problems).toBe(isInside);
  });

  it.each([
    ['git ignores the file with the repository', { '.gitignore': 'r.tf\n' }, 'env/p.tf'],
    ['git ignores the folder', { '.gitignore': 'env/\n' }, 'env/p.tf'],
    [
      'the folder is a tool’s',
      { '.terraform/modules/m/p.tf': REFERRING, '.terraform/modules/m/r.tf': REPOSITORY },
      '.terraform/modules/m/p.tf',
    ],
  ])('are read when %s', async (_, more, name) => {
    const editor = await Editor.start({ '.git/HEAD': '', ...MODULE, ...more });
    editor.open(name, REFERRING);
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
    await editor.settle();
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
    editor.edit(name, WITHOUT);
    await eventually(editor).toMatchObject({ [name]: ['policy-repository-undeclared'] });
    editor.close(name);
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
  });

  it.each([
    ['is too large', { 'env/r.tf': `${REPOSITORY}# ${'x'.repeat(4 * 1024 * 1024)}\n` }],
    ['is binary', { 'env/r.tf': `${REPOSITORY}\0` }],
  ])('are not judged when one of them %s', async (_, more) => {
    const editor = await Editor.start({ ...MODULE, ...more });
    editor.open('env/p.tf', REFERRING);
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
    await editor.settle();
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
  });

  it('are unknown for a text without a place', async () => {
    const editor = await Editor.start(MODULE);
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
    editor.client.open('untitled:Untitled-1', WITHOUT);
    await editor.settle();
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
  });

  it('override it, though git ignores them', async () => {
    const wrong = REPOSITORY.replace('"team/app"\n', '"team/app"\n  image_tag_mutability = "IMUTABLE"\n');
    const override = 'resource "aws_ecr_repository" "app" {\n  image_tag_mutability = "IMMUTABLE"\n}\n';
    const files = { '.git/HEAD': '', '.gitignore': '*override.tf\n', 'env/override.tf': override, 'env/r.tf': wrong };
    const editor = await Editor.start({ ...files, 'sub/s.tf': named('s') });
    editor.open('env/r.tf', wrong);
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
    await editor.settle();
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
    rmSync(editor.path('env/override.tf'));
    editor.changed(['env/override.tf', 3]);
    await eventually(editor).toMatchObject({ 'env/r.tf': ['repository-mutability-value'] });
    editor.write('env/override.tf', override);
    editor.changed(['env/override.tf', 1]);
    await eventually(editor).toEqual({ 'sub/s.tf': PROBLEM });
    expect(existsSync(editor.path('env/override.tf'))).toBe(true);
  });

  it('are let go with the last text of their directory', async () => {
    const editor = await Editor.start(MODULE, () => ({ rootUri: null }));
    editor.open('env/p.tf', WITHOUT);
    await eventually(editor).toEqual(UNDECLARED);
    editor.close('env/p.tf');
    await eventually(editor).toEqual({});
    editor.write('env/r.tf', REPOSITORY.replace('"app"', '"nosuch"'));
    editor.open('env/p.tf', WITHOUT);
    await editor.settle();
    await eventually(editor).toEqual({});
  });
});

/** What is ignored before and afterwards, with that kind of event for the `.gitignore`, and the problems each time. */
const IGNORING: readonly (readonly [
  title: string,
  files: Files,
  name: string,
  before: Readonly<Record<string, readonly string[]>>,
  text: string | null,
  after: Readonly<Record<string, readonly string[]>>,
])[] = [
  ['comes', TWO, '.gitignore', BOTH, 'a/\n', { 'b/r.tf': PROBLEM }],
  ['comes in a folder', TWO, 'a/.gitignore', BOTH, '*.tf\n', { 'b/r.tf': PROBLEM }],
  ['goes', { ...TWO, '.gitignore': 'a/\n' }, '.gitignore', { 'b/r.tf': PROBLEM }, null, BOTH],
  ['goes from a folder', { ...TWO, 'a/.gitignore': '*.tf\n' }, 'a/.gitignore', { 'b/r.tf': PROBLEM }, null, BOTH],
  ['ignores less', { ...TWO, '.gitignore': 'a/\nb/\n' }, '.gitignore', {}, 'b/\n', { 'a/r.tf': PROBLEM }],
  ['ignores more', { ...TWO, '.gitignore': 'a/\n' }, '.gitignore', { 'b/r.tf': PROBLEM }, '*/\n', {}],
  [
    'ignores another',
    { ...TWO, '.gitignore': 'a/\n' },
    '.gitignore',
    { 'b/r.tf': PROBLEM },
    'b/\n',
    { 'a/r.tf': PROBLEM },
  ],
  ['takes one back', { ...TWO, '.gitignore': '*.tf\n' }, '.gitignore', {}, '*.tf\n!a/r.tf\n', { 'a/r.tf': PROBLEM }],
  ['has another comment', { ...TWO, '.gitignore': '# a\n' }, '.gitignore', BOTH, '# b\n', BOTH],
  [
    'ignores a file whose declarations others need',
    { 'a/r.tf': REPOSITORY, 'a/p.tf': REFERRING + named('a'), '.gitignore': '' },
    '.gitignore',
    { 'a/p.tf': PROBLEM },
    'r.tf\n',
    { 'a/p.tf': PROBLEM },
  ],
  [
    'ignores a file that has a problem and a sibling',
    { 'a/r.tf': named('a'), 'a/p.tf': REPOSITORY },
    '.gitignore',
    { 'a/r.tf': PROBLEM },
    'r.tf\n',
    {},
  ],
];

describe('what git ignores is followed', () => {
  it.each(IGNORING)('when a .gitignore %s', async (_, files, name, before, text, after) => {
    const editor = await Editor.start({ '.git/HEAD': '', ...files });
    await eventually(editor).toEqual(before);
    await editor.settle();
    await eventually(editor).toEqual(before);
    if (text === null) rmSync(editor.path(name));
    else editor.write(name, text);
    const kind = text === null ? 3 : name in files ? 2 : 1;
    editor.changed([name, kind]);
    await eventually(editor).toEqual(after);
    await editor.settle();
    await eventually(editor).toEqual(after);
  });

  it('when it is saved by a client that watches no files', async () => {
    const editor = await Editor.start({ '.git/HEAD': '', ...TWO });
    await eventually(editor).toEqual(BOTH);
    editor.write('.gitignore', 'a/\n');
    editor.save('.gitignore');
    editor.open('.gitignore', '');
    editor.save('.gitignore');
    await eventually(editor).toEqual({ 'b/r.tf': PROBLEM });
  });

  it('but for what an editor shows', async () => {
    const editor = await Editor.start({ '.git/HEAD': '', ...TWO });
    editor.open('a/r.tf', named('a'));
    await eventually(editor).toEqual(BOTH);
    editor.write('.gitignore', '*.tf\n');
    editor.changed(['.gitignore', 1]);
    await eventually(editor).toEqual({ 'a/r.tf': PROBLEM });
  });
});
