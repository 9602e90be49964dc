import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Where a path in a page may begin. */
const BASES = ['', 'server/src', 'client/src', 'client/src/simulator/view', 'client/src/simulator'];

/** Build output, protocol requests, and text after a placeholder. */
const ELSEWHERE =
  /^(dist|textDocument|workspace|window|client|terraform-ecr|completionItem|codeAction|codeLens)\/[\w./$-]*$|[<>$…]|^~|\bNAME\b|\bDIR\b|\bFOLDER\b/;

/** Paths in a user's own project, and the files of the worked examples. */
const OTHERS = [
  '../modules',
  '.helix/languages.toml',
  '.zed/settings.json',
  'acme/ecr/aws',
  '.terraform/modules/modules.json',
  'terraform-aws-modules/ecr/aws',
  'cloudposse/ecr/aws',
  'lgallard/ecr/aws',
  'docs/rules/repository-tag-keys.md',
  'eu-west-1/team__api.json',
  'server/src/checks/repository/repositoryTagKeys.ts',
  'server/src/service/refactorings/rules/dropDescriptions.ts',
  'test/unit/checks/repository/repositoryTagKeys.test.ts',
  'tools/terraform-ecr.cjs',
];

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !name.startsWith('docs/rules/')),
].map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }));

/** The paths between backticks, and those that commands of a page name. */
function pathsIn(page: string): string[] {
  const prose = page.replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const commands = [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].flatMap(([, text = '']) => text.split(/\s+/));
  return [...spans, ...commands.filter((word) => /^(test|scripts|server|client|docs)\//.test(word))].filter((path) =>
    /^[\w.*@<>$…~-]+(\/[\w.*@<>$…-]*)+$/.test(path),
  );
}

function isThere(path: string): boolean {
  const fixed = path.split('*')[0] ?? '';
  const folder = path.includes('*') ? fixed.slice(0, fixed.lastIndexOf('/') + 1) : path;
  return BASES.some((base) => existsSync(join(ROOT, base, folder)));
}

/** The scripts that a text runs. */
function scriptsIn(page: string): string[] {
  return [...page.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
}

describe('the pages', () => {
  it.each(pages)('$name: each path is there', ({ text }) => {
    const missing = pathsIn(text).filter((path) => !ELSEWHERE.test(path) && !OTHERS.includes(path) && !isThere(path));
    expect(missing).toEqual([]);
  });

  it.each(pages)('$name: each script is there', ({ text }) => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scriptsIn(text).filter((script) => !Object.keys(scripts).includes(script))).toEqual([]);
  });

  it('finds a path and a script that are not there', () => {
    expect(pathsIn('See `server/src/gone.ts`.\n\n```sh\nnpx vitest test/unit/gone\n```\n').filter(isThere)).toEqual([]);
    expect(pathsIn('See `server/src/gone.ts`.\n\n```sh\nnpx vitest test/unit/gone\n```\n')).toHaveLength(2);
    expect(scriptsIn('`npm run test:gone`')).toEqual(['test:gone']);
  });

  it('are all linked from CONTRIBUTING.md where they are for contributors', () => {
    const contributing = pages.find(({ name }) => name === 'CONTRIBUTING.md')?.text ?? '';
    const own = pages.map(({ name }) => name).filter((name) => name.startsWith('docs/contributing/'));
    expect(own.filter((name) => !contributing.includes(`](${name})`))).toEqual([]);
  });
});
