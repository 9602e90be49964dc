import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/registry.ts';
import { folderWith, removeFolders } from './support.ts';
import { filesInZip } from './zipFile.ts';

const SCRIPT = resolve('scripts/vsix.mjs');
const PAGE_SCRIPT = resolve('scripts/packagedPage.mjs');

let path = '';
let files: ReadonlyMap<string, Buffer> = new Map();
const names = () => [...files.keys()].filter((name) => name.startsWith('extension/')).map((name) => name.slice(10));
const textOf = (name: string) => files.get(`extension/${name}`)?.toString('utf8') ?? '';

beforeAll(async () => {
  path = process.env['TERRAFORM_ECR_VSIX'] ?? (await packAnew());
  files = filesInZip(path);
}, 600_000);

afterAll(removeFolders);

/** Packs the build, which `npm test` has done already. */
async function packAnew(): Promise<string> {
  const packed = join(folderWith({}, 'vsix-'), 'terraform-ecr.vsix');
  const { packBuilt } = await import(SCRIPT);
  await packBuilt(packed);
  return packed;
}

/** Links and pictures of a page, outside of code. */
function targetsIn(page: string): readonly string[] {
  const prose = page.replaceAll(/^ *```[\s\S]*?^ *```|`[^`\n]*`/gm, '');
  return [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
}

describe('the packed extension', () => {
  it('is at most 900 KB', () => {
    expect(statSync(path).size / 1024).toBeLessThan(900);
  });

  it('holds what runs, the pages and nothing of how it is made', () => {
    const expected = [
      'dist/client.js',
      'dist/desktop.js',
      'dist/server.js',
      'dist/serverProcess.js',
      'dist/settings.schema.json',
      'dist/simulator.css',
      'dist/simulator.js',
      'dist/snippets.json',
      'package.json',
      'package.nls.json',
      'package.nls.de.json',
      'media/icon.png',
      ...CHECKS.map(({ id }) => `docs/rules/${id}.md`),
    ];
    expect(expected.filter((name) => !names().includes(name))).toEqual([]);
    const allowed =
      /^(package(\.nls(\.de)?)?\.json|readme\.md|changelog\.md|LICENSE(\.txt)?|l10n\/[\w.]+\.json|media\/[\w-]+\.(svg|png)|docs\/([\w-]+\/)*[\w-]+\.(md|png|webp)|syntaxes\/[\w.-]+\.json|dist\/(client|desktop|server|serverProcess|simulator)\.js|dist\/simulator\.css|dist\/(settings\.schema|snippets)\.json)$/i;
    expect(names().filter((name) => !allowed.test(name))).toEqual([]);
  });

  it('has an icon of 256 pixels, a banner, categories and keywords', () => {
    const manifest = JSON.parse(textOf('package.json'));
    const icon = files.get(`extension/${manifest.icon}`) ?? Buffer.alloc(32);
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
    expect(manifest.galleryBanner).toMatchObject({ theme: 'dark' });
    expect(manifest.categories).toContain('Linters');
    expect(manifest.keywords.length).toBeGreaterThan(5);
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
  });

  it('has a page on which no link is dead and no picture broken', () => {
    const name = names().find((one) => one.toLowerCase() === 'readme.md') ?? '';
    const page = textOf(name);
    expect(page).toContain('Terraform ECR');
    const isThere = (target: string) => /^https:/.test(target) || files.has(`extension/${target.split('#')[0]}`);
    expect(targetsIn(page).filter((target) => !isThere(target))).toEqual([]);
    // Every link that can be followed is still there to follow.
    const links = targetsIn(readFileSync('README.md', 'utf8').replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')).filter(isThere);
    expect(links).not.toEqual([]);
    const isKept = (link: string) => targetsIn(page).some((target) => target === link || target.endsWith(`/${link}`));
    expect(links.filter((link) => !isKept(link))).toEqual([]);
  });

  it.each(readdirSync('docs').filter((name) => name.endsWith('.md')))(
    'leads from docs/%s to pages that are packed',
    (name) => {
      const page = textOf(`docs/${name}`);
      const targets = targetsIn(page).filter((target) => !/^[a-z]+:|^#/.test(target));
      const full = targets.map((target) => posix.join('docs', target.split('#')[0] ?? ''));
      expect(full.filter((target) => !files.has(`extension/${target}`))).toEqual([]);
    },
  );
});

describe('a page in a package', () => {
  const PAGE =
    '![Picture](docs/a.png)\n\nSee [one](docs/one.md#part), [two](two.md), [web](https://x.y) and [here](#here).\n\n`[a](b)`\n';

  it('leads into the repository where that has an address', async () => {
    const { packagedPage } = await import(PAGE_SCRIPT);
    const page = packagedPage(PAGE, { repository: 'https://example.com/o/r', packed: new Set() });
    expect(page).toContain('![Picture](https://example.com/o/r/raw/HEAD/docs/a.png)');
    expect(page).toContain('[one](https://example.com/o/r/blob/HEAD/docs/one.md#part)');
    expect(page).toContain('[web](https://x.y) and [here](#here)');
    expect(page).toContain('`[a](b)`');
  });

  it('has no pictures, links to packed files and plain words without one', async () => {
    const { packagedPage } = await import(PAGE_SCRIPT);
    const page = packagedPage(PAGE, { repository: null, packed: new Set(['docs/one.md']) });
    expect(page).not.toContain('Picture');
    expect(page).toContain('See [one](docs/one.md#part), two, [web](https://x.y) and [here](#here).');
  });
});
