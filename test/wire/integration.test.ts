import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, linkCommandLine, RIGHT, removeFolders, run, WRONG } from './support.ts';

afterEach(removeFolders);

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/continuous-integration.md', ROOT), 'utf8');
const hooks = readFileSync(new URL('.pre-commit-hooks.yaml', ROOT), 'utf8');

/** Every command in the page's examples, as a shell reads it. */
const COMMANDS = [...page.matchAll(/node tools\/terraform-ecr\.cjs .*/g)]
  .map(([command]) => command)
  // Plans are reviewed in other tests.
  .filter((command) => !command.includes(' review '));

const RULE = {
  rulePriority: 1,
  selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
  action: { type: 'expire' },
};

/** The baselines of texts, each written once by the command line. */
const baselines = new Map<string, string>();

function baselineOf(text: string): string {
  const known = baselines.get(text);
  if (known !== undefined) return known;
  const folder = folderWith({ 'main.tf': text });
  run(folder, 'check', '--write-baseline', 'terraform-ecr-baseline.json');
  const written = readFileSync(join(folder, 'terraform-ecr-baseline.json'), 'utf8');
  baselines.set(text, written);
  return written;
}

/** A repository that keeps the command line as the page says. */
function repositoryWith(text: string): string {
  const folder = folderWith({ 'main.tf': text });
  mkdirSync(join(folder, 'tools'));
  linkCommandLine(join(folder, 'tools/terraform-ecr.cjs'));
  const policy = text === RIGHT ? JSON.stringify({ rules: [RULE] }) : '[]';
  const resource = { address: 'aws_ecr_lifecycle_policy.p', mode: 'managed', type: 'aws_ecr_lifecycle_policy' };
  const values = { root_module: { resources: [{ ...resource, values: { policy } }] } };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ format_version: '1.2', planned_values: values }));
  writeFileSync(join(folder, 'changed.txt'), 'README.md\nmain.tf\n');
  writeFileSync(join(folder, 'terraform-ecr-baseline.json'), baselineOf(text));
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

/** What the page says of plans: lines of shells, and the steps of jobs. */
const REVIEWS = [...page.matchAll(/node tools\/terraform-ecr\.cjs review .*/g)].map(([command]) => command);

describe('what the page says of plans', () => {
  const shell = (command: string, plan: string) => {
    const folder = repositoryWith(RIGHT);
    copyFileSync(new URL(`test/corpus/plans/${plan}.json`, ROOT), join(folder, 'plan.json'));
    const detail = { imageDigest: `sha256:${'a'.repeat(64)}`, repositoryName: 'team/app' };
    writeFileSync(join(folder, 'images-team_app.json'), JSON.stringify({ imageDetails: [detail] }));
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    return { status, stderr, review: readFileSync(join(folder, 'review.md'), 'utf8') };
  };

  it('is a shell, a job of GitHub and one of GitLab, and images', () => {
    expect(REVIEWS).toHaveLength(4);
  });

  it.each(REVIEWS)('%s', (command) => {
    const quiet = shell(command, 'policy-respelled');
    expect(quiet).toMatchObject({ status: 0, stderr: '' });
    expect(quiet.review).not.toContain('policy-changed');
    const told = shell(`${command}\nexit \${status:-$?}`, 'policy-edited');
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.review).toContain('policy-changed');
  });

  it('ends with the status of the review, and a plan that cannot be read ends at once', () => {
    const [block = ''] = page.match(/node tools.*status=\$\?\ntest .*/) ?? [];
    expect(block).toContain('exit $status');
    const forced = shell(`${block}\nexit $status`, 'destroyed');
    expect([0, 1]).toContain(forced.status);
    expect(forced.review).toContain('repository-destroyed');
    expect(shell(`echo '{}' > plan.json\n${block}\nexit 7`, 'destroyed').status).toBe(2);
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
