import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePages } from './pages.mjs';

const FILES = [
  ['scripts/site/style.css', 'style.css'],
  ['scripts/site/search.js', 'search.js'],
  ['media/icon.svg', 'icon.svg'],
];

/** Writes the site into a folder, which is emptied first; returns the paths of its pages. */
export async function writeSite(root, folder) {
  const { pages, pictures } = makePages(root);
  await rm(folder, { recursive: true, force: true });
  for (const { path, html } of pages) await write(join(folder, path), html);
  for (const [from, to] of FILES) await copy(join(root, from), join(folder, to));
  for (const picture of pictures) await copy(join(root, picture), join(folder, picture.replace(/^docs\//, '')));
  await write(join(folder, 'search-data.js'), `globalThis.searchData = ${JSON.stringify(searchDataOf(pages))};\n`);
  return pages.map(({ path }) => path);
}

/** The search index: rules first, because people search for an error's text. */
function searchDataOf(pages) {
  const isRule = ({ source }) => /^docs\/rules\/[a-z-]+\.md$/.test(source);
  const others = pages.filter(
    (page) => !isRule(page) && page.path !== 'rules/index.html' && page.path !== 'changelog.html',
  );
  return [...pages.filter(isRule), ...others].map(({ path, title, text }) => ({
    path,
    title,
    about:
      /^[^#\n!|].+$/m
        .exec(text)?.[0]
        .replaceAll(/[*`]|\]\([^)]*\)|\[/g, '')
        .slice(0, 160) ?? '',
    text: text.replaceAll(/^```[\s\S]*?^```/gm, ''),
  }));
}

async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function copy(from, to) {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}
