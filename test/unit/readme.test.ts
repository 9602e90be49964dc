import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/registry.ts';
import { COMMANDS } from '../../server/src/command/table/commands.ts';
import { readAllSnippets } from './snippets/expandSnippets.ts';

const ROOT = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');

const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

describe('the lists', () => {
  it('have every rule with its severity and title', () => {
    const rows = read('docs/rules/README.md')
      .split('\n')
      .filter((line) => line.startsWith('| ['));
    expect(rows).toEqual(CHECKS.map(({ id, severity, title }) => `| [${id}](${id}.md) | ${severity} | ${title} |`));
  });

  it('have every snippet', () => {
    const listed = [...read('docs/snippets.md').matchAll(/^\| `(ecr-[a-z-]+)` \|/gm)].map(([, prefix]) => prefix);
    expect(listed.sort()).toEqual(
      readAllSnippets()
        .map(({ prefix }) => prefix)
        .sort(),
    );
  });
});

describe('the page about the command line', () => {
  it('has every command', () => {
    const listed = [...read('docs/command-line.md').matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });
});

describe('the README', () => {
  it('is a page of one screen', () => {
    expect(readme.length).toBeLessThan(4000);
    expect(readme).not.toMatch(/^\|/m);
  });

  it('links only to files that are there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !existsSync(new URL(target, ROOT)))).toEqual([]);
  });

  it('shows pictures that are there; the packed page leads to them by address', () => {
    const shown = picturesIn(readme);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });
});

describe('the pages', () => {
  const pages = readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replaceAll('\\', '/'));

  it.each(pages)('%s links only to files that are there', (name) => {
    const page = new URL(`docs/${name}`, ROOT);
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    expect(links.filter((target) => !existsSync(new URL(target, page)))).toEqual([]);
  });
});

describe('the tour', () => {
  const there = readdirSync(new URL('docs/images/', ROOT)).map((name) => `images/${name}`);
  const isOfGuarantees = (path: string) => path.startsWith('images/guarantees-');

  it('shows every picture there is, except those of guarantees', () => {
    expect(picturesIn(read('docs/tour.md')).sort()).toEqual(there.filter((path) => !isOfGuarantees(path)).sort());
  });

  it('leaves those to their page, which links each', () => {
    const linked = [...read('docs/guarantees.md').matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path = '']) => path);
    expect(linked.sort()).toEqual(there.filter(isOfGuarantees).sort());
  });
});

/** The paths of the pictures in a page. */
function picturesIn(page: string): string[] {
  return [...page.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path);
}
