import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import markdownIt from 'markdown-it';

/** Pages for people who change the product stay in the repository. */
const LEFT_OUT = /^docs\/(contributing\/|architecture\.md|dependencies\.md)/;

const LISTED = [
  ['README.md', 'Terraform ECR'],
  ['docs/rules/README.md', 'Rules'],
  ['docs/editor.md', 'Editor'],
  ['docs/command-line.md', 'Command line'],
  ['docs/continuous-integration.md', 'CI'],
  ['CHANGELOG.md', 'Changelog'],
];

/** The sources of the site's pages, from the repository's root. */
function sourcesIn(root) {
  const docs = readdirSync(join(root, 'docs'), { recursive: true })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !LEFT_OUT.test(name));
  return ['README.md', 'CHANGELOG.md', ...docs.sort()];
}

/** The path of a source's page in the site. */
function pageOf(source) {
  if (source === 'README.md') return 'index.html';
  return source
    .replace(/^docs\//, '')
    .replace(/(^|\/)README\.md$/, '$1index.html')
    .replace(/\.md$/, '.html')
    .toLowerCase();
}

/** Every page of the site: its path, its title and its whole HTML; and the pictures in them. */
export function makePages(root) {
  const sources = sourcesIn(root);
  const pictures = new Set();
  const pages = sources.map((source) => {
    const text = readFileSync(join(root, source), 'utf8').replaceAll(/<!--[\s\S]*?-->/g, '');
    const path = pageOf(source);
    const title = /^# (.+)$/m.exec(text)?.[1]?.trim() ?? source;
    const lead = (target) => leadTo(target, source, sources, pictures);
    return { path, source, title, text, html: layout({ path, title, body: render(text, lead) }) };
  });
  return { pages, pictures: [...pictures] };
}

/** The address of a link's target, from a page; null for a target outside the site. */
function leadTo(target, source, sources, pictures) {
  if (/^[a-z][a-z+.-]*:/i.test(target) || target.startsWith('#')) return target;
  const [path = '', anchor] = target.split('#');
  const full = posix.join(posix.dirname(source), path);
  const from = posix.dirname(pageOf(source));
  const end = anchor === undefined ? '' : `#${anchor}`;
  if (sources.includes(full)) return posix.relative(from, pageOf(full)) + end;
  if (!/\.(gif|png|svg|webp)$/.test(full)) return null;
  pictures.add(full);
  return posix.relative(from, full.replace(/^docs\//, ''));
}

function render(text, lead) {
  const markdown = markdownIt({ html: false, linkify: false });
  const { rules } = markdown.renderer;
  // A link without a target becomes plain words.
  const closing = [];
  rules.link_open = (tokens, index, options, _env, self) => {
    const address = lead(tokens[index].attrGet('href'));
    closing.push(address !== null);
    if (address === null) return '';
    tokens[index].attrSet('href', address);
    return self.renderToken(tokens, index, options);
  };
  rules.link_close = () => (closing.pop() ? '</a>' : '');
  rules.image = (tokens, index) => {
    const alt = markdown.utils.escapeHtml(tokens[index].content);
    return `<img src="${markdown.utils.escapeHtml(lead(tokens[index].attrGet('src')) ?? '')}" alt="${alt}" loading="lazy">`;
  };
  rules.heading_open = (tokens, index, options, _env, self) => {
    tokens[index].attrSet('id', anchorOf(tokens[index + 1].content));
    return self.renderToken(tokens, index, options);
  };
  rules.table_open = () => '<div class="table"><table>';
  rules.table_close = () => '</table></div>';
  // A keyboard can scroll what is wider than the page.
  rules.fence = (tokens, index) =>
    `<pre tabindex="0"><code>${markdown.utils.escapeHtml(tokens[index].content)}</code></pre>\n`;
  return markdown.render(text);
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function layout({ path, title, body }) {
  const up = '../'.repeat(path.split('/').length - 1);
  const links = LISTED.map(([source, name]) => {
    const target = pageOf(source);
    const isHere = target === path ? ' aria-current="page"' : '';
    return `<a href="${up}${target}"${isHere}>${name}</a>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title.replaceAll('<', '&lt;')} – Terraform ECR</title>
<link rel="icon" href="${up}icon.svg">
<link rel="stylesheet" href="${up}style.css">
</head>
<body data-root="${up}">
<a class="skip" href="#content">To the content</a>
<header>
<nav aria-label="Pages">${links.join('\n')}</nav>
<search><label for="search">Search a rule, or the text of an error</label>
<input id="search" type="search" autocomplete="off" placeholder="Paste what AWS answered" aria-controls="found">
<ol id="found" aria-live="polite"></ol></search>
</header>
<main id="content">
${body}</main>
<script src="${up}search-data.js" defer></script>
<script src="${up}search.js" defer></script>
</body>
</html>
`;
}
