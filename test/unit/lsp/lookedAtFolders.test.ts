import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../server/src/files/nodeFiles.ts';
import { Urgency } from '../../../server/src/lsp/urgency.ts';
import { WorkspaceFiles } from '../../../server/src/lsp/workspaceFiles.ts';
import { isModuleFile } from '../../../server/src/module/sources/fileKinds.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { below, pick, seeded } from '../../corpus/random.ts';
import type { Folder } from '../support/hiddenWords.ts';
import { hiddenWords } from '../support/hiddenWords.ts';
import { shareOf } from '../support/longTests.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

const SETTINGS = { rules: {}, companionReports: false };

/** The files of an editor, and what is found in them. */
class Editor {
  readonly workspace = new Workspace(undefined, { readsLater: true });
  readonly files = new WorkspaceFiles(this.workspace, nodeFiles, new Urgency());
  readonly #context = new ServiceContext(this.workspace, new ProblemFinder((id) => expect(id).toBe('no rule')));

  static async start(folder: string): Promise<Editor> {
    const editor = new Editor();
    await editor.files.addFolder(pathToFileURL(folder).href);
    return editor;
  }

  /** Every problem, when nothing is wanted any more. */
  async problems(): Promise<readonly string[]> {
    let found = this.#find();
    while (await this.files.supply()) found = this.#find();
    return found;
  }

  #find(): readonly string[] {
    const uris = this.workspace.modules.flatMap((module) => module.uris);
    const checked = uris.filter((uri) => !this.workspace.isOnlyDeclaring(uri));
    const problems = checked.flatMap((uri) => this.#context.problemsOf(uri, SETTINGS));
    return problems.map(({ uri, start, problem }) => `${uri} ${start} ${problem.ruleId} ${problem.message}`);
  }
}

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'terraform-ecr-looked-')));
  made.push(folder);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function writeAll(folder: string, files: Folder): void {
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
}

const uriIn = (folder: string, path: string) => pathToFileURL(join(folder, path)).href;

describe('an editor that looks at folders before it reads them', () => {
  it('finds what it finds after reading everything', async () => {
    let total = 0;
    for (let seed = 0; seed < shareOf(150, 25); seed += 1) {
      const files = hiddenWords(seeded(seed));
      const folder = newFolder();
      writeAll(folder, files);
      const [looking, whole] = [await Editor.start(folder), await Editor.start(folder)];
      for (const path of Object.keys(files)) if (isModuleFile(path)) await whole.files.open(uriIn(folder, path));
      const found = await looking.problems();
      expect([seed, found]).toEqual([seed, await whole.problems()]);
      total += found.length;
    }
    expect(total).toBeGreaterThan(5);
  });

  it('follows files that come, change and go as if it began anew', async () => {
    for (let seed = 0; seed < shareOf(150, 25); seed += 1) {
      const random = seeded(seed);
      const versions = [hiddenWords(random), hiddenWords(random), hiddenWords(random)];
      const folder = newFolder();
      const now: Record<string, string> = { ...pick(random, versions) };
      writeAll(folder, now);
      const editor = await Editor.start(folder);
      await editor.problems();
      for (let step = 0; step < 4; step += 1) {
        const other = pick(random, versions);
        const path = pick(random, [...Object.keys(now), ...Object.keys(other)]);
        const uri = uriIn(folder, path);
        const text = other[path];
        if (text === undefined || below(random, 4) === 0) {
          rmSync(join(folder, path), { force: true });
          delete now[path];
          await editor.files.follow([{ uri, kind: 'deleted' }]);
        } else {
          write(folder, path, text);
          await editor.files.follow([{ uri, kind: path in now ? 'changed' : 'created' }]);
          now[path] = text;
        }
        const anew = await Editor.start(folder);
        expect([seed, step, path, await editor.problems()]).toEqual([seed, step, path, await anew.problems()]);
      }
    }
  });

  it('reads a folder that is set aside when one of its files is opened, and what calls it', async () => {
    const folder = newFolder();
    writeAll(folder, {
      'm/main.tf': 'variable "v" {}\n',
      'root/main.tf': 'module "m" {\n  source = "../m"\n  v = 1\n}\n',
      'far/main.tf': 'locals {\n  far = 1\n}\n',
    });
    const editor = await Editor.start(folder);
    expect(editor.workspace.modules).toEqual([]);
    editor.workspace.openDocument(uriIn(folder, 'm/main.tf'), 'variable "v" {}\n');
    expect(await editor.files.open(uriIn(folder, 'm/main.tf'))).toBe(true);
    const read = editor.workspace.modules.map(({ directory }) => directory);
    expect(read).toEqual([uriIn(folder, 'm'), uriIn(folder, 'root')]);
    expect(await editor.files.open(uriIn(folder, 'm/main.tf'))).toBe(false);
  });
});
