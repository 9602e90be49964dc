import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { BINARY, folderWith, RIGHT, removeFolders, WRONG } from './support.ts';

const SCRIPT = resolve('scripts/commandLinePackage.mjs');

let made = '';
let tarball = '';
let archive = '';

beforeAll(async () => {
  const { assemble, packArchive, packForNpm } = await import(SCRIPT);
  made = folderWith({}, 'packages-');
  const manifest = await assemble(join(made, 'npm'));
  tarball = packForNpm(join(made, 'npm'), made);
  archive = await packArchive(join(made, 'npm'), made, manifest);
});

afterAll(removeFolders);

const shell = (program: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(program, words, { cwd, encoding: 'utf8', env: { ...process.env, GITHUB_WORKSPACE: '', ...env } });

describe('the npm package', () => {
  it('needs no other package and holds no extension', () => {
    const manifest = JSON.parse(readFileSync(join(made, 'npm/package.json'), 'utf8'));
    expect(manifest).toMatchObject({
      name: 'terraform-ecr',
      version,
      bin: { 'terraform-ecr': './dist/terraform-ecr.cjs' },
    });
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'contributes', 'main', 'private'])
      expect(manifest).not.toHaveProperty(key);
    expect(readdirSync(join(made, 'npm/dist')).sort()).toEqual(['terraform-ecr-mcp.cjs', 'terraform-ecr.cjs']);
    expect(readdirSync(join(made, 'npm/schemas'))).toContain('check.schema.json');
  });

  it('leads nowhere from its page but to the web', () => {
    const page = readFileSync(join(made, 'npm/README.md'), 'utf8');
    const prose = page.replaceAll(/^```[\s\S]*?^```|`[^`\n]*`/gm, '');
    expect(
      [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target).filter((to) => !/^https:|^#/.test(to)),
    ).toEqual([]);
  });

  it('installed into an empty folder, runs to a red and a green end', () => {
    const folder = folderWith(
      { 'package.json': '{"private":true}', 'red/main.tf': WRONG, 'green/main.tf': RIGHT },
      'install-',
    );
    const words = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball];
    expect(shell('npm', words, folder).status).toBe(0);
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'terraform-ecr',
    ]);
    const program = join(folder, 'node_modules/.bin/terraform-ecr');
    expect(shell(program, ['check', 'red'], folder)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('rule-count-unit-missing'),
    });
    expect(shell(program, ['check', 'green'], folder)).toMatchObject({ status: 0, stderr: '' });
    expect(shell(program, ['--version'], folder).stdout).toBe(`${version}\n`);
    expect(shell(program, ['mcp'], folder)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('the archive', () => {
  it('holds one folder, which runs where it is unpacked', () => {
    const folder = folderWith({ 'main.tf': WRONG }, 'archive-');
    expect(shell('tar', ['-xzf', archive], folder).status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['main.tf', 'terraform-ecr']);
    expect(existsSync(join(folder, 'terraform-ecr/node_modules'))).toBe(false);
    expect(shell(join(folder, 'terraform-ecr/dist/terraform-ecr.cjs'), ['check', 'main.tf'], folder).status).toBe(1);
  });
});

describe('the GitHub action', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [step] = action.runs.steps;

  it('hands every input to its script, in the environment alone', () => {
    const used = [...JSON.stringify(step).matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    // The text of a script could be executed.
    expect(step.run).not.toContain('${{');
    expect(action.runs).toMatchObject({ using: 'composite', steps: [{ shell: 'bash' }] });
  });

  const runIn = (folder: string, inputs: Readonly<Record<string, string>>) => {
    const summary = join(folder, 'summary.md');
    const defaults = Object.entries(step.env).map(([name, value]) => {
      const input = /inputs\.([\w-]+)/.exec(String(value))?.[1] ?? '';
      return [name, String(action.inputs[input].default)];
    });
    const own = {
      ECR_COMMAND: `${process.execPath} ${BINARY}`,
      GITHUB_ACTION_PATH: resolve('.'),
      GITHUB_STEP_SUMMARY: summary,
    };
    const env = { ...Object.fromEntries(defaults), ...own, ...inputs };
    const { status, stdout } = shell('bash', [resolve('integrations/github/check.sh')], folder, env);
    return { status, stdout, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
  };

  it('annotates, sums up and fails on an error', () => {
    const { status, stdout, summary } = runIn(folderWith({ 'main.tf': WRONG }, 'action-'), {});
    expect(status).toBe(1);
    expect(stdout).toContain('::error file=main.tf,line=3');
    expect(summary).toContain('| rule-count-unit-missing | error | 1 | 1 |');
  });

  it('passes right code, and says so', () => {
    const { status, summary } = runIn(folderWith({ 'main.tf': RIGHT }, 'action-'), {});
    expect(status).toBe(0);
    expect(summary).toContain('No problem.');
  });

  it.each([
    ['never', 0],
    ['error', 1],
    ['warning', 1],
  ])('with fail-on %s ends with %i on an error', (level, expected) => {
    expect(runIn(folderWith({ 'main.tf': WRONG }, 'action-'), { ECR_FAIL_ON: level }).status).toBe(expected);
  });

  it('fails on a warning where that is asked for', () => {
    const files = {
      'main.tf': 'resource "aws_ecr_repository" "a" {\n  name = "app"\n}\n',
      '.terraform-ecr.json': '{"extends":"strict"}',
    };
    expect(runIn(folderWith(files, 'action-'), {}).status).toBe(0);
    expect(runIn(folderWith(files, 'action-'), { ECR_FAIL_ON: 'warning' }).status).toBe(1);
  });

  it('writes SARIF, and runs nothing that an input says', () => {
    const folder = folderWith({ 'main.tf': WRONG }, 'action-');
    expect(runIn(folder, { ECR_SARIF: 'out.sarif', ECR_PATH: '$(touch made) main.tf' }).status).toBe(2);
    expect(existsSync(join(folder, 'made'))).toBe(false);
    expect(runIn(folder, { ECR_SARIF: 'out.sarif' }).status).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  it('reviews a plan as well, into the summary and a file', () => {
    const plan = readFileSync('test/corpus/plans/policy-edited.json', 'utf8');
    const folder = folderWith({ 'main.tf': RIGHT, 'plan.json': plan }, 'action-');
    const mild = runIn(folder, { ECR_PLAN: 'plan.json', ECR_REVIEW: 'review.md' });
    expect(mild.status).toBe(0);
    expect(mild.summary).toContain('policy-changed');
    expect(readFileSync(join(folder, 'review.md'), 'utf8')).toContain('**ECR: 1 warning in this plan.**');
    expect(runIn(folder, { ECR_PLAN: 'plan.json', ECR_FAIL_ON: 'warning' }).status).toBe(1);
    expect(runIn(folder, { ECR_PLAN: 'main.tf' }).status).toBe(2);
  });

  it.each([[{ ECR_FAIL_ON: 'often' }], [{ ECR_PATH: 'gone' }], [{ ECR_MIN_SEVERITY: 'loud' }]])(
    'ends with 2 on %j',
    (inputs) => {
      expect(runIn(folderWith({ 'main.tf': RIGHT }, 'action-'), inputs).status).toBe(2);
    },
  );
});

describe('the GitLab template and the container recipe', () => {
  it('call the command line by its name and its options', () => {
    const [, job = ''] = readFileSync('integrations/gitlab/terraform-ecr.gitlab-ci.yml', 'utf8').split('\n---\n');
    const { 'terraform-ecr': template } = parse(job);
    expect(template.script[0]).toContain('check --format gitlab');
    expect(template.artifacts.reports.codequality).toBe('gl-code-quality-report.json');
    const recipe = readFileSync('integrations/container/Dockerfile', 'utf8');
    expect(recipe).toContain('COPY dist/npm /usr/local/lib/terraform-ecr');
    mkdirSync(join(made, 'lib'), { recursive: true });
    expect(existsSync(join(made, 'npm/dist/terraform-ecr.cjs'))).toBe(true);
    expect(recipe).toMatch(/^USER node$/m);
  });
});
