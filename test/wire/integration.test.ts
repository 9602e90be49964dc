import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, folderWith, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/continuous-integration.md', ROOT), 'utf8');
const hooks = readFileSync(new URL('.pre-commit-hooks.yaml', ROOT), 'utf8');

/** Every command of the page's examples, as a shell reads it. */
const COMMANDS = [...page.matchAll(/node tools\/terraform-ecr\.cjs .*/g)]
  .map(([command]) => command)
  // Plans are reviewed in tests of their own.
  .filter((command) => !command.includes(' review '));

const RULE = {
  rulePriority: 1,
  selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
  action: { type: 'expire' },
};

/** A repository that keeps the command line as the page says. */
function repositoryWith(text: string): string {
  const folder = folderWith({ 'main.tf': text });
  mkdirSync(join(folder, 'tools'));
  copyFileSync(BINARY, join(folder, 'tools/terraform-ecr.cjs'));
  const policy = text === RIGHT ? JSON.stringify({ rules: [RULE] }) : '[]';
  const resource = { address: 'aws_ecr_lifecycle_policy.p', mode: 'managed', type: 'aws_ecr_lifecycle_policy' };
  const values = { root_module: { resources: [{ ...resource, values: { policy } }] } };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ format_version: '1.2', planned_values: values }));
  writeFileSync(join(folder, 'changed.txt'), 'README.md\nmain.tf\n');
  run(folder, 'check', '--write-baseline', 'terraform-ecr-baseline.json');
  return folder;
}

describe('the page about CI', () => {
  it('has an example of every kind', () => {
    for (const option of ['github', 'sarif', 'junit', 'json', '--baseline', '--write-baseline']) {
      expect(COMMANDS.some((command) => command.includes(option))).toBe(true);
    }
  });

  it.each(COMMANDS)('%s', (command) => {
    const shell = (folder: string) => spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(shell(repositoryWith(RIGHT))).toMatchObject({ status: 0 });
    expect(shell(repositoryWith(WRONG)).status).toBe(command.includes('baseline') ? 0 : 1);
  });
});

describe('the hooks for pre-commit', () => {
  const read = (key: string) =>
    [...hooks.matchAll(new RegExp(`^[- ] ${key}: (.*)$`, 'gm'))].map(([, value]) => value ?? '');

  it('run the command line on the files that it reads', () => {
    expect(read('id')).toEqual(['terraform-ecr', 'terraform-ecr-fix']);
    for (const pattern of read('files')) {
      const names = ['main.tf', 'a/b.tofu', '.terraform-ecr.json', 'a/.terraform-ecr.json', 'x.tfvars', 'x.json', 'tf'];
      expect(names.filter((name) => new RegExp(pattern).test(name))).toEqual(names.slice(0, 4));
    }
    for (const entry of read('entry')) {
      const [program, ...words] = entry.split(' ');
      expect(program).toBe('terraform-ecr');
      const folder = folderWith({ 'main.tf': WRONG, 'a/main.tf': RIGHT });
      expect(run(folder, ...words, 'main.tf', 'a/main.tf').status).toBe(words.includes('--fix') ? 0 : 1);
    }
  });
});
