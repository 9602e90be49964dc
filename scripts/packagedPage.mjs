import { posix } from 'node:path';

/**
 * A Markdown page for a package, where no link may be dead and no picture broken. With a repository's address they
 * become absolute. Without one pictures are left out, links lead to packed files, and others are plain words. `base` is
 * the page's folder from the root, with its last slash or empty; `packed` contains paths from the root.
 */
export function packagedPage(page, { repository, base = '', packed }) {
  const parts = page.split(/(^ *```[\s\S]*?^ *```|`[^`\n]*`)/m);
  const text = parts.map((part, index) => (index % 2 === 1 ? part : rewritten(part, { repository, base, packed })));
  return text.join('').replaceAll(/\n{3,}/g, '\n\n');
}

const PICTURE = /!\[([^\]]*)\]\(([^)]+)\)/g;
const LINK = /(?<!!)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)]+)\)/g;

function rewritten(text, { repository, base, packed }) {
  return text
    .replaceAll(PICTURE, (picture, alt, target) => {
      if (isAbsolute(target)) return picture;
      return repository === null ? '' : `![${alt}](${repository}/raw/HEAD/${posix.join(base, target)})`;
    })
    .replaceAll(LINK, (link, words, target) => {
      if (isAbsolute(target) || target.startsWith('#')) return link;
      const [path = '', anchor] = target.split('#');
      const full = posix.join(base, path);
      const end = anchor === undefined ? '' : `#${anchor}`;
      if (repository !== null) return `[${words}](${repository}/blob/HEAD/${full}${end})`;
      return packed.has(full) ? `[${words}](${target})` : words;
    });
}

function isAbsolute(target) {
  return /^[a-z][a-z+.-]*:/i.test(target);
}
