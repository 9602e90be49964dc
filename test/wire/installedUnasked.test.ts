import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { BINARY, folderWith, removeFolders } from './support.ts';

afterEach(removeFolders);

const POLICY = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
}
`;

/** Counts the calls to the disk, and those inside the folder of installed modules, and prints both at the end. */
const COUNTING = `
const fs = require('node:fs');
const count = { all: 0, inside: 0 };
const counted = (of, name) => {
  const real = of[name];
  if (typeof real !== 'function') return;
  of[name] = Object.assign(function (path, ...more) {
    count.all += 1;
    if (/[.]terraform[\\\\/]/.test(String(path))) count.inside += 1;
    return real.call(this, path, ...more);
  }, real);
};
for (const name of ['readFileSync', 'openSync', 'readdirSync', 'statSync', 'lstatSync', 'opendirSync', 'existsSync']) counted(fs, name);
for (const name of ['readFile', 'open', 'readdir', 'stat', 'lstat', 'opendir']) counted(fs.promises, name);
process.on('exit', () => process.stderr.write('COUNTED ' + JSON.stringify(count)));
`;

/** What a check of the folder's code asks of the disk. */
function counted(files: Readonly<Record<string, string>>): { all: number; inside: number } {
  const folder = folderWith({ ...files, 'counting.cjs': COUNTING });
  const { stderr } = spawnSync(process.execPath, ['--require', join(folder, 'counting.cjs'), BINARY, 'check', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(/COUNTED (.*)/.exec(stderr)?.[1] ?? '{}');
}

it('thirty installed modules of forty files that nobody asks for cost nothing', () => {
  const list = [{ Key: '', Source: '', Dir: '.' }];
  const installed: Record<string, string> = {};
  for (let module = 0; module < 30; module += 1) {
    const Dir = `.terraform/modules/m${module}`;
    list.push({ Key: `m${module}`, Source: `registry.terraform.io/acme/m${module}/aws`, Dir });
    for (let file = 0; file < 40; file += 1) installed[`${Dir}/f${file}.tf`] = POLICY;
  }
  installed['.terraform/modules/modules.json'] = JSON.stringify({ Modules: list });
  const without = counted({ 'main.tf': POLICY });
  expect(without.all).toBeGreaterThan(1);
  expect(counted({ 'main.tf': POLICY, ...installed })).toEqual({ ...without, inside: 0 });
});
