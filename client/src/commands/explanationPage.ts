import { asMarkdown } from '../../../server/src/syntax/shown/markdown.ts';

/**
 * An explanation in plain text as a page of Markdown: its first line becomes the heading and what follows it, the first
 * line of a paragraph with indented lines a heading of its own. Nothing of the text becomes Markdown itself.
 */
export function explanationPage(text: string): string {
  const [first = '', ...others] = text.trimEnd().split(/\n{2,}/);
  const colon = first.indexOf(': ');
  const [name, summary] = colon < 0 ? [first, ''] : [first.slice(0, colon), first.slice(colon + 2)];
  return [`# ${asMarkdown(name)}`, asMarkdown(summary), ...others.map(sectionOf)]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function sectionOf(paragraph: string): string {
  const [head = '', ...lines] = paragraph.split('\n');
  if (!lines.some((line) => line.startsWith('  '))) return [head, ...lines].map(asMarkdown).join('\n\n');
  return [`### ${asMarkdown(head)}`, ...lines.map(asMarkdown)].join('\n\n');
}
