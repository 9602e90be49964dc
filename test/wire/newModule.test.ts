import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { OWN_MODULE } from '../../server/src/protocol/ownModule.ts';
import { unformattedAmong } from '../unit/support/terraformFmt.ts';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const PATHS = OWN_MODULE.map(({ path }) => path);

/** The texts of the files in a folder, by path. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

const WRITTEN = Object.fromEntries(OWN_MODULE.map(({ path, text }) => [path, text]));

describe('new module', () => {
  it('prints each file after its path, and writes nothing', () => {
    const folder = folderWith({});
    const { status, stdout, stderr } = run(folder, 'new', 'module');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toBe(OWN_MODULE.map(({ path, text }) => `# ${path}\n\n${text}`).join('\n'));
    expect(filesIn(folder)).toEqual({});
  });

  it.each(['.', 'infra', 'a/new/folder', 'with space & ü'])('writes all files into %s and names them', (into) => {
    const folder = folderWith({ 'infra/main.tf': '# mine\n' });
    const { status, stdout } = run(folder, 'new', 'module', into);
    expect(status).toBe(0);
    expect(stdout).toBe(PATHS.map((path) => `wrote ${join(into, path)}\n`).join(''));
    const { 'main.tf': mine, ...files } = filesIn(join(folder, into));
    expect(mine).toBe(into === 'infra' ? '# mine\n' : undefined);
    expect(Object.fromEntries(PATHS.map((path) => [path, files[path]]))).toEqual(WRITTEN);
  });

  it.each(PATHS)('writes nothing where %s is there', (path) => {
    const folder = folderWith({ [path]: '# mine\n' });
    const { status, stdout, stderr } = run(folder, 'new', 'module', '.');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${path} cannot be written: it already exists`);
    expect(filesIn(folder)).toEqual({ [path]: '# mine\n' });
  });

  it.each(PATHS)('writes nothing where %s is a folder', (path) => {
    const folder = folderWith({});
    mkdirSync(join(folder, path), { recursive: true });
    expect(run(folder, 'new', 'module', '.').status).toBe(2);
    expect(filesIn(folder)).toEqual({});
  });

  it.each(PATHS)('writes nothing where %s is a link to nothing, nor at the other end of it', (path) => {
    const folder = folderWith({});
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(folder, 'elsewhere.tf'), join(folder, path));
    const { status, stderr } = run(folder, 'new', 'module', '.');
    expect(status).toBe(2);
    expect(stderr).toContain(`${path} cannot be written`);
    expect(existsSync(join(folder, 'elsewhere.tf'))).toBe(false);
    expect(filesIn(folder)).toEqual({});
  });

  it.each(['modules', 'modules/ecr', 'target'])('writes nothing where %s is a file on the way', (path) => {
    const folder = folderWith({ [path]: 'mine' });
    const { status, stderr } = run(folder, 'new', 'module', path === 'target' ? 'target' : '.');
    expect(status).toBe(2);
    expect(stderr).toContain('cannot be written');
    expect(filesIn(folder)).toEqual({ [path]: 'mine' });
  });

  it('refuses to write a second time, and leaves what was changed in between', () => {
    const folder = folderWith({});
    run(folder, 'new', 'module', '.');
    writeFileSync(join(folder, 'modules/ecr/main.tf'), '# changed\n');
    expect(run(folder, 'new', 'module', '.').status).toBe(2);
    expect(filesIn(folder)).toEqual({ ...WRITTEN, 'modules/ecr/main.tf': '# changed\n' });
  });

  it.each([
    [['new'], /new takes 'module'/],
    [['new', 'modul'], /new takes 'module', not 'modul'/],
    [['new', 'module', 'a', 'b'], /takes one folder, not also 'b'/],
  ])('refuses %j in one line', (words, message) => {
    const folder = folderWith({});
    const { status, stderr } = run(folder, ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(filesIn(folder)).toEqual({});
  });

  it.each([
    ['alone', {}],
    ['with the strict settings', { '.terraform-ecr.json': '{ "extends": "strict" }' }],
  ])('writes a module without a problem, %s', (_, files) => {
    const folder = folderWith(files);
    run(folder, 'new', 'module', '.');
    const { status, stdout } = run(folder, 'check', '--format', 'json', '--min-severity', 'hint');
    const { problems, summary } = JSON.parse(stdout);
    expect(problems).toEqual([]);
    // It is clean because it was read.
    expect(summary).toMatchObject({ files: PATHS.length });
    expect(status).toBe(0);
  });

  it('writes files that are laid out as terraform fmt does it', () => {
    const folder = folderWith({});
    run(folder, 'new', 'module', '.');
    expect([...unformattedAmong(Object.values(filesIn(folder)))]).toEqual([]);
  });
});
