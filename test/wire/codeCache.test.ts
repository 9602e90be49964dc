import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, folderWith, RIGHT, removeFolders, WRONG } from './support.ts';

afterEach(removeFolders);

/** Runs a copy of the command line in a folder, with what V8 compiled kept in its folder `cache`. */
function check(folder: string, ...flags: readonly string[]) {
  const options = `--require ${JSON.stringify(resolve('test/wire/codeCache.cjs'))}`;
  const env = { ...process.env, NODE_OPTIONS: options, TERRAFORM_ECR_CODE_CACHE: join(folder, 'cache') };
  const words = [...flags, join(folder, 'copy.cjs'), 'check', 'code'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function folderToCheck(text: string): string {
  const folder = folderWith({ 'code/main.tf': text }, 'code-cache-');
  mkdirSync(join(folder, 'cache'));
  copyFileSync(BINARY, join(folder, 'copy.cjs'));
  return folder;
}

const kept = (folder: string) => readdirSync(join(folder, 'cache')).length;

describe('what V8 compiled for one process and another uses', () => {
  it.each([
    ['a red end', WRONG, 1],
    ['a green end', RIGHT, 0],
  ])('leaves the answer as it is: %s', (_, text, status) => {
    const folder = folderToCheck(text);
    const alone = spawnSync(process.execPath, [BINARY, 'check', 'code'], { cwd: folder, encoding: 'utf8' });
    const [first, second] = [check(folder), check(folder)];
    expect(first).toEqual({ status, stdout: alone.stdout, stderr: alone.stderr });
    expect(second).toEqual(first);
    expect(kept(folder)).toBe(1);
  });

  it('is not used for a bundle that was built again, of the same length too', () => {
    const folder = folderToCheck(WRONG);
    expect(check(folder).stdout).toContain('1 error');
    const copy = join(folder, 'copy.cjs');
    writeFileSync(copy, readFileSync(copy, 'utf8').replaceAll('rule-count-unit-missing', 'rule-count-unit-MISSING'));
    expect(check(folder).stdout).toContain('rule-count-unit-MISSING');
    expect(kept(folder)).toBe(2);
  });

  it('is left alone by a process with flags, and compiled again where it is damaged', () => {
    const folder = folderToCheck(WRONG);
    const first = check(folder, '--max-old-space-size=400');
    expect(kept(folder)).toBe(0);
    expect(check(folder)).toEqual(first);
    for (const name of readdirSync(join(folder, 'cache'))) writeFileSync(join(folder, 'cache', name), 'half');
    expect(check(folder)).toEqual(first);
  });
});
